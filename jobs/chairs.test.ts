import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fateOf } from "#db/proofs/chairs/fate.ts";
import { faultsOf, type Sight } from "#db/proofs/chairs/judge.ts";
import { luckOf } from "#db/proofs/chairs/luck.ts";
import { callsFirst } from "#db/proofs/chairs/meet.ts";
import { openStage, type Stage } from "#db/proofs/chairs/stage.ts";
import { twoWorlds } from "#db/proofs/chairs/two-worlds.ts";
import { spreadOf } from "#db/proofs/chairs/unseen.ts";
import { agendasOf, lookAround } from "#db/proofs/chairs/watch.ts";
import { allJobs } from "./all-jobs.ts";
import { tellByMail } from "./tell-by-mail.ts";

const none = { anchors: { folder: "" }, mail: { route: async () => {}, origin: "", from: "brobyg@brobyg.example" } };

/** Four weeks lived through day by day: long on a machine that is busy. */
const patience = 300_000;

test(
  "nobody falls between two chairs: four weeks of a partnership that forgets",
  async () => {
    const tell: Parameters<typeof twoWorlds>[0]["tell"] = (pool, day) => tellByMail(pool, day, 9);
    const { referrals, meetings, unseen, done } = await twoWorlds({
      seed: 20,
      days: 28,
      every: 7,
      jobs: allJobs(none),
      tell,
    });
    expect(referrals).toBeGreaterThan(12);
    expect(meetings).toBe(1);
    expect([...done.keys()]).toEqual(expect.arrayContaining(["accept", "progress", "ask"]));
    expect(unseen.mail.referrals).toBe(unseen.app.referrals);
  },
  patience,
);

test("the same seed lives through the same days, another one does not", () => {
  const told = (seed: number) => JSON.stringify(fateOf(luckOf(seed), 365));
  expect(told(7)).toBe(told(7));
  expect(told(8)).not.toBe(told(7));
});

test("says how long referrals lay: the middle, all but five of a hundred, the longest", () => {
  const days = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(spreadOf(days)).toEqual({ referrals: 100, median: 50, most95: 95, longest: 100 });
  expect(spreadOf([])).toEqual({ referrals: 0, median: 0, most95: 0, longest: 0 });
});

describe("a partnership in order, and then", () => {
  let stage: Stage;
  let code = "";
  let other = "";

  beforeAll(async () => {
    const luck = luckOf(1);
    stage = await openStage(fateOf(luck, 1), luck);
    await callsFirst(stage);
    code = await stage.world.logs("vicevaert.titanparken", { service: "SKP" });
    other = await stage.world.logs("vicevaert.lundtoftegade", { service: "BOLIGYDELSE" });
  }, patience);
  afterAll(() => stage.close());

  const sees = (): Promise<Sight> => lookAround(stage, 0, { whole: true });
  const wrong = (sight: Sight) =>
    faultsOf(sight)
      .map(({ code: about, what }) => `${about}: ${what}`)
      .toSorted();

  test("nothing is wrong with it", async () => {
    const sight = await sees();
    expect(sight.open.map((row) => row.code).toSorted()).toEqual([code, other].toSorted());
    expect(wrong(sight)).toEqual([]);
  });

  test("an agenda leaves one out, counted or not", async () => {
    await stage.world.does("vicevaert.titanparken", "agenda", code);
    const sight = await sees();
    expect(wrong(sight)).toEqual([]);
    await stage.world.owns(["meeting_item", "meeting_case"], async (sql) => {
      await sql`delete from meeting_case`;
      await sql`delete from meeting_item`;
    });
    expect(wrong({ ...sight, agenda: { meetings: await agendasOf(stage), built: true } })).toEqual([
      `${code}: it presses, and is no case of the next meeting`,
      "null: 0 cases and 1 that go on as agreed, of 2 that are open",
    ]);
  });

  test("no meeting is to come", async () => {
    const sight = await sees();
    expect(wrong({ ...sight, agenda: { meetings: [], built: false } })).toEqual(["null: there are 0 next meetings"]);
  });

  test("somebody's list shows what is no longer theirs to see", async () => {
    const sight = await sees();
    const lists = new Map(sight.lists);
    lists.set("skp.sck", new Map());
    lists.set("brobygger.suf", new Map([[other, [stage.id("brobygger.lokalomraadekontoret")]]]));
    expect(wrong({ ...sight, lists })).toEqual(
      [
        `${code}: skp.sck does not have it in any list`,
        `${other}: brobygger.suf has what waits for somebody else`,
      ].toSorted(),
    );
  });

  test("a policy hides it from those whom it waits for", async () => {
    await stage.world.owns(
      ["party", "referral"],
      (sql) => sql`
      update party set scope = 'none' where post_id = ${stage.id("skp.sck")}
        and referral_id = (select id from referral where code = ${code})`,
    );
    expect(wrong(await sees())).toEqual([
      `${code}: skp.sck does not have it in any list`,
      `${code}: skp2.sck does not have it in any list`,
    ]);
  });

  test("it waits for a post that nobody holds: its leader is told, and with no leader there, somebody is missing", async () => {
    const leave = (posts: readonly string[]) =>
      stage.world.owns(
        ["holding"],
        (sql) => sql`
        delete from holding where post_id = any (${posts.map(stage.id)}::uuid[])`,
      );
    await leave(["skp.sck"]);
    expect(wrong(await sees())).toEqual([]);
    await leave(["omraadechef.sck", "sagsbehandler.sck"]);
    const missing = "it waits for a post without anybody, and no leader is told";
    expect(wrong(await sees())).toEqual([`${code}: ${missing}`, `${other}: ${missing}`].toSorted());
  });
});
