import type { AgreementContent } from "#lib/agreement/agreement.ts";
import type { Words } from "#lib/agreement/words.ts";
import { latest } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { nextMeeting } from "#lib/meeting/cadence.ts";
import { isOpen, type MeetingsView } from "#lib/meeting/meeting-view.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, type Directory, directoryOf } from "../directory/directory.ts";
import { type MeetingRow, meetingColumns } from "./find-meeting.ts";
import { namesIn } from "./names.ts";
import { actionView, openActions } from "./open-actions.ts";
import { proposalsFor } from "./proposals.ts";
import { headOf } from "./read-meeting.ts";
import { choicesFor, convenerPost, heldAt, isEnding } from "./series.ts";

/** Meetings that are over and shown: about three years of them. */
const earlierShown = 20;

/**
 * The meetings of somebody's posts, all of them for who coordinates: what is open from earlier ones, those to come, those
 * that are over, and a form for each series that they call, that has none to come and that goes on. Refuses with "not-found" those who neither send nor receive.
 */
export async function readMeetings(tx: Tx, me: Member, lang: keyof Words): Promise<Result<MeetingsView>> {
  if (!me.duties.some((duty) => duty === "refer" || duty === "receive" || duty === "coordinate"))
    return refused("not-found");
  const { sql } = tx;
  const [agreement, directory] = await Promise.all([agreementOf(tx, me, me.agreement), directoryOf(tx, me)]);
  const [next, earlier, actions] = await Promise.all([
    sql<
      MeetingRow[]
    >`select ${sql.unsafe(meetingColumns)} from meeting where state in ('called', 'held') order by on_day, number`,
    sql<MeetingRow[]>`
      select ${sql.unsafe(meetingColumns)} from meeting where state in ('closed', 'cancelled')
      order by on_day desc, number desc limit ${earlierShown}`,
    openActions(tx, directory),
  ]);
  const names = namesIn(agreement, directory);
  const serviceName = (code: string) => names.service(code)[lang];
  const head = (meeting: MeetingRow) => headOf(meeting, { agreement, directory, lang });
  return ok({
    next: next.map(head),
    earlier: earlier.map(head),
    actions: actions.map((action) => actionView(action, { me, directory, lang, serviceName })),
    calls: await callable(tx, { me, agreement, directory, lang, meetings: [...next, ...earlier] }),
  });
}

type Calling = {
  me: Member;
  agreement: AgreementContent;
  directory: Directory;
  lang: keyof Words;
  meetings: readonly MeetingRow[];
};

/** The series that this person calls and that have no meeting to come, in the agreement's order. */
async function callable(tx: Tx, { me, agreement, directory, lang, meetings }: Calling): Promise<MeetingsView["calls"]> {
  const days = workingDays(agreement.workingDays.exceptions);
  const calls: MeetingsView["calls"] = [];
  for (const series of agreement.meetings) {
    const convener = convenerPost(directory, me, series);
    const own = meetings.filter((meeting) => meeting.series === series.code);
    if (!convener || own.some(({ state }) => isOpen(state)) || (await isEnding(tx, series.code))) continue;
    const last = own.find(({ state }) => state === "closed")?.onDay ?? me.today;
    const suggested = latest(nextMeeting(series.cadence, last, days), me.today);
    const [held, proposed] = await Promise.all([
      heldAt(tx, series.code),
      proposalsFor(tx, { agreement, directory }, { series: series.code, onDay: suggested }),
    ]);
    calls.push({
      series: series.code,
      name: series.name[lang],
      cadence: series.cadence,
      ...choicesFor({ agreement, directory, lang }, { series: series.code, convener, suggested, held, proposed }),
    });
  }
  return calls;
}
