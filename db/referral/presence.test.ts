import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Present, presentSeconds } from "#lib/referral/presence.ts";
import { openPool } from "../client.ts";
import { channel } from "../live/tell-lists.ts";
import { wentOn } from "../proofs/muted.ts";
import { addPartnership, elsewhere } from "../testing/elsewhere.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { beHere } from "./be-here.ts";

let world: World;
let code: string;
beforeAll(async () => {
  world = await openWorld();
  await addPartnership(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.owns(["presence"], (sql) => sql`delete from presence`);
  code = await world.logs(vicevaert, { service: "UDSAETTELSE" });
});

const vicevaert = "vicevaert.titanparken";
const [adviser, colleague] = ["boligraadgiver.sck", "boligraadgiver2.sck"] as const;
const reader = { locale: "da", aPlan: "En helhedsplan" } as const;

const says = (persona: string, there: boolean, its = code) =>
  world.as(persona, (tx, me) => beHere(tx, me, { code: its, there, reader }));
const here = async (persona: string, its = code): Promise<Present[]> => valueOf(await says(persona, true, its));
const gone = async (persona: string): Promise<void> => void valueOf(await says(persona, false));
const seen = (persona: string): Promise<number> =>
  world.asks(persona, async ({ sql }) => (await sql`select 1 from presence where person_id <> door.me()`).length);
const ages = (seconds: number) =>
  world.owns(["presence"], (sql) => sql`update presence set seen_at = seen_at - make_interval(secs => ${seconds})`);

describe("whoever has a referral open", () => {
  test("reads which functions have it open too, until they leave", async () => {
    expect(await here(vicevaert)).toEqual([]);
    expect(await here(adviser)).toEqual([{ post: "Projektleder/social vicevært, Titanparken", colleague: false }]);
    expect(await here(vicevaert)).toEqual([{ post: "Boligrådgiver, SCK", colleague: false }]);
    await gone(adviser);
    expect(await here(vicevaert)).toEqual([]);
  });

  test("reads of somebody else of the own post, and of a function with two people once", async () => {
    await here(adviser);
    expect(await here(colleague)).toEqual([{ post: "Boligrådgiver, SCK", colleague: true }]);
    expect(await here(vicevaert)).toHaveLength(1);
    await gone(adviser);
    expect(await here(vicevaert)).toHaveLength(1);
  });

  test("is gone after some seconds of silence", async () => {
    await here(adviser);
    expect(await here(vicevaert)).toHaveLength(1);
    await ages(presentSeconds - 5);
    expect(await here(vicevaert)).toHaveLength(1);
    await ages(10);
    expect(await here(vicevaert)).toEqual([]);
    // The policy says the same, whatever is asked.
    expect(await seen(vicevaert)).toBe(0);
  });

  test("stands in the way of nobody who acts, and leaves nothing in the log", async () => {
    const rows = () => world.owns(["log", "intent"], (sql) => sql`select 1 from log union all select 1 from intent`);
    const before = (await rows()).length;
    await here(adviser);
    await here(colleague);
    await gone(colleague);
    expect((await rows()).length).toBe(before);
    await world.does(colleague, "accept", code);
    const [kept] = await world.asks(
      adviser,
      ({ sql }) => sql`select relpersistence as p from pg_class where relname = 'presence'`,
    );
    expect(kept?.["p"]).toBe("u");
  });

  test("is no longer told of once they have no part in the whole of it", async () => {
    await here(adviser);
    await world.does(adviser, "return", code, { reason: "SAMTYKKE" });
    expect(await here(vicevaert)).toEqual([]);
    expect(await says(adviser, true)).toEqual({ ok: false, code: "not-found" });
    expect(await seen(adviser)).toBe(0);
  });

  test("is heard of at once by those it may be told to, without a word of what or who", async () => {
    const ear = openPool(world.database.appUrl, { max: 1 });
    const heard: string[] = [];
    await ear.sql.listen(channel, (payload) => void heard.push(payload));
    await here(adviser);
    await here(adviser);
    await gone(adviser);
    await expect.poll(() => heard).toHaveLength(2);
    await ear.close();
    const { posts, ...rest } = JSON.parse(heard[0] ?? "") as { posts: string[] };
    const told = [await world.post(vicevaert), await world.post(adviser)];
    expect(posts.toSorted()).toEqual(told.toSorted());
    expect(Object.keys(rest).toSorted()).toEqual(["partnership", "presence"]);
  });
});

describe("an origin that may not hear how it goes", () => {
  /** Whose presence the origin hears of and finds, while somebody comes and goes. */
  async function whileThere(persona: string, its: string) {
    const ear = openPool(world.database.appUrl, { max: 1 });
    const heard: string[] = [];
    await ear.sql.listen(channel, (payload) => void heard.push(payload));
    await here(persona, its);
    const found = await seen(vicevaert);
    await says(persona, false, its);
    await expect.poll(() => heard).toHaveLength(2);
    await ear.close();
    const post = await world.post(vicevaert);
    return { found, heard: heard.filter((each) => each.includes(post)).length };
  }

  test("is not told when whoever has it by now has it open", async () => {
    expect(await whileThere(adviser, await wentOn(world, "no"))).toEqual({ found: 0, heard: 0 });
    expect(await whileThere(adviser, await wentOn(world, "yes"))).toEqual({ found: 1, heard: 2 });
  });

  test("is told of the one who took it over from it", async () => {
    const taker = "sagsbehandler.sck";
    const taken = await world.logs(vicevaert, {
      service: "BOLIGYDELSE",
      consent: { name: "written" as const, feedback: "no" as const },
    });
    expect(await whileThere(taker, taken)).toEqual({ found: 1, heard: 2 });
    await world.does(taker, "accept", taken);
    expect(await whileThere(taker, taken)).toEqual({ found: 1, heard: 2 });
  });
});

describe("whoever has no part in the whole of it", () => {
  const others = ["sagsbehandler.sck", "leder.sck", "mentor.sck", "leder.akb", "admin", "dpo", elsewhere(adviser)];

  test.each(others)("%s is told nothing and of nobody", async (persona) => {
    await here(adviser);
    expect(await says(persona, true)).toEqual({ ok: false, code: "not-found" });
    expect(await says(persona, true, "2A2A2A2A")).toEqual({ ok: false, code: "not-found" });
    expect(await seen(persona)).toBe(0);
  });
});

describe("the database refuses by itself", () => {
  type Row = { by: string; referral: string; person: string; post: string };

  async function inserting({ by, referral, person, post }: Row): Promise<string> {
    const tried = world.asks(by, async ({ sql }, me) => {
      await sql`insert into presence (partnership_id, referral_id, person_id, post_id)
        values (${me.partnership}, ${referral}, ${person}, ${post})`;
    });
    return tried.then(
      () => "written",
      (error: postgres.PostgresError) => error.code,
    );
  }

  test("a word for somebody else, for another post, or of a referral that is hidden", async () => {
    const id = await world.asks(vicevaert, async ({ sql }) => {
      const [row] = await sql<{ id: string }[]>`select id from referral where code = ${code}`;
      return row?.id ?? "";
    });
    const person = (persona: string) => world.asks(persona, async (_tx, me) => me.person);
    const [mine, theirs, mentor] = [await person(adviser), await person(vicevaert), await person("mentor.sck")];
    const [post, other] = [await world.post(adviser), await world.post(vicevaert)];
    const own = { by: adviser, referral: id, person: mine, post };
    expect(await inserting({ ...own, person: theirs })).toBe("42501");
    expect(await inserting({ ...own, post: other })).toBe("42501");
    expect(await inserting({ ...own, by: "mentor.sck", person: mentor, post: await world.post("mentor.sck") })).toBe(
      "42501",
    );
    expect(
      await inserting({
        ...own,
        by: "sagsbehandler.sck",
        person: await person("sagsbehandler.sck"),
        post: await world.post("sagsbehandler.sck"),
      }),
    ).toBe("42501");
    expect(await inserting(own)).toBe("written");
    const removed = world.asks(
      vicevaert,
      async ({ sql }) => (await sql`delete from presence where person_id = ${mine}`).count,
    );
    expect(await removed).toBe(0);
    const changed = world.asks(
      vicevaert,
      async ({ sql }) => (await sql`update presence set seen_at = app_now() where person_id = ${mine}`).count,
    );
    expect(await changed).toBe(0);
  });
});
