import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { matrix } from "#db/testing/access/matrix.ts";
import { findWaysIn } from "#db/testing/access/routes.ts";
import { type Asking, ask, forgetCounts, markFor, serveFrom } from "#db/testing/call-handler.ts";
import { openWorld, type World } from "#db/testing/world.ts";

// Two people share a browser: the first one's tab still shows their page, and the browser sends the second one's session.
const [first, second] = ["boligraadgiver.sck", "skp.sck"];
const native = { "content-type": "application/x-www-form-urlencoded" };
const parts = { id: "x", post: "x", search: "x", code: "x", act: "agenda" };

const ways = findWaysIn()
  .filter((way) => matrix[way]?.of !== "everybody")
  .map((way) => ({ way, method: way.split(" ")[0] ?? "", route: way.split(" ")[1] ?? "" }));
const changes = ways.filter(({ method }) => method === "POST");
/** What pages ask for by themselves. A paper, a file and the stream are asked for by the browser alone, which says nothing. */
const reads = ways.filter(({ method, way }) => method === "GET" && !/\/(export|minutes|live)\b/.test(way));

let world: World;
let page: string;
let token: string;
beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
  page = (await markFor(await world.token(first))) ?? "";
  token = await world.token(second);
});
afterAll(async () => world.close());
beforeEach(forgetCounts);

const files = import.meta.glob<Record<string, unknown>>("../**/route.ts");
async function asks(method: string, route: string, asking: Asking) {
  const handler = (await files[`..${route}/route.ts`]?.())?.[method];
  if (!handler) throw new Error(`nothing answers ${method} ${route}`);
  return ask(handler, { path: route, params: parts, ...asking });
}
const from = (whose: string | null) => ({ "brobyg-whose": whose });

describe("what comes from the page of somebody who is no longer logged in here", () => {
  test("there are ways in to try", () => expect([changes.length > 70, reads.length > 8]).toEqual([true, true]));

  test.each(changes)("$way is refused, in a sentence that says so", async ({ method, route }) => {
    const body = { intent: randomUUID() };
    const { status, json } = await asks(method, route, { token, body, headers: from(page) });
    expect([status, json["code"]]).toEqual([409, "other-person"]);
    expect(json["message"]).toBe("En anden er nu logget ind i denne browser. Intet herfra er sendt.");
  });

  test.each(changes)("$way is refused before scripts run too", async ({ method, route }) => {
    const body = new URLSearchParams({ intent: randomUUID(), whose: page }).toString();
    const answer = await asks(method, route, { token, body, headers: { ...native, ...from(null) } });
    expect([answer.status, answer.text]).toEqual([409, expect.stringMatching(/^En anden er nu logget ind/)]);
  });

  test.each(changes)("$way is refused where it does not say whose page it is", async ({ method, route }) => {
    const body = { intent: randomUUID() };
    const { status, json } = await asks(method, route, { token, body, headers: from(null) });
    expect([status, json["code"], json["message"]]).toEqual([400, "no-page", "Genindlæs siden, og prøv igen."]);
  });

  test.each(reads)("$way gives that page nothing of the other's", async ({ method, route }) => {
    const { status, json } = await asks(method, route, { token, headers: from(page) });
    expect([status, json["code"]]).toEqual([409, "other-person"]);
  });

  test("logs nobody out", async () => {
    const body = new URLSearchParams({ whose: page }).toString();
    const refused = await asks("POST", "/api/sign-out", { token, body, headers: { ...native, ...from(null) } });
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([409, []]);
    expect((await asks("GET", "/api/session", { token })).status).toBe(200);
  });
});

describe("an act", () => {
  /** Puts a referral on the agenda, which the first may and the second may not. */
  async function acts(as: string, { code, intent, whose }: { code: string; intent: string; whose: string }) {
    const asking = { token: as, params: { code, act: "agenda" }, body: { intent }, headers: from(whose) };
    const { json } = await asks("POST", "/api/referrals/[code]/[act]", asking);
    return json["ok"] === true ? "done" : json["code"];
  }
  const logged = () => world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
  const intents = (key: string) => world.owns(["intent"], (sql) => sql`select 1 from intent where key = ${key}`);

  test("is done once its own person is back, with the same key, and not before", async () => {
    const own = await world.token(first);
    const act = { code: await logged(), intent: randomUUID(), whose: page };
    expect(await acts(token, act)).toBe("other-person");
    expect(await intents(act.intent)).toHaveLength(0);
    expect(await acts(own, act)).toBe("done");
  });

  test("is taken from a page of an earlier session of the same person", async () => {
    const act = { code: await logged(), intent: randomUUID(), whose: page };
    expect(await acts(await world.signsInAgain(first), act)).toBe("done");
  });
});

test("a page is marked by what tells nobody anything: another for each person, the same for each, and none of their ids", async () => {
  const [one, again] = [await world.signsInAgain(first), await world.signsInAgain(first)];
  const marks = await Promise.all([one, again, token].map(markFor));
  expect(marks[0]).toBe(marks[1]);
  expect(marks[0]).not.toBe(marks[2]);
  const { json } = await asks("GET", "/api/session", { token: one });
  expect(Object.keys(json).toSorted()).toEqual(["absolute", "idle", "whose"]);
  expect(json["whose"]).toBe(marks[0]);
  expect(json["whose"]).toMatch(/^[\w-]{22}$/);
});
