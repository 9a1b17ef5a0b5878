import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { matrix } from "#db/testing/access/matrix.ts";
import { findWaysIn } from "#db/testing/access/routes.ts";
import { type Answer, type Asking, ask, forgetCounts, serveFrom } from "#db/testing/call-handler.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import { sourceOf } from "./browser.ts";
import { type Limited, spend } from "./limit.ts";

const files = import.meta.glob<Record<string, unknown>>("../**/route.ts");
/** Every route handler that the source has, by what it is for. */
const ways = findWaysIn()
  .filter((way) => /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) /.test(way))
  .map((way) => ({ way, method: way.split(" ")[0] ?? "", isPublic: matrix[way]?.of === "everybody" }));
const posts = ways.filter(({ method }) => method === "POST");
const gets = ways.filter(({ method }) => method === "GET");

let world: World;
beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
  vi.stubEnv("BROBYG_CHANGES_PER_MINUTE", undefined);
});
afterAll(async () => world.close());
beforeEach(forgetCounts);
afterEach(() => {
  vi.useRealTimers();
});

/** Asks a handler by its way in; `act` and ids are such that what it does next would be refused anyway. */
async function asks({ way, method }: (typeof ways)[number], asking: Asking): Promise<Answer> {
  const route = way.split(" ")[1] ?? "";
  const [, load] =
    Object.entries(files).find(([file]) => route === `/${file.slice(3, -9).replaceAll(/\([^)]*\)\//g, "")}`) ?? [];
  const handler = (await load?.())?.[method];
  if (!handler) throw new Error(`nothing answers ${way}`);
  return ask(handler, {
    params: { id: "x", post: "x", search: "x", code: "x", act: "agenda", ...asking.params },
    ...asking,
  });
}

/** A body without a length, in parts of a kilobyte, that says how much of it was read; after so many it ends, or waits. */
function bodyOf(parts: number, after: "ends" | "waits" = "ends") {
  const read = { bytes: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (read.bytes >= parts * 1_024) return after === "ends" ? controller.close() : new Promise<void>(() => {});
        read.bytes += 1_024;
        controller.enqueue(new Uint8Array(1_024).fill(120));
        return undefined;
      },
    },
    { highWaterMark: 0 },
  );
  return { read, body };
}

const endless = 1_000;
/** Longer than what is cut by no more than a part that has come already. */
const mostRead = 16_384 + 1_024;
/** These take a file or a list of texts, and so many kilobytes of it. */
const takesMore: Record<string, { most: number; code: string }> = {
  "POST /api/agreement/revision/local": { most: 65_536 + 1_024, code: "body-too-long" },
  "POST /api/agreement/revision/texts": { most: 65_536 + 1_024, code: "body-too-long" },
  "POST /api/people/list": { most: 262_144 + 1_024, code: "list-too-large" },
  "POST /api/people/list/try": { most: 262_144 + 1_024, code: "list-too-large" },
};
const kinds: Limited[] = [
  "change",
  "find",
  "look",
  "presence",
  "step",
  "read",
  "visit",
  "feed",
  "paper",
  "export",
  "list",
];
async function useUp(whose: string): Promise<void> {
  for (const kind of kinds) for (let left = 2_000; left > 0 && !(await spend(kind, whose)); left -= 1);
}

test("there are handlers to try", () => {
  expect([posts.length > 80, gets.length > 15, ways.length]).toEqual([true, true, posts.length + gets.length]);
});

test.each(posts)("$way reads nothing of what another site sends", async (each) => {
  const { read, body } = bodyOf(endless);
  const token = await world.token("sagsbehandler.sck");
  const { status, json } = await asks(each, { token, body, headers: { origin: "https://attacker.example" } });
  expect([status, json["code"], read.bytes]).toEqual([403, "foreign-origin", 0]);
});

test.each(posts.filter(({ isPublic }) => !isPublic))("$way reads nothing without a session", async (each) => {
  for (const token of [undefined, "x".repeat(43)]) {
    const { read, body } = bodyOf(endless);
    const { status, json } = await asks(each, { token, body });
    expect([token, status, json["code"], read.bytes]).toEqual([token, 401, "signed-out", 0]);
  }
});

test("an account that has asked too often is answered by no handler, and nothing of what it sends is read", async () => {
  const token = await world.token("forum");
  const [account] = await world.owns(
    ["session"],
    (sql) => sql<{ account_id: string }[]>`
    select account_id from session order by started_at desc limit 1`,
  );
  await useUp(account?.account_id ?? "");
  for (const each of ways.filter(({ isPublic }) => !isPublic)) {
    const { read, body } = bodyOf(endless);
    const { status, json, headers } = await asks(each, each.method === "POST" ? { token, body } : { token });
    expect([each.way, status, json["code"], read.bytes]).toEqual([each.way, 429, "too-many", 0]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  }
});

test("what is for everybody is answered to no address that has asked too often, and nothing of what it sends is read", async () => {
  const headers = { "x-forwarded-for": "203.0.113.9" };
  await useUp(sourceOf(new Headers(headers)).toString("hex"));
  for (const each of ways.filter(({ isPublic }) => isPublic)) {
    const { read, body } = bodyOf(endless);
    const { status, json } = await asks(each, each.method === "POST" ? { headers, body } : { headers });
    expect([each.way, status, json["code"], read.bytes]).toEqual([each.way, 429, "too-many", 0]);
  }
});

test.each(posts)(
  "$way cuts a body without a length at sixteen kilobytes, a file or a list at its own length, and one with a length at once",
  async (each) => {
    const token = await world.token("boligraadgiver.sck");
    const { read, body } = bodyOf(endless);
    const { status, json } = await asks(each, { token, body });
    const { most, code } = takesMore[each.way] ?? { most: mostRead, code: "body-too-long" };
    expect([status, json["code"], read.bytes <= most || read.bytes]).toEqual([413, code, true]);
    const said = bodyOf(endless);
    const long = await asks(each, { token, body: said.body, headers: { "content-length": "99999999" } });
    expect([long.status, said.read.bytes]).toEqual([413, 0]);
  },
);

test("no handler waits longer than ten seconds for what trickles in", async () => {
  // One account may not ask for as many things in a minute as there are.
  const tokens = [await world.token("boligraadgiver2.sck"), await world.token("raadgiver.mimersgade")] as const;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const waiting = posts.map((each, index) => {
    const { read, body } = bodyOf(2, "waits");
    return { each, read, answer: asks(each, { token: tokens[index % 2 ? 0 : 1], body }) };
  });
  await vi.waitUntil(() => waiting.every(({ read }) => read.bytes > 0), { timeout: 60_000 });
  await vi.advanceTimersByTimeAsync(10_000);
  for (const { each, answer } of waiting) {
    const { status, json } = await answer;
    expect([each.way, status, json["code"]]).toEqual([each.way, 408, "body-too-slow"]);
  }
});

const form = { "content-type": "application/x-www-form-urlencoded" };
const shapes: [what: string, code: string, asking: Asking][] = [
  ["a form that is too deep", "body-too-deep", { headers: form, body: `a${".".repeat(2_000)}b=1` }],
  ["JSON that is too deep", "body-too-deep", { body: `{"a":${"[".repeat(5_000)}${"]".repeat(5_000)}}` }],
  ["a form of too many fields", "too-many-fields", { headers: form, body: "a=&".repeat(2_000) }],
  ["JSON of too many values", "too-many-fields", { body: { a: Array.from({ length: 2_000 }, () => 1) } }],
];
test.each(shapes)("no handler takes %s", async (_what, code, asking) => {
  const token = await world.token("mentor.sck");
  for (const each of posts) {
    forgetCounts();
    const { status, text } = await asks(each, { token, ...asking });
    const said = asking.headers ? text : (JSON.parse(text) as { code: string }).code;
    expect([each.way, status, asking.headers ? said.length > 20 : said]).toEqual([
      each.way,
      400,
      asking.headers ? true : code,
    ]);
  }
});

test("what is refused counts: so many texts that the guard stops, and no more", async () => {
  const token = await world.token("skp.sck");
  const change = posts.find(({ way }) => way === "POST /api/drafts/[id]/remove");
  if (!change) throw new Error("no such change");
  const answers: number[] = [];
  for (let turn = 0; turn < 100; turn += 1) answers.push((await asks(change, { token, body: { page: "?" } })).status);
  expect(answers.filter((status) => status === 400)).toHaveLength(90);
  expect(answers.slice(90).every((status) => status === 429)).toBe(true);
});
