import { afterAll, beforeAll, expect, test } from "vitest";
import { ok } from "#lib/result.ts";
import { asMember } from "../as-member.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { listenerOf, listsFor } from "./lists-for.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => world.close());

const as = async <T>(persona: string, read: Parameters<typeof asMember<T>>[2]): Promise<T> =>
  valueOf(await asMember(world.pool, await world.token(persona), read));

/** What somebody hears when something of the posts of another has changed. */
async function listsOf(persona: string, other: string) {
  const listener = await as(persona, async (tx, me) => ok(await listenerOf(tx, me)));
  const posts = await as(other, async (_tx, me) => ok(me.posts));
  expect(posts.length).toBeGreaterThan(0);
  return listsFor({ partnership: listener.partnership, posts }, listener);
}

test("a leader hears of the boards of their own units and of no other's", async () => {
  expect(await listsOf("leder.akb", "vicevaert.titanparken")).toEqual(["board"]);
  expect(await listsOf("leder.akb", "raadgiver.mimersgade")).toEqual([]);
  expect(await listsOf("leder.akb", "boligraadgiver.sck")).toEqual([]);
  expect(await listsOf("leder.sck", "boligraadgiver.sck")).toEqual(["board"]);
  expect(await listsOf("leder.sck", "myndighed.suf")).toEqual([]);
  expect(await listsOf("leder.sck", "vicevaert.titanparken")).toEqual([]);
});

test("a coordinator hears of every board, and whoever neither leads nor coordinates of none", async () => {
  expect(await listsOf("sagsbehandler.sck", "myndighed.suf")).toEqual(["board"]);
  expect(await listsOf("forum", "myndighed.suf")).toEqual([]);
  expect(await listsOf("skp.sck", "boligraadgiver.sck")).toEqual([]);
});
