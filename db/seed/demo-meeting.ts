import { workingDays } from "#lib/calendar/working-days.ts";
import type { Decision } from "#lib/meeting/decisions.ts";
import type { MinutesWords } from "#lib/meeting/minutes.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, directoryOf } from "../directory/directory.ts";
import { attend } from "../meeting/attend.ts";
import { call } from "../meeting/call.ts";
import { close } from "../meeting/close.ts";
import { decide, decideRest } from "../meeting/decide.ts";
import { markDone } from "../meeting/mark-done.ts";
import { invitable, placesFor, seriesOf } from "../meeting/series.ts";
import { start } from "../meeting/start.ts";

type Decided = {
  about: string;
  decision: Decision;
  owner: string;
  due: "one_week" | "two_weeks" | "next_meeting";
  done?: true;
};

/** What the demo's meeting decided of the stories with these names. Two of the three are still open. */
const decided: Decided[] = [
  { about: "unanswered", decision: "answer", owner: "sagsbehandler.sck", due: "one_week", done: true },
  { about: "first-contact", decision: "first_contact", owner: "boligraadgiver.sck", due: "two_weeks" },
  { about: "alone", decision: "joint_meeting", owner: "mentor.sck", due: "next_meeting" },
];

type Holding = { code: (story: string) => string; post: (key: string) => string; words: MinutesWords };

/** A network meeting as it was called, held and closed on a day: the coordinator's, by the meeting's own verbs. */
export async function holdMeeting(tx: Tx, me: Member, { code, post, words }: Holding): Promise<Result<null>> {
  const [agreement, directory] = await Promise.all([agreementOf(tx, me, me.agreement), directoryOf(tx, me)]);
  const series = agreement.meetings[0] && seriesOf(agreement, agreement.meetings[0].code);
  const place = placesFor(directory, post("sagsbehandler.sck"))[0];
  if (!series || !place) return refused("unknown-choice", "series");
  const where = { startsAt: "10:00", place };
  const posts = invitable(directory, series).flatMap((each) => (each.always ? [each.post.id] : []));
  const called = await call(tx, me, { series: series.code, onDay: me.today, posts, ...where });
  if (!called.ok) return called;
  const meeting = called.value.id;

  const begun = await start(tx, me, meeting);
  if (!begun.ok) return begun;
  const away = await attend(tx, me, { meeting, post: post("mentor.sck"), attendance: "apologies" });
  if (!away.ok) return away;
  const came = await attend(tx, me, { meeting, attendance: "present" });
  if (!came.ok) return came;

  for (const { about, decision, owner, due } of decided) {
    const [item] = await tx.sql<{ id: string }[]>`
      select c.item_id as id from meeting_case c
      join meeting_item i on i.partnership_id = c.partnership_id and i.id = c.item_id and i.meeting_id = ${meeting}
      join referral r on r.partnership_id = c.partnership_id and r.id = c.referral_id and r.code = ${code(about)}`;
    const said = await decide(tx, me, { meeting, item: item?.id ?? "", decision, owner: post(owner), due });
    if (!said.ok) return said;
  }
  const rest = await decideRest(tx, me, meeting);
  if (!rest.ok) return rest;
  const days = workingDays(agreement.workingDays.exceptions);
  const next = { onDay: days.add(me.today, 40), ...where };
  const closed = await close(tx, me, { meeting, next, words });
  if (!closed.ok) return closed;

  for (const { about, owner, decision } of decided.filter(({ done }) => done)) {
    const [action] = await tx.sql<{ id: string }[]>`
      select id from decision where meeting_id = ${meeting} and code = ${decision} and owner_post = ${post(owner)}`;
    const ticked = await markDone(tx, me, { action: action?.id ?? about, done: true });
    if (!ticked.ok) return ticked;
  }
  return ok(null);
}
