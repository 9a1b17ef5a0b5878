import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CleanText } from "#lib/anonymity/clean-text.ts";
import { allowNotAsking } from "../testing/not-asked.ts";
import { openWorld, type World } from "../testing/world.ts";

/** Acts that the rules permit where few think of them: the database takes them whole, and refuses none. */
let world: World;
beforeAll(async () => {
  world = await openWorld({ on: "2026-12-02T10:00" });
  await allowNotAsking(world, "SKP");
});
afterAll(() => world.close());

const origin = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";
const caseworker = "sagsbehandler.sck";
const words = "Ring helst om formiddagen." as CleanText;
const letter = { answers: { TRIN: "PAAKRAV", DATO: "2026-11-18" } };
const reminder = { AARSAG: "HUSLEJE", TRIN: "RYKKER", DATO: "2026-11-05" };
const correction = { situations: ["OVERBLIK"], answers: reminder, contact: "directly" };
const unheard = { name: "written", feedback: "no" } as const;

async function taken(consent: { name: "written"; feedback: "yes" | "no" } = { name: "written", feedback: "yes" }) {
  const code = await world.logs(origin, { service: "UDSAETTELSE", answers: reminder, note: words, consent });
  await world.does(adviser, "accept", code);
  return code;
}
const givenBack = async () => {
  const code = await taken();
  await world.does(adviser, "send", code, { to: await world.post(origin) });
  return code;
};
const wordsOf = (code: string) =>
  world.owns(["referral", "message"], async (sql) => {
    const rows = await sql`select 1 from message m join referral r on r.id = m.referral_id
      where r.code = ${code} and m.body is not null`;
    return rows.length;
  });
const waitingOf = (code: string) =>
  world.owns(["referral", "handover"], async (sql) => {
    const [row] = await sql<{ state: string; by: string }[]>`
      select h.state, h.answer_by::text as "by" from handover h join referral r on r.waiting_id = h.id where r.code = ${code}`;
    return row;
  });

describe("a consent that is taken back takes every word with it", () => {
  test("where no unit had been asked", async () => {
    const code = await world.logs(origin, { service: "UDSAETTELSE", note: words, onTheSpot: true });
    await world.does(origin, "reopen", code, { reason: "NYT" });
    await world.does(origin, "consent", code, { withdrawn: true });
    expect(await wordsOf(code)).toBe(0);
  });

  test("also what whoever takes it back may not read", async () => {
    const code = await taken();
    await world.does(adviser, "consent", code, { withdrawn: true });
    await world.does(adviser, "send", code, { to: await world.post(caseworker), consent: { name: "written" } });
    await world.does(caseworker, "ask", code, { text: words });
    await world.does(adviser, "consent", code, { withdrawn: true });
    expect(await wordsOf(code)).toBe(0);
  });
});

describe("what is given back waits unopened while the origin", () => {
  test.each([
    ["corrects the situation", "correct", correction],
    ["tells of a new letter", "letter", letter],
    ["writes down what the resident says", "consent", { withdrawn: true }],
  ] as const)("%s", async (_title, act, input) => {
    const code = await givenBack();
    await world.does(origin, act, code, input);
    expect(await waitingOf(code)).toMatchObject({ state: "sent" });
  });

  test("is led by somebody who agrees that the name is given", async () => {
    const consent = { name: "cannot_ask", feedback: "no" } as const;
    const code = await world.logs(origin, { service: "SKP", contact: "together", consent });
    await world.does("skp.sck", "accept", code);
    await world.does("skp.sck", "send", code, { to: await world.post(origin) });
    expect(await world.tries("leder.akb", "approve", code)).toMatchObject({ ok: true });
  });
});

test("a letter of an origin that does not hear how it goes leaves whoever has it now less time", async () => {
  const code = await taken(unheard);
  await world.does(adviser, "send", code, { to: await world.post(caseworker), consent: { name: "written" } });
  expect(await waitingOf(code)).toEqual({ state: "sent", by: "2026-12-03" });
  await world.does(origin, "letter", code, letter);
  expect(await waitingOf(code)).toEqual({ state: "sent", by: "2026-12-02" });
});

test("what is sent back because of who the resident is can be undone, with its reason", async () => {
  const code = await world.logs(origin, { service: "UDSAETTELSE" });
  await world.does(adviser, "identity", code, { on: "2026-12-01" });
  await world.does(adviser, "return", code, { reason: "KENDT" });
  await world.does(adviser, "undo", code);
  expect(await waitingOf(code)).toMatchObject({ state: "opened" });
  const reasons = await world.owns(
    ["referral", "result"],
    (sql) => sql`select 1 from result x join referral r on r.id = x.referral_id where r.code = ${code}`,
  );
  expect(reasons).toHaveLength(0);
});
