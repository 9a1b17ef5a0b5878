import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { NoticeLine } from "#lib/referral/notice-view.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { countUnread } from "./count-unread.ts";
import { readNotices } from "./read-notices.ts";
import { seeNotices } from "./see-notices.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const vicevaert = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";

const list = async (persona: string) => valueOf(await world.as(persona, (tx, me) => readNotices(tx, me, "da")));
const about = async (persona: string, code: string): Promise<NoticeLine[]> =>
  (await list(persona)).weeks.flatMap(({ notices }) => notices).filter((notice) => notice.code === code);
const unread = (persona: string) => world.asks(persona, countUnread);
const released = (code: string) =>
  world.owns(
    ["notice", "referral"],
    (sql) =>
      sql`update notice set release_at = app_now() where release_at > app_now()
      and referral_id = (select id from referral where code = ${code})`,
  );

test("tells the receiver who sent it, and the sender nothing of one's own act", async () => {
  const code = await world.logs(vicevaert, { service: "UDSAETTELSE" });
  expect(await about(adviser, code)).toMatchObject([
    {
      kind: "sent",
      by: { post: "Projektleder/social vicevært, Titanparken" },
      service: "Udsættelse truer",
      unread: true,
    },
  ]);
  expect(await about(vicevaert, code)).toEqual([]);
  expect(await about("mentor.sck", code)).toEqual([]);
});

test("keeps back what may still be undone, and drops what was", async () => {
  const [undone, done] = [
    await world.logs(vicevaert, { service: "UDSAETTELSE" }),
    await world.logs(vicevaert, { service: "UDSAETTELSE" }),
  ];
  for (const code of [undone, done]) await world.does(adviser, "accept", code);
  await world.does(adviser, "undo", undone);
  for (const code of [undone, done]) {
    expect(await about(vicevaert, code)).toEqual([]);
    await released(code);
  }
  expect(await about(vicevaert, undone)).toEqual([]);
  expect(await about(vicevaert, done)).toMatchObject([{ kind: "accepted", by: { post: "Boligrådgiver, SCK" } }]);
});

test("is read by each person for itself, up to what was shown", async () => {
  const first = await world.logs(vicevaert, { service: "UDSAETTELSE" });
  const { upTo } = await list(adviser);
  await sleep(5);
  const second = await world.logs(vicevaert, { service: "UDSAETTELSE" });
  const before = await unread(adviser);
  for (let times = 0; times < 2; times += 1) valueOf(await world.as(adviser, (tx, me) => seeNotices(tx, me, upTo)));
  expect(await unread(adviser)).toBeLessThan(before);
  expect(await unread(adviser)).toBe(1);
  expect(await about(adviser, first)).toMatchObject([{ unread: false }]);
  expect(await about(adviser, second)).toMatchObject([{ unread: true }]);
  expect(await about("boligraadgiver2.sck", first)).toMatchObject([{ unread: true }]);
  expect((await list(adviser)).unread).toBe(1);
});

test("says once to somebody with two posts what both are told", async () => {
  const code = await world.logs(vicevaert, { service: "MENTOR1825" });
  await world.does("skp.sck", "return", code, { reason: "SAMTYKKE" });
  await released(code);
  expect(await about(vicevaert, code)).toHaveLength(1);
  expect(await about("skp.sck", code)).toMatchObject([{ kind: "sent" }]);
});

test("does not name a helhedsplan to whom it is not named", async () => {
  const [coordinator, first, second] = ["sagsbehandler.sck", "vicevaert.lundtoftegade", vicevaert];
  const [toFirst, toSecond] = [await world.post(first), await world.post(second)];
  const code = await world.logs(coordinator, { service: "LOKAL", to: toFirst });
  await world.does(first, "redirect", code, { to: toSecond, reason: "OMRAADE" });
  await world.does(coordinator, "confirm", code, { consent: { name: "written", feedback: "yes" } });
  await released(code);
  expect(await about(second, code)).toMatchObject([{ kind: "sent", by: { post: "Specialiseret sagsbehandler, SCK" } }]);
  expect(await about(coordinator, code)).toMatchObject([
    { kind: "proposed", by: { post: "Social vicevært, Lundtoftegade" } },
  ]);

  await world.does(second, "accept", code);
  await released(code);
  await world.does(second, "send", code, { to: toFirst, consent: { name: "written", feedback: "yes" } });
  await world.does(first, "accept", code);
  await released(code);
  expect(await about(coordinator, code)).toMatchObject([{ kind: "accepted", by: "plan" }, { kind: "accepted" }, {}]);
  expect(await about(second, code)).toMatchObject([{ kind: "passed_on", by: "plan" }, {}]);
});

test("tells whoever passed it on that it went further, without naming two whom they may not know", async () => {
  const [caseworker, beyond] = ["sagsbehandler.sck", "brobygger.suf"];
  const code = await world.logs("raadgiver.mimersgade", { service: "BOLIGYDELSE" });
  await world.does(caseworker, "redirect", code, { to: await world.post(adviser), reason: "FUNKTION" });
  await world.does(adviser, "redirect", code, {
    to: await world.post("brobygger.lokalomraadekontoret"),
    reason: "ENHED",
  });
  await world.does("raadgiver.mimersgade", "confirm", code, { consent: { name: "written", feedback: "yes" } });
  await released(code);
  expect(await about(adviser, code)).toContainEqual(
    expect.objectContaining({ kind: "redirected", by: "somebody", to: "somebody" }),
  );
  expect(await about(beyond, code)).toMatchObject([{ kind: "sent" }]);
});
