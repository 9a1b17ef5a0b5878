import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BenchMember, fill } from "#bench/fill.ts";
import { digits, letters } from "#lib/referral/code.ts";
import { inboxStates, inboxViews } from "#lib/referral/inbox-view.ts";
import { say } from "../testing/access/say.ts";
import { type Answer, ask, serveFrom } from "../testing/call-handler.ts";
import { openWorld, type World } from "../testing/world.ts";

const referrals = 10_000;
/** Of each way to find and to narrow, and of each act on several at once. */
const findings = 200;
const bulks = 24;
const several = 100;
const wanted = { find: 300, narrow: 200, bulk: 1_000 };

/** Sees every open referral of the partnership. */
const coordinator = "sagsbehandler.sck";

let world: World;
let receivers: BenchMember[];
const handlers: Record<string, unknown> = {};

beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
  ({ receivers } = await fill(world.database.ownerUrl, referrals));
  const owner = postgres(world.database.ownerUrl, { max: 1, onnotice: () => {} });
  await owner.unsafe("vacuum analyze");
  await owner.end();
  handlers["/api/find"] = (await import("#app/api/find/route.ts")).POST;
  handlers["/api/inbox"] = (await import("#app/api/inbox/route.ts")).GET;
  handlers["/api/bulk"] = (await import("#app/api/bulk/route.ts")).POST;
}, 600_000);
afterAll(async () => world?.close());

type Asked = { path: string; token: string; body?: Record<string, unknown> };

/** Milliseconds from the request to its whole answer. Throws for anything but an answer of what was asked for. */
async function timed({ path, token, body }: Asked): Promise<{ took: number; answer: Answer }> {
  const began = performance.now();
  const answer = await ask(handlers[path.split("?")[0] ?? ""], { path, token, ...(body ? { body } : {}) });
  const took = performance.now() - began;
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return { took, answer };
}

const p95 = (times: number[]): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;

const receiver = (turn: number): BenchMember => receivers[turn % receivers.length] as BenchMember;

const codesOf = (post: string): Promise<string[]> =>
  world.owns(["referral", "handover"], async (sql) => {
    const rows = await sql<{ code: string }[]>`
      select r.code from referral r left join handover w on w.partnership_id = r.partnership_id and w.id = r.waiting_id
      where r.status = 'open' and ${post} in (r.holder_post, w.to_post) order by r.code limit ${several}`;
    return rows.map(({ code }) => code);
  });

/** One sign is another one, at another place each time. */
function mistyped(code: string, turn: number): string {
  const at = turn % code.length;
  const others = `${digits}${letters}`.split("").filter((sign) => sign !== code[at]);
  return code.slice(0, at) + others[turn % others.length] + code.slice(at + 1);
}

test("a referral among 10,000 is found by a code with one wrong sign (B12)", async () => {
  const codes = new Map<BenchMember, string[]>();
  for (const each of receivers) codes.set(each, await codesOf(each.post));
  const times: Record<"party" | "coordinator", number[]> = { party: [], coordinator: [] };
  const found = { party: 0, coordinator: 0 };
  for (let turn = 0; turn < findings; turn += 1) {
    const member = receiver(turn);
    const code = codes.get(member)?.[Math.floor(turn / receivers.length)] ?? "";
    const body = { code: mistyped(code, turn) };
    const { took, answer } = await timed({ path: "/api/find", token: member.token, body });
    times.party.push(took);
    if (answer.text.includes(code)) found.party += 1;
    // A person may only ask so often.
    if (turn % 6 !== 0) continue;
    const overview = await timed({ path: "/api/find", token: await world.token(coordinator), body });
    times.coordinator.push(overview.took);
    if (overview.answer.text.includes(code)) found.coordinator += 1;
  }
  say("find", {
    referrals: [referrals, "10,000"],
    "found by a party": [found.party, findings],
    "ms, p95, by a party": [Math.round(p95(times.party)), `≤ ${wanted.find}`],
    "found by the coordinator": [found.coordinator, times.coordinator.length],
    "ms, p95, by the coordinator": [Math.round(p95(times.coordinator)), `≤ ${wanted.find}`],
  });
  expect(found).toEqual({ party: findings, coordinator: times.coordinator.length });
  expect(Math.max(p95(times.party), p95(times.coordinator))).toBeLessThanOrEqual(wanted.find);
});

test("a list is narrowed by every filter and view (B11, B12)", async () => {
  const [unit] = await world.owns(
    ["unit"],
    (sql) => sql<{ id: string }[]>`
    select id from unit where kind = 'helhedsplan' order by id limit 1`,
  );
  const filters = [
    "service=UDSAETTELSE",
    `unit=${unit?.id}`,
    "sort=newest",
    ...inboxStates.map((state) => `state=${state}`),
    ...inboxViews.map((view) => `view=${view}`),
  ];
  const times: number[] = [];
  let rows = 0;
  for (let turn = 0; turn < findings; turn += 1) {
    const list = turn % 2 === 0 ? "waits" : "held";
    const path = `/api/inbox?list=${list}&rows=250&${filters[turn % filters.length]}`;
    const { took, answer } = await timed({ path, token: receiver(turn).token });
    times.push(took);
    rows += (answer.json["rows"] as unknown[]).length;
  }
  say("find", {
    filters: [filters.length, "all"],
    "rows shown": [rows, "some"],
    "ms, p95, to narrow": [Math.round(p95(times)), `≤ ${wanted.narrow}`],
  });
  expect(rows).toBeGreaterThan(findings);
  expect(p95(times)).toBeLessThanOrEqual(wanted.narrow);
});

test("100 referrals are put on the agenda, or given somebody, at once (B23)", async () => {
  const times: Record<"agenda" | "assign", number[]> = { agenda: [], assign: [] };
  const all = await Promise.all(receivers.map(async (each) => ({ ...each, codes: await codesOf(each.post) })));
  // Cases are spread by chance: some have a few less.
  const busy = all.filter(({ codes }) => codes.length === several);
  while (times.agenda.length < bulks) {
    for (const { token, post, codes } of busy) {
      const [held] = await world.owns(
        ["holding"],
        (sql) => sql<{ person: string }[]>`
          select person_id as person from holding where post_id = ${post}`,
      );
      for (const act of ["agenda", "assign"] as const) {
        const body = { act, codes, intent: randomUUID(), ...(act === "assign" && { person: held?.person }) };
        const { took, answer } = await timed({ path: "/api/bulk", token, body });
        times[act].push(took);
        expect((answer.json["value"] as { codes: string[] }).codes).toHaveLength(several);
      }
    }
    await world.owns(["referral", "handover"], async (sql) => {
      await sql`update referral set on_agenda = false, assigned = null where on_agenda`;
      await sql`update handover set assigned = null where assigned is not null`;
    });
  }
  say("find", {
    "times each on 100 at once": [times.agenda.length, "at least 20"],
    "ms, p95, to put on the agenda": [Math.round(p95(times.agenda)), `≤ ${wanted.bulk}`],
    "ms, p95, to give somebody": [Math.round(p95(times.assign)), `≤ ${wanted.bulk}`],
  });
  expect(times.agenda.length).toBeGreaterThanOrEqual(20);
  expect(Math.max(p95(times.agenda), p95(times.assign))).toBeLessThanOrEqual(wanted.bulk);
});
