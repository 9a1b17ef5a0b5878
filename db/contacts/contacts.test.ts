import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { endOfWeek } from "#lib/directory/capacity.ts";
import { directoryOf } from "../directory/directory.ts";
import { standingAt } from "../directory/standing.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { checkEntry, keepEntry } from "./keep-entry.ts";
import { readContacts } from "./read-contacts.ts";
import { readEntry } from "./read-entry.ts";
import { readKeeping } from "./read-keeping.ts";
import { sayCapacity } from "./say-capacity.ts";

let world: World;
let sunday: Day;
beforeAll(async () => {
  world = await openWorld();
  sunday = endOfWeek(await world.asks("admin", async (_tx, me) => me.today));
});
afterAll(() => world.close());

const contacts = async (persona: string) => valueOf(await world.as(persona, (tx, me) => readContacts(tx, me, "da")));
const entryOf = async (persona: string, label: string) =>
  (await contacts(persona)).units
    .flatMap(({ posts }) => posts)
    .find((post) => `${post.function}, ${post.unit}` === label);

describe("the contact scheme", () => {
  test("names every function of every unit, for a member of either side, and no telephone of another partnership", async () => {
    for (const persona of ["vicevaert.titanparken", "skp.sck", "forum", "admin"]) {
      const { units } = await contacts(persona);
      expect(units.flatMap(({ posts }) => posts).length).toBeGreaterThan(20);
    }
  });

  test("says who is away until when, and who stands in", async () => {
    expect(await entryOf("vicevaert.titanparken", "Social mentor, SCK")).toMatchObject({
      presence: "stood-in",
      holders: [{ name: "Jonas Flyttekasse", awayUntil: expect.any(String) }],
      deputies: [{ name: "Samira Kaffebord" }],
      mayKeep: false,
    });
  });

  test("shows a function that nobody holds", async () => {
    expect(await entryOf("skp.sck", "Social vicevært, Guldberg Have")).toMatchObject({
      presence: "vacant",
      holders: [],
    });
  });

  test("is kept by whoever holds the post, its leader and the administrator, and by nobody else", async () => {
    const post = await world.post("boligraadgiver.sck");
    const entry = {
      post,
      phone: "20 00 00 99",
      mail: "bolig@sck.example",
      hours: { mon: { from: "08:00", to: "09:00" } },
    };
    for (const persona of ["boligraadgiver.sck", "leder.sck", "admin"])
      expect((await world.as(persona, (tx, me) => keepEntry(tx, me, entry))).ok).toBe(true);
    for (const persona of ["skp.sck", "leder.akb", "dpo"]) {
      expect(await world.as(persona, (tx, me) => keepEntry(tx, me, entry))).toMatchObject({ code: "not-yours" });
      expect(await world.as(persona, (tx, me) => readEntry(tx, me, { post, locale: "da" }))).toMatchObject({
        code: "not-found",
      });
    }
    expect(await entryOf("vicevaert.titanparken", "Boligrådgiver, SCK")).toMatchObject({ phone: "20 00 00 99" });
  });

  test("asks its holder once a year whether it is right, and one answer is enough", async () => {
    const post = await world.post("skp.sck");
    const asked = async (persona: string) =>
      (await world.asks(persona, (tx, me) => readKeeping(tx, me, "da"))).entries.map((entry) => entry.post);
    await world.asks("leder.sck", ({ sql }) => sql`update post set checked_on = door.today() - 400 where id = ${post}`);
    expect(await asked("skp.sck")).toEqual([post]);
    expect(await asked("leder.sck")).not.toContain(post);
    valueOf(await world.as("skp.sck", (tx, me) => checkEntry(tx, me, post)));
    expect(await asked("skp.sck")).toEqual([]);
  });
});

describe("capacity", () => {
  const say = (persona: string, post: string, service: string, until?: Day) =>
    world.as(persona, async (tx, me) =>
      sayCapacity(tx, me, { post: await world.post(post), service, ...(until ? { until } : {}) }),
    );
  const standing = (post: string, service: string, today?: Day) =>
    world.asks("vicevaert.titanparken", async (tx, me) =>
      standingAt(await directoryOf(tx, me), await world.post(post), { service, today: today ?? me.today }),
    );

  test("is said by the post, seen by a sender, over by itself, and taken back", async () => {
    expect((await standing("skp.sck", "SKP")).capacity).toBeNull();
    valueOf(await say("skp.sck", "skp.sck", "SKP", sunday));
    expect((await standing("skp.sck", "SKP")).capacity).toMatchObject({ state: "full" });
    expect((await standing("skp.sck", "SKP", addDays(sunday, 1))).capacity).toBeNull();
    valueOf(await say("skp.sck", "skp.sck", "SKP"));
    expect((await standing("skp.sck", "SKP")).capacity).toBeNull();
  });

  test("of a statutory service is never full: its post says that it is slower", async () => {
    valueOf(await say("myndighed.suf", "leder.myndighedsteamet", "HJEMMEHJAELP", sunday));
    expect((await standing("leder.myndighedsteamet", "HJEMMEHJAELP")).capacity).toMatchObject({ state: "slow" });
  });

  test("the database refuses full on a statutory service, a day within a week, and a service of others", async () => {
    const insert = async (state: string, service: string, until: Day) => {
      const post = await world.post("leder.myndighedsteamet");
      try {
        await world.asks("myndighed.suf", async ({ sql }, me) => {
          await sql`delete from capacity where post_id = ${post}`;
          await sql`insert into capacity ${sql({ partnership_id: me.partnership, post_id: post, service, state, until_day: until })}`;
        });
        return null;
      } catch (error) {
        return (error as postgres.PostgresError).code;
      }
    };
    expect(await insert("full", "HJEMMEHJAELP", sunday)).toBe("BB010");
    expect(await insert("slow", "HJEMMEHJAELP", sunday)).toBeNull();
    expect(await insert("slow", "HJEMMEHJAELP", addDays(sunday, 1))).toBe("BB010");
    expect(await insert("slow", "HJEMMEHJAELP", addDays(sunday, 70))).toBe("BB010");
    expect(await insert("slow", "UDSAETTELSE", sunday)).toBe("BB010");
  });

  test("is not for others to say, nor for a week that is not offered", async () => {
    expect(await say("boligraadgiver.sck", "skp.sck", "SKP", sunday)).toMatchObject({ code: "not-yours" });
    expect(await say("admin", "skp.sck", "SKP", sunday)).toMatchObject({ code: "not-yours" });
    expect(await say("skp.sck", "skp.sck", "SKP", addDays(sunday, 700))).toMatchObject({ code: "unknown-choice" });
    expect(await say("skp.sck", "skp.sck", "HJEMMEHJAELP", sunday)).toMatchObject({ code: "unknown-choice" });
    expect((await say("leder.sck", "skp.sck", "SKP", sunday)).ok).toBe(true);
  });
});
