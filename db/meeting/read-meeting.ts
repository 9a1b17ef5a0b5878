import type { Agreement } from "#lib/agreement/service-of.ts";
import type { Words } from "#lib/agreement/words.ts";
import { decisionsFor, dueDay, dues } from "#lib/meeting/decisions.ts";
import type { Attendance, CaseView, ItemView, MeetingHead, MeetingView } from "#lib/meeting/meeting-view.ts";
import { mayUndoStart } from "#lib/meeting/take-back.ts";
import type { PostId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, type Directory, directoryOf, postLabel } from "../directory/directory.ts";
import { look } from "../log/look.ts";
import { type AgendaItem, agendaItems } from "./agenda-items.ts";
import { calendarOf } from "./decide.ts";
import { convenes, findMeeting, isDecided, type MeetingRow } from "./find-meeting.ts";
import { guestsOf } from "./guests.ts";
import { type Names, namesIn } from "./names.ts";
import { actionView, openActions } from "./open-actions.ts";
import { ownersFor } from "./owners.ts";
import { proposalsFor } from "./proposals.ts";
import { earlierMinutes } from "./read-minutes.ts";
import { choicesFor, heldAt, invitable, seriesName, seriesOf } from "./series.ts";

type Lang = keyof Words;

/**
 * One meeting as somebody who is called to it, or who coordinates, sees it: its agenda without codes and estates, what
 * is open from earlier ones, who comes. Refuses with "not-found" when it is hidden or there is none.
 */
export async function readMeeting(
  tx: Tx,
  me: Member,
  { id, lang }: { id: string; lang: Lang },
): Promise<Result<MeetingView>> {
  const meeting = await findMeeting(tx, id);
  if (!meeting) return refused("not-found");
  look(tx, "meeting", { codes: [], meeting: id });
  const [agreement, directory] = await Promise.all([agreementOf(tx, me, me.agreement), directoryOf(tx, me)]);
  const leads = convenes(me, meeting.convener);
  const [posts, items, actions, own, held, minutes] = await Promise.all([
    tx.sql<{ post: PostId; attendance: Attendance | null }[]>`
      select post_id as post, attendance from meeting_post where meeting_id = ${id}`,
    agendaItems(tx, directory, id),
    openActions(tx, directory, { series: meeting.series }),
    leads ? new Map<string, string>() : ownCodes(tx, id),
    heldAt(tx, meeting.series),
    earlierMinutes(tx, meeting),
  ]);
  const isCalled = leads && meeting.state === "called";
  const proposed = isCalled ? await proposalsFor(tx, { agreement, directory }, { ...meeting, items }) : new Map();
  const called = inOrder(posts, { agreement, directory, series: meeting.series });
  const names = namesIn(agreement, directory);
  const calendar = calendarOf(agreement, meeting);
  const serviceName = (code: string) => names.service(code)[lang];
  return ok({
    ...headOf(meeting, { agreement, directory, lang }),
    convenes: leads,
    mayUndoStart: leads && mayUndoStart({ ...meeting, today: me.today, decided: await isDecided(tx, id) }),
    attends: called.some(({ post }) => me.posts.includes(post)),
    posts: called.map(({ post, attendance }) => ({ id: post, label: postLabel(directory, post, lang), attendance })),
    minutes,
    actions: actions.map((action) => actionView(action, { me, directory, lang, serviceName })),
    items: items.map(itemFor({ me, meeting, directory, names, lang, own, called: called.map(({ post }) => post) })),
    quiet: meeting.quiet,
    today: me.today,
    choices: choicesFor({ agreement, directory, lang }, { ...meeting, suggested: calendar.next, held, proposed }),
    guests: await guestsOf(tx, me, meeting, { series: seriesOf(agreement, meeting.series), lang }),
    dues: dues.map((code) => ({ code, day: dueDay(code, calendar) })),
  });
}

type Naming = { agreement: Agreement; directory: Directory; lang: Lang };

export function headOf(meeting: MeetingRow, { agreement, directory, lang }: Naming): MeetingHead {
  const { id, number, state, onDay, startsAt, place } = meeting;
  return {
    id,
    series: seriesName(agreement, meeting.series)[lang],
    number,
    state,
    onDay,
    startsAt,
    place: directory.units.get(place)?.name ?? "–",
  };
}

/** As the agreement names them, so that a key means the same post at every meeting. */
function inOrder<Row extends { post: PostId }>(
  rows: readonly Row[],
  { agreement, directory, series }: Omit<Naming, "lang"> & { series: string },
): Row[] {
  const found = seriesOf(agreement, series);
  const order = found ? invitable(directory, found).map(({ post }) => post.id) : [];
  const place = ({ post }: Row) => (order.includes(post) ? order.indexOf(post) : order.length);
  return rows.toSorted((a, b) => place(a) - place(b));
}

/** Which cases are referrals of this person's own: the policies let nobody else's through. */
async function ownCodes({ sql }: Tx, meeting: string): Promise<Map<string, string>> {
  const rows = await sql<{ item: string; code: string }[]>`
    select c.item_id as item, r.code
    from meeting_item i
    join meeting_case c on c.partnership_id = i.partnership_id and c.item_id = i.id
    join referral r on r.partnership_id = c.partnership_id and r.id = c.referral_id
    where i.meeting_id = ${meeting}`;
  return new Map(rows.map(({ item, code }) => [item, code]));
}

type Drawing = {
  me: Member;
  meeting: MeetingRow;
  directory: Directory;
  names: Names;
  lang: Lang;
  own: ReadonlyMap<string, string>;
  called: readonly PostId[];
};

const itemFor =
  ({ me, meeting, directory, names, lang, own, called }: Drawing) =>
  (item: AgendaItem): ItemView => {
    const seen = (post: string) => names.seen(post)?.[lang] ?? null;
    const waitsFor = item.kind === "case" ? item.facts.waitsFor : null;
    const shared = {
      id: item.id,
      outcome: item.outcome,
      decision: item.decision && { ...item.decision, by: item.decision.owner, owner: seen(item.decision.owner) },
      decisions: decisionsFor({
        kind: item.kind,
        reasons: item.kind === "case" ? item.facts.reasons : [],
        wait: item.kind === "case" ? item.facts.wait : null,
      }),
      owners: ownersFor(item, called, directory).map((key) => ({ key, label: seen(key), has: key === waitsFor })),
    };
    if (item.kind === "point")
      return {
        ...shared,
        kind: "point",
        title: item.title,
        by: postLabel(directory, item.by, lang),
        mayRemove: meeting.state === "called" && (convenes(me, meeting.convener) || me.posts.includes(item.by)),
      };
    const { rank, service, holder, ...facts } = item.facts;
    return {
      ...shared,
      ...facts,
      kind: "case",
      number: item.number,
      service: names.service(service)[lang],
      holder: seen(holder),
      waitsFor: seen(item.facts.waitsFor),
      mine: own.get(item.id) ?? null,
    } satisfies CaseView;
  };
