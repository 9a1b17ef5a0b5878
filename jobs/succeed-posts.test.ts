import { afterAll, beforeAll, expect, test } from "vitest";
import { openPool, type Pool } from "#db/client.ts";
import { addPartnership, elsewhere } from "#db/testing/elsewhere.ts";
import { openWorld, valueOf, type World } from "#db/testing/world.ts";
import { endPost } from "#db/units/end-post.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { succeedPosts } from "./succeed-posts.ts";

let world: World;
let jobs: Pool;
let today: Day;
beforeAll(async () => {
  world = await openWorld();
  await addPartnership(world);
  jobs = openPool(world.database.jobsUrl, { max: 2 });
  today = await world.asks("admin", async (_tx, me) => me.today);
});
afterAll(async () => {
  await jobs.close();
  await world.close();
});

type Lies = {
  code: string;
  origin: string;
  holder: string;
  waits: string | null;
  state: string | null;
  status: string;
};
const lies = (code: string) =>
  world.owns(["referral", "handover"], async (sql) => {
    const [row] = await sql<Lies[]>`
      select r.code, r.origin_post as origin, r.holder_post as holder, w.to_post as waits, w.state, r.status
      from referral r left join handover w on w.partnership_id = r.partnership_id and w.id = r.waiting_id
      where r.code = ${code}`;
    if (!row) throw new Error("it is gone");
    return row;
  });
const eventsOf = (code: string) =>
  world.owns(["referral", "event"], async (sql) =>
    (
      await sql<{ act: string }[]>`
        select e.act from event e join referral r on r.partnership_id = e.partnership_id and r.id = e.referral_id
        where r.code = ${code} order by e.seq`
    ).map(({ act }) => act),
  );
/** Open referrals that some post which has ended still has a part in: nobody's. */
const ownerless = (day: Day) =>
  world.owns(
    ["referral", "handover", "post"],
    (sql) => sql`
    select r.code from referral r
    left join handover w on w.partnership_id = r.partnership_id and w.id = r.waiting_id
    join post p on p.partnership_id = r.partnership_id and p.id in (r.origin_post, r.holder_post, w.to_post)
    where r.status = 'open' and p.valid_to < ${day}`,
  );
const ends = async (post: string, from: Day, successor: string) =>
  valueOf(await world.as("admin", (tx, me) => endPost(tx, me, { post, from, successor })));

test("what lies with a post that ends, waits for it or came from it moves on its day, none is left, and once is enough", async () => {
  const [titan, lundtofte, skp, adviser] = await Promise.all(
    ["vicevaert.titanparken", "vicevaert.lundtoftegade", "skp.sck", "boligraadgiver.sck"].map(world.post),
  );
  if (!titan || !lundtofte || !skp || !adviser) throw new Error("the agreement lost its posts");
  const waits = await world.logs("vicevaert.titanparken", { service: "SKP" });
  const taken = await world.logs("vicevaert.titanparken", { service: "SKP" });
  await world.does("skp.sck", "accept", taken);
  const back = await world.logs("vicevaert.titanparken", { service: "SKP" });
  await world.does("skp.sck", "return", back, { reason: "VEJLEDT" });
  const closed = await world.logs("vicevaert.titanparken", { service: "SKP" });
  await world.does("skp.sck", "accept", closed);
  await world.does("skp.sck", "complete", closed, { outcome: "KONTAKT" });
  const other = await world.logs("vicevaert.lundtoftegade", { service: "SKP" });
  const theirs = await world.logs(elsewhere("vicevaert.titanparken"), { service: "SKP" });
  const before = await Promise.all([closed, other, theirs].map(lies));

  const from = addDays(today, 3);
  await ends(titan, from, lundtofte);
  expect(await succeedPosts(jobs, addDays(from, -1))).toBe(0);
  expect(await ownerless(from)).toHaveLength(3);

  // Two runs at once, days too late: every one has moved once.
  const late = addDays(from, 4);
  const both = await Promise.all([succeedPosts(jobs, late), succeedPosts(jobs, late)]);
  expect(both[0] + both[1]).toBe(3);
  expect(await ownerless(late)).toEqual([]);
  expect(await succeedPosts(jobs, late)).toBe(0);
  expect(await lies(waits)).toMatchObject({ origin: lundtofte, holder: lundtofte, waits: skp, state: "sent" });
  expect(await lies(taken)).toMatchObject({ origin: lundtofte, holder: skp, waits: null });
  expect(await lies(back)).toMatchObject({ origin: lundtofte, holder: lundtofte, waits: null });
  for (const code of [waits, taken, back])
    expect((await eventsOf(code)).filter((act) => act === "succeed")).toHaveLength(1);
  expect(await Promise.all([closed, other, theirs].map(lies))).toEqual(before);
  // Its new post sees it, with everything.
  expect(
    await world.asks("vicevaert.lundtoftegade", ({ sql }) => sql`select 1 from referral where code = ${back}`),
  ).toHaveLength(1);
});

test("what waits for its receiver's end waits for the one that follows in the end, and in no circle", async () => {
  const [skp, adviser, mentor] = await Promise.all(["skp.sck", "boligraadgiver.sck", "mentor.sck"].map(world.post));
  if (!skp || !adviser || !mentor) throw new Error("the agreement lost its posts");
  const code = await world.logs("raadgiver.mimersgade", { service: "SKP" });
  const from = addDays(today, 10);
  await ends(skp, from, mentor);
  await ends(mentor, addDays(from, 5), adviser);
  expect(await succeedPosts(jobs, addDays(from, 7))).toBeGreaterThan(0);
  expect((await lies(code)).waits).toBe(adviser);
  expect(await ownerless(addDays(from, 7))).toEqual([]);
});

test("what came to a post after it was to end without anybody goes to the coordinator", async () => {
  const [adviser, coordinator] = await Promise.all(["raadgiver.mimersgade", "sagsbehandler.sck"].map(world.post));
  const post = await world.post("brobygger.lokalomraadekontoret");
  const from = addDays(today, 20);
  await ends(post, from, "");
  const code = await world.logs("raadgiver.mimersgade", { service: "BRO" });
  expect(await lies(code)).toMatchObject({ origin: adviser, waits: post });
  expect(await succeedPosts(jobs, from)).toBeGreaterThan(0);
  expect(await lies(code)).toMatchObject({ origin: adviser, waits: coordinator });
});
