import type { Choice } from "#lib/agreement/agreement.ts";
import { type Agreement, hadService, serviceName, serviceOf, servicesEver } from "#lib/agreement/service-of.ts";
import { weekNumber } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { type WorkingDays, workingDays } from "#lib/calendar/working-days.ts";
import type { PostId } from "#lib/referral/case.ts";
import { lineOf, timeLeft } from "#lib/referral/line.ts";
import type { Fallen, NextMeeting, SentLine, Task, WorkView } from "#lib/referral/work-view.ts";
import { workLines } from "#lib/referral/work-view.ts";
import { ok, type Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, type Directory, directoryOf, postLabel } from "../directory/directory.ts";
import { readDrafts } from "../draft/read.ts";
import { standingOf } from "../inbox/found.ts";
import { look } from "../log/look.ts";
import { type MeetingRow, meetingColumns } from "../meeting/find-meeting.ts";
import { openActions } from "../meeting/open-actions.ts";
import { headOf } from "../meeting/read-meeting.ts";
import { countPutOff, type FoundSent, type FoundTask, findJournals, findSent, findTasks } from "./find-work.ts";

/** What waits for this person, the most urgent first; what they were writing, sent and promised; the next meeting. */
export async function readWork(tx: Tx, me: Member, locale: Locale): Promise<Result<WorkView>> {
  const [directory, agreement] = await Promise.all([directoryOf(tx, me), agreementOf(tx, me, me.agreement)]);
  const [tasks, putOff, journals, sent, drafts, actions, meetings, over] = await Promise.all([
    findTasks(tx, me),
    countPutOff(tx, me),
    findJournals(tx, me),
    findSent(tx, me),
    readDrafts(tx, me),
    openActions(tx, directory),
    tx.sql<MeetingRow[]>`
      select ${tx.sql.unsafe(meetingColumns)} from meeting
      where state in ('called', 'held') and on_day >= ${me.today} order by on_day, starts_at limit 1`,
    tx.sql<MeetingRow[]>`
      select ${tx.sql.unsafe(meetingColumns)} from meeting where id in (select meeting_id from door.to_rate())
      order by on_day, number`,
  ]);
  const around = { me, directory, agreement, locale, days: workingDays(agreement.workingDays.exceptions) };
  const shown = [...tasks.slice(0, workLines), ...sent.slice(0, workLines), ...journals];
  look(tx, "work", { codes: shown.map(({ code }) => code) });
  return ok({
    tasks: tasks.slice(0, workLines).map((found) => taskFor(found, around)),
    moreTasks: tasks.length > workLines,
    putOff,
    journals: journals.map(({ code, service }) => ({ code, service: serviceLabel(service, around) })),
    drafts: drafts.map(({ service, ...draft }) => ({ ...draft, service: service && service[locale] })),
    sent: sent.slice(0, workLines).map((found) => sentFor(found, around)),
    moreSent: sent.length > workLines,
    actions: actions
      .filter(({ owner }) => me.posts.includes(owner))
      .map(({ id, code, text, meeting, dueOn }) => ({ id, code, text, meeting, dueOn, late: dueOn < me.today })),
    meeting: nextOf(meetings[0], around),
    toRate: over.map((meeting) => {
      const { id, series, number } = headOf(meeting, { agreement, directory, lang: locale });
      return { id, name: `${series} ${number}` };
    }),
  });
}

type Around = { me: Member; directory: Directory; agreement: Agreement; locale: Locale; days: WorkingDays };

function nextOf(meeting: MeetingRow | undefined, { agreement, directory, locale }: Around): NextMeeting | null {
  if (!meeting) return null;
  const { id, series, number, onDay, startsAt, place } = headOf(meeting, { agreement, directory, lang: locale });
  return { id, series, number, onDay, startsAt, place };
}

/** What a service is called in a list. */
function serviceLabel(code: string, { agreement, locale }: Pick<Around, "agreement" | "locale">): string {
  const service = servicesEver(agreement).find((each) => each.code === code);
  return service ? serviceName(service)[locale] : code;
}

function taskFor(found: FoundTask, { me, directory, agreement, locale, days }: Around): Task {
  const line = lineOf(standingOf(found), { today: me.today, days });
  const service = hadService(agreement, found.service) ? serviceOf(agreement, found.service) : null;
  const text = (choices: readonly Pick<Choice, "code" | "text">[] | undefined, code: string | null) =>
    code === null ? null : (choices?.find((choice) => choice.code === code)?.text[locale] ?? null);
  const fell = line.wait === "next_step" ? fallenOf(found) : null;
  const who: Partial<Record<Task["wait"], PostId | null>> = {
    answer: found.holder,
    question: found.waitingTo,
    proposal: found.redirectedBy,
    next_step: fell === "nothing" || fell === "withdrawn" ? null : found.lastTo,
    first_contact: found.origin === found.holder ? null : found.origin,
  };
  const by = who[line.wait] ?? null;
  return {
    code: found.code,
    service: service ? serviceName(service)[locale] : found.service,
    wait: line.wait,
    state: line.state,
    due: line.due,
    left: timeLeft(line, me.today),
    by: by && postLabel(directory, by, locale),
    what:
      line.wait === "question"
        ? (text(service?.questions, found.question) ?? found.questionText)
        : fell === "returned"
          ? text(service?.returnReasons, found.lastReason)
          : null,
    fallen: fell,
    urgent: found.urgent,
  };
}

const fallen = ["returned", "advised", "withdrawn", "redirected"] as const satisfies Fallen[];

const fallenOf = ({ lastState }: FoundTask): Fallen => fallen.find((state) => state === lastState) ?? "nothing";

/** The origin may not hear how it goes, only who has it: what lies with somebody is on no clock here. */
function sentFor(found: FoundSent, { me, directory, agreement, locale, days }: Around): SentLine {
  const standing = standingOf(found);
  const { waiting } = standing;
  const line = lineOf(standing, { today: me.today, days });
  const answers = waiting && (waiting.state === "sent" || waiting.state === "opened");
  const post = answers ? waiting.to : found.holder;
  // A helhedsplan is named to the two parties of its handover only.
  const sender = answers ? found.holder : found.cameFrom;
  const hidden = directory.posts.get(post)?.side === "housing" && !me.posts.includes(sender ?? "");
  return {
    code: found.code,
    service: serviceLabel(found.service, { agreement, locale }),
    stands: answers ? "waiting" : "taken",
    post: hidden ? null : postLabel(directory, post, locale),
    week: weekNumber(answers ? (found.deliveredOn ?? found.touchedOn) : found.heldSince),
    state: answers ? line.state : "in_time",
    left: answers ? timeLeft(line, me.today) : null,
  };
}
