import { helhedsplan } from "#lib/board/board-view.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { agendaReasons } from "#lib/meeting/agenda.ts";
import { caseDecisions, pointDecisions } from "#lib/meeting/decisions.ts";
import type { MinutesWords } from "#lib/meeting/minutes.ts";
import { agreementOf } from "../../directory/directory.ts";
import { callAs } from "../../meeting/a-call.ts";
import { attend } from "../../meeting/attend.ts";
import { changeCall } from "../../meeting/change-call.ts";
import { close } from "../../meeting/close.ts";
import { calendarOf, decide } from "../../meeting/decide.ts";
import { start } from "../../meeting/start.ts";
import { valueOf } from "../../testing/world.ts";
import { assumed } from "./assumed.ts";
import { convener, type Name, type PostKey, series } from "./cast.ts";
import { dateOf, holdersOf, stands } from "./fate.ts";
import type { Stage } from "./stage.ts";
import { hears } from "./work.ts";

const said = (text: string) => ({ da: text, en: text });
const words: MinutesWords = {
  decisions: Object.fromEntries(
    [...caseDecisions, ...pointDecisions].map((code) => [code, said(code)]),
  ) as MinutesWords["decisions"],
  reasons: Object.fromEntries(agendaReasons.map((code) => [code, said(code)])) as MinutesWords["reasons"],
  forum: said("forum"),
  helhedsplan: said("helhedsplanen"),
  aHelhedsplan: said("en helhedsplan"),
};

/** The first meeting is in three weeks; every other is called, as far off as was agreed, when the one before it closes. */
export async function callsFirst({ world, fate }: Stage): Promise<void> {
  const [convenes = ""] = holdersOf(fate, convener, 0);
  const { called } = await callAs(world, convenes, { onDay: addDays(dateOf(0), 21), series });
  valueOf(called);
}

type Next = { id: string; on: Day; place: string };

const nextOf = async ({ owner }: Stage): Promise<Next | undefined> =>
  (
    await owner<Next[]>`
    select id, on_day::text as on, place_unit as place from meeting where state in ('called', 'held') and series = ${series}`
  )[0];

/**
 * Holds the next meeting if its day has come, by whoever is at the convener's post: who came, case by case what was reached
 * and what was decided, and the next one called. Answers whether it was held. A meeting whose
 * convener was away is held on the first day that one is back.
 */
export async function meets(
  stage: Stage,
  day: number,
  at: { convener: Name; there: (post: PostKey) => boolean },
): Promise<boolean> {
  const { world, owner, fate, luck, key } = stage;
  const next = await nextOf(stage);
  if (!next || next.on > dateOf(day)) return false;
  const posts = (
    await owner<{ id: string }[]>`select post_id as id from meeting_post where meeting_id = ${next.id}`
  ).map(({ id }) => id);
  if (next.on === dateOf(day) && luck("meeting moved", day) < assumed.meetingMoved) {
    // A post that has ended since is offered no more.
    const offered = posts.filter((post) => stands(fate, key(post), day));
    const later = {
      meeting: next.id,
      onDay: addDays(next.on, 7),
      startsAt: "09:30",
      place: next.place,
      posts: offered,
    };
    await world.asks(at.convener, async (tx, me) => valueOf(await changeCall(tx, me, later)));
    return false;
  }
  await world.asks(at.convener, async (tx, me) => {
    valueOf(await start(tx, me, next.id));
    for (const post of posts) {
      const attendance = at.there(key(post)) ? "present" : "apologies";
      valueOf(await attend(tx, me, { meeting: next.id, post, attendance }));
    }
  });
  await talks(stage, next, { day, convener: at.convener });
  await world.asks(at.convener, async (tx, me) => {
    const calendar = calendarOf(await agreementOf(tx, me), { series, onDay: me.today });
    const call = { onDay: calendar.next, startsAt: "09:30", place: next.place };
    valueOf(await close(tx, me, { meeting: next.id, next: call, words }));
  });
  return true;
}

/** Case by case: reached or not, and then decided or left as it is. Whoever must act hears of it. */
async function talks(
  stage: Stage,
  { id: meeting }: Next,
  { day, convener }: { day: number; convener: Name },
): Promise<void> {
  const { world, owner, luck, followed } = stage;
  const items = await owner<{ item: string; code: string; waitsFor: string }[]>`
    select i.id as item, r.code, i.facts ->> 'waitsFor' as "waitsFor" from meeting_item i
    join meeting_case c on c.item_id = i.id join referral r on r.id = c.referral_id
    where i.meeting_id = ${meeting} order by i.position`;
  for (const { item, code, waitsFor } of items) {
    const found = followed.get(code);
    if (!found || luck("reached", found.referral, day) >= assumed.caseReached) continue;
    const decided = luck("decided", found.referral, day) < assumed.caseDecided;
    const input = decided
      ? { decision: "follow_up" as const, owner: waitsFor || helhedsplan, due: "two_weeks" as const }
      : { decision: "no_change" as const };
    await world.asks(convener, async (tx, me) => valueOf(await decide(tx, me, { meeting, item, ...input })));
    found.seen.on(day);
    if (decided) hears(found, day);
  }
}
