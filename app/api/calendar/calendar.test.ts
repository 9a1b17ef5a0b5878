import { randomUUID } from "node:crypto";
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call } from "#db/meeting/call.ts";
import { cancel } from "#db/meeting/cancel.ts";
import { readMeetings } from "#db/meeting/read-meetings.ts";
import { type Answer, ask, serveFrom } from "#db/testing/call-handler.ts";
import { openWorld, valueOf, type World } from "#db/testing/world.ts";
import { POST as remove } from "../account/calendar/remove/route.ts";
import { POST as make } from "../account/calendar/route.ts";
import { GET } from "./[token]/route.ts";

const [adviser, stranger, coordinator] = ["boligraadgiver.sck", "sundhed.fc", "sagsbehandler.sck"];

let world: World;
let meeting: string;
let code: string;

beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
  code = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
  const posts = [await world.post(adviser)];
  meeting = await world.asks(coordinator, async (tx, me) => {
    const place = valueOf(await readMeetings(tx, me, "da")).calls[0]?.inTurn ?? "";
    const when = { series: "NETVAERKSMOEDE", onDay: me.today, startsAt: "09:30", place, posts };
    return valueOf(await call(tx, me, when)).id;
  });
});
afterAll(async () => world.close());

const posts = async (handler: unknown, persona: string): Promise<Answer> =>
  ask(handler, { token: await world.token(persona), body: { intent: randomUUID() } });
/** The last part of the address that somebody is given. */
const madeBy = async (persona: string): Promise<string> => {
  const { address } = (await posts(make, persona)).json["value"] as { address: string };
  expect(address).toMatch(/^https:\/\/brobyg\.example\/api\/calendar\/[\w-]{43}\.ics$/);
  return address.split("/").at(-1) ?? "";
};
/** As a calendar asks: without a cookie, from wherever it stands. */
const fetches = (token: string, from = "192.0.2.1") =>
  ask(GET, { params: { token }, headers: { origin: null, "sec-fetch-site": null, "x-forwarded-for": from } });
const found = ({ text }: Answer) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));

test("a feed has the meetings that its owner is called to, without a session, and nothing of what they are about", async () => {
  const answer = await fetches(await madeBy(adviser));
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(found(answer)).toMatchObject([{ uid: meeting, sequence: 1, summary: "Netværksmøde 1" }]);
  expect(answer.text).not.toMatch(new RegExp(`${code}|Udsættelse|boligraadgiver`, "i"));
});

test("whoever is called to none has an empty one", async () => {
  expect(found(await fetches(await madeBy(stranger)))).toEqual([]);
});

test("an address that nobody has, half of one or none is not there", async () => {
  const token = await madeBy(adviser);
  const wrong = [token.slice(0, -4), token.slice(1), `${"A".repeat(43)}.ics`, "%00.ics", ""];
  for (const each of wrong) expect([each, (await fetches(each)).status]).toEqual([each, 404]);
});

test("another address replaces it, and it can be removed; the database knows neither", async () => {
  const first = await madeBy(adviser);
  const second = await madeBy(adviser);
  expect([(await fetches(first)).status, (await fetches(second)).status]).toEqual([404, 200]);
  const kept = await world.owns(["calendar_feed"], (sql) => sql`select * from calendar_feed`);
  expect(JSON.stringify(kept)).not.toContain(second.slice(0, 43));
  expect((await posts(remove, stranger)).status).toBe(200);
  expect((await fetches(second)).status).toBe(200);
  expect((await posts(remove, adviser)).status).toBe(200);
  expect((await fetches(second)).status).toBe(404);
});

test("it ends with the account, and a meeting with its cancellation", async () => {
  const token = await madeBy(adviser);
  const turns = (active: boolean) =>
    world.owns(
      ["account"],
      (sql) => sql`
      update account set active = ${active} where email like ${`${adviser}@%`}`,
    );
  await turns(false);
  expect((await fetches(token)).status).toBe(404);
  await turns(true);
  expect(found(await fetches(token))).toHaveLength(1);
  valueOf(await world.as(coordinator, (tx, me) => cancel(tx, me, meeting)));
  expect(found(await fetches(token))).toEqual([]);
});

test("whoever guesses gets no further than the limit, and stands in nobody else's way", async () => {
  const token = await madeBy(stranger);
  const answers = await Promise.all(
    Array.from({ length: 250 }, (_, n) => fetches(`${String(n).padStart(43, "0")}.ics`, "192.0.2.66")),
  );
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
  expect((await fetches(token)).status).toBe(200);
});
