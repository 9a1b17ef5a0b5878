import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, type Day } from "#lib/calendar/day.ts";
import type { Result } from "#lib/result.ts";
import { anyWords } from "../testing/access/stage.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { callAs } from "./a-call.ts";
import { approve } from "./approve.ts";
import { close } from "./close.ts";
import { correct, correctInput } from "./correct.ts";
import { readMeeting } from "./read-meeting.ts";
import { readMinutes } from "./read-minutes.ts";
import { start } from "./start.ts";

const coordinator = "sagsbehandler.sck";
const party = "vicevaert.titanparken";

let world: World;
let today: Day;
let place = "";
let first = "";
let second = "";

beforeAll(async () => {
  world = await openWorld();
  today = await world.asks(coordinator, async (_, me) => me.today);
  const { called, place: at } = await callAs(world, coordinator, { onDay: today });
  [first, place] = [valueOf(called).id, at];
});
afterAll(() => world.close());

const starts = async (id: string) => valueOf(await world.as(coordinator, (tx, me) => start(tx, me, id)));
const closes = async (id: string): Promise<string> => {
  const next = { onDay: addDays(today, 56), startsAt: "09:30", place };
  return valueOf(await world.as(coordinator, (tx, me) => close(tx, me, { meeting: id, words: anyWords, next }))).next;
};
const corrects = (persona: string, meeting: string, text = "SKP kom kl. 10") =>
  world.as(persona, (tx, me) => correct(tx, me, { ...correctInput.parse({ text }), meeting }));
const approves = (persona: string, meeting: string) => world.as(persona, (tx, me) => approve(tx, me, meeting));
const minutes = (persona: string, id: string) => world.asks(persona, async (tx) => valueOf(await readMinutes(tx, id)));
const deck = (persona: string, id: string) =>
  world.asks(persona, async (tx, me) => valueOf(await readMeeting(tx, me, { id, lang: "da" })).minutes);
const refusal = (result: Result<unknown>) => (result.ok ? "no refusal" : result.code);

const here = "(select door.partnership())";
const around = (persona: string, statement: string) =>
  world.asks(persona, ({ sql }) => sql.unsafe(statement)).catch(({ code }: { code: string }) => code);
const corrected = (meeting: string) =>
  `insert into minutes_correction (partnership_id, id, meeting_id, text) values (${here}, gen_random_uuid(), '${meeting}', 'x')`;
const approved = (meeting: string, at: string, number: number) =>
  `insert into minutes_approval (partnership_id, meeting_id, at_meeting, number, on_day)
    values (${here}, '${meeting}', '${at}', ${number}, (select on_day from meeting where id = '${at}'))`;

test("minutes are put right by the convener alone, once the meeting has closed, and read by who was called", async () => {
  await starts(first);
  expect(refusal(await corrects(coordinator, first))).toBe("meeting-over");
  second = await closes(first);
  expect(refusal(await corrects(party, first))).toBe("not-yours");
  expect(refusal(await corrects("admin", first))).toBe("no-meeting");
  valueOf(await corrects(coordinator, first));
  valueOf(await corrects(coordinator, first, "Brochuren er trykt"));
  expect(await minutes(party, first)).toMatchObject({
    corrections: ["SKP kom kl. 10", "Brochuren er trykt"],
    approved: null,
  });
  expect(await around(party, corrected(first))).toBe("42501");
  for (const stranger of ["sundhed.fc", "admin", "forum"])
    expect(await world.asks(stranger, ({ sql }) => sql`select 1 from minutes_correction`)).toHaveLength(0);
});

test("they are approved at a later meeting of the series, while it is held, and nowhere else", async () => {
  expect(refusal(await approves(coordinator, second))).toBe("meeting-over");
  for (const at of [first, second]) expect(await around(coordinator, approved(first, at, 2))).toBe("BB005");
  await starts(second);
  expect(refusal(await approves(party, second))).toBe("not-yours");
  expect(await around(party, approved(first, second, 2))).toBe("42501");
  expect(await around(coordinator, approved(first, second, 7))).toBe("BB005");
  expect(await around(coordinator, approved(second, second, 2))).not.toEqual([]);
  expect(await deck(party, second)).toEqual([
    { id: first, number: 1, onDay: today, corrections: ["SKP kom kl. 10", "Brochuren er trykt"], approved: false },
  ]);
  valueOf(await approves(coordinator, second));
  valueOf(await approves(coordinator, second));
  expect(await deck(party, second)).toMatchObject([{ id: first, approved: true }]);
  expect(await minutes(party, first)).toMatchObject({ approved: { number: 2, onDay: today } });
});

test("and then nothing of them changes, whoever tries and however", async () => {
  expect(refusal(await corrects(coordinator, first))).toBe("minutes-approved");
  expect(await around(coordinator, corrected(first))).toBe("BB005");
  for (const table of ["minutes_correction", "minutes_approval"])
    for (const statement of [`update ${table} set meeting_id = meeting_id`, `delete from ${table}`])
      expect([statement, await around(coordinator, statement)]).toEqual([statement, "42501"]);
  expect(await around(coordinator, approved(first, second, 2))).toBe("23505");
  expect((await minutes(party, first)).corrections).toHaveLength(2);
});

test("a correction and an approval at the same moment come one after the other", async () => {
  const third = await closes(second);
  await starts(third);
  const [approval, correction] = await Promise.all([approves(coordinator, third), corrects(coordinator, second)]);
  valueOf(approval);
  const { corrections, approved: at } = await minutes(party, second);
  expect(at).toEqual({ number: 3, onDay: today });
  expect(corrections).toHaveLength(correction.ok ? 1 : 0);
  const fourth = await closes(third);
  await starts(fourth);
  // What a meeting forgot to approve, the next one does.
  const fifth = await closes(fourth);
  await starts(fifth);
  expect((await deck(coordinator, fifth)).map(({ number }) => number)).toEqual([3, 4]);
  valueOf(await approves(coordinator, fifth));
  expect(await minutes(party, third)).toMatchObject({ approved: { number: 5 } });
});
