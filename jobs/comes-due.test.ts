import { afterAll, beforeAll, expect, test } from "vitest";
import { openPool, type Pool } from "#db/client.ts";
import { readNotices } from "#db/notice/read-notices.ts";
import { openWorld, valueOf, type World } from "#db/testing/world.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { endHolds } from "./end-holds.ts";
import { expireConsents } from "./expire-consents.ts";
import { remindOfClocks } from "./remind-of-clocks.ts";

let world: World;
let jobs: Pool;
let today: Day;
beforeAll(async () => {
  world = await openWorld();
  jobs = openPool(world.database.jobsUrl, { max: 2 });
  today = await world.asks("admin", async (_tx, me) => me.today);
});
afterAll(async () => {
  await jobs.close();
  await world.close();
});

const vicevaert = "vicevaert.titanparken";
const stands = (code: string) =>
  world.owns(["referral", "handover", "event"], async (sql) => {
    const [row] = await sql<{ state: string; touched: Day; acts: string[] }[]>`
      select h.state, r.touched_on::text as touched, array(select e.act from event e where e.referral_id = r.id order by e.seq) as acts
      from referral r join handover h on h.referral_id = r.id where r.code = ${code} order by h.seq desc limit 1`;
    return row;
  });

test("what was held until a day comes back by itself on the day after, and is told as of then", async () => {
  const code = await world.logs(vicevaert, { service: "SKP" }, { ago: 20 });
  await world.does("skp.sck", "accept", code, {}, { ago: 19 });
  const until = addDays(today, -4);
  await world.does("skp.sck", "hold", code, { until, reason: "BEBOER" }, { ago: 18 });
  expect(await endHolds(jobs, until)).toBe(0);
  expect((await stands(code))?.state).toBe("on_hold");
  const both = await Promise.all([endHolds(jobs, today), endHolds(jobs, today)]);
  expect(both[0] + both[1]).toBe(1);
  expect(await endHolds(jobs, today)).toBe(0);
  expect(await stands(code)).toMatchObject({ state: "accepted", touched: addDays(until, 1) });
});

test("what waits on an oral consent that ran out is taken back, what is taken over is hidden, each once", async () => {
  const consent = { name: "oral", feedback: "yes" } as const;
  const waits = await world.logs(vicevaert, { service: "SKP", consent }, { ago: 9 });
  const taken = await world.logs(vicevaert, { service: "SKP", consent }, { ago: 9 });
  await world.does("skp.sck", "accept", taken, {}, { ago: 8 });
  const written = await world.logs(vicevaert, { service: "SKP" }, { ago: 9 });
  await world.owns(
    ["consent"],
    (sql) => sql`update consent set expires_on = ${addDays(today, -3)} where name = 'oral'`,
  );
  expect(await expireConsents(jobs, addDays(today, -3))).toBe(0);
  expect(await expireConsents(jobs, today)).toBe(2);
  expect(await expireConsents(jobs, today)).toBe(0);
  expect(await stands(waits)).toMatchObject({ state: "withdrawn", touched: addDays(today, -2) });
  expect((await stands(taken))?.acts).toEqual(["log", "send", "accept", "expire"]);
  expect((await stands(written))?.state).toBe("sent");
  const matter = ({ sql }: Pick<Pool, "sql">) => sql`
    select 1 from referral_matter m join referral r on r.id = m.referral_id where r.code = ${taken}`;
  expect(await world.asks("skp.sck", (tx) => matter(tx as never))).toHaveLength(0);
  expect(await world.asks(vicevaert, (tx) => matter(tx as never))).toHaveLength(1);
});

test("nobody of the application tells what only happens by itself", async () => {
  const code = await world.logs(vicevaert, { service: "SKP" });
  for (const act of ["hold_over", "expire", "due"])
    await expect(
      world.asks(vicevaert, async ({ sql }, me) => {
        await sql`insert into event (partnership_id, referral_id, seq, act, person_id, post_id, details)
          select partnership_id, id, events + 1, ${act}, ${me.person}, origin_post, '{}'
          from referral where code = ${code}`;
      }),
    ).rejects.toMatchObject({ code: "BB008" });
});

test("who does not answer is reminded, then told that it is late, and at last the leader, each once (B25)", async () => {
  const code = await world.logs(vicevaert, { service: "SKP" }, { ago: 21 });
  const back = await world.logs(vicevaert, { service: "SKP" }, { ago: 22 });
  await world.does("skp.sck", "return", back, { reason: "VEJLEDT" }, { ago: 21 });
  const told = async (persona: string, about: string) =>
    valueOf(await world.as(persona, (tx, me) => readNotices(tx, me, "da")))
      .weeks.flatMap(({ notices }) => notices)
      .filter((notice) => notice.code === about && ["last_day", "late", "late_leader"].includes(notice.kind))
      .map(({ kind }) => kind)
      .toReversed();
  await remindOfClocks(jobs, addDays(today, -21));
  expect(await told("skp.sck", code)).toEqual([]);
  await Promise.all([remindOfClocks(jobs, today), remindOfClocks(jobs, today)]);
  expect(await remindOfClocks(jobs, today)).toBe(0);
  expect(await told("skp.sck", code)).toEqual(["last_day", "late"]);
  expect(await told("leder.sck", code)).toEqual(["late_leader"]);
  // Of a housing organisation the post alone is told: its leader sees counts only.
  expect(await told(vicevaert, back)).toEqual(["late"]);
  expect(await told(vicevaert, code)).toEqual([]);
  expect((await stands(code))?.acts).toEqual(["log", "send", "due", "due", "due"]);
});
