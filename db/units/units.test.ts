import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, type Day } from "#lib/calendar/day.ts";
import type { Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { addPartnership, elsewhere } from "../testing/elsewhere.ts";
import { personas } from "../testing/who-sees.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { addPost, addUnit, renameUnit } from "./add-unit.ts";
import { endPost, endUnit, keepPost, keepUnit } from "./end-post.ts";
import { readUnits } from "./read-units.ts";

let world: World;
let today: Day;
const id = { titanparken: "", lundtoftegade: "", skp: "", boligraadgiver: "", cafe: "" };
beforeAll(async () => {
  world = await openWorld();
  await addPartnership(world);
  today = await world.asks("admin", async (_tx, me) => me.today);
  id.titanparken = await world.post("vicevaert.titanparken");
  id.lundtoftegade = await world.post("vicevaert.lundtoftegade");
  id.skp = await world.post("skp.sck");
  id.boligraadgiver = await world.post("boligraadgiver.sck");
  await world.logs("vicevaert.titanparken", { service: "SKP" });
});
afterAll(async () => world.close());

const admin = <T>(run: (tx: Tx, me: Member) => Promise<Result<T>>) => world.as("admin", run);
const view = async () => valueOf(await admin(readUnits));
const unitNamed = async (short: string) => {
  const found = (await view()).units.find((unit) => unit.short === short);
  if (!found) throw new Error(`no unit ${short}`);
  return found;
};
const postsOf = async (unit: string) => (await view()).posts.filter((post) => post.unit === unit);

async function told(persona: string, statement: (tx: Tx, me: Member) => Promise<unknown>): Promise<string> {
  let code = "taken";
  await world
    .as(persona, async (tx, me) => {
      await statement(tx, me);
      return { ok: false, code: "undo" };
    })
    .catch((error: unknown) => {
      code = (error as postgres.PostgresError).code ?? String(error);
    });
  return code;
}

describe("units and posts", () => {
  test("are kept by the administrator, and hidden from everybody else as a page", async () => {
    for (const persona of personas.filter((each) => each !== "admin"))
      expect(await world.as(persona, readUnits)).toMatchObject({ code: "not-found" });
    const doings: ((tx: Tx, me: Member) => Promise<Result<unknown>>)[] = [
      (tx, me) => addUnit(tx, me, { kind: "estate", name: "Ny", short: "Ny", from: me.today }),
      (tx, me) => renameUnit(tx, me, { unit: id.skp, name: "Ny", short: "Ny", from: me.today }),
      (tx, me) => addPost(tx, me, { unit: id.skp, function: "SOCIAL_MENTOR", from: me.today }),
      (tx, me) => endPost(tx, me, { post: id.skp, from: me.today }),
      (tx, me) => endUnit(tx, me, { unit: id.skp, from: me.today, successors: {} }),
      (tx, me) => keepPost(tx, me, { post: id.skp }),
    ];
    for (const doing of doings)
      for (const persona of ["leder.sck", "forum", "sagsbehandler.sck"])
        expect(await world.as(persona, doing)).toMatchObject({ code: "not-yours" });
  });

  test("of another partnership are as absent as none", async () => {
    const theirs = valueOf(await world.as(elsewhere("admin"), readUnits));
    const ours = new Set((await view()).units.map((unit) => unit.id));
    expect(theirs.units.some((unit) => ours.has(unit.id))).toBe(false);
    const [unit] = theirs.units;
    const [post] = theirs.posts;
    const from = today;
    expect(
      await admin((tx, me) => renameUnit(tx, me, { unit: unit?.id ?? "", name: "x", short: "x", from })),
    ).toMatchObject({ code: "unknown-choice" });
    expect(await admin((tx, me) => endPost(tx, me, { post: post?.id ?? "", from }))).toMatchObject({
      code: "unknown-choice",
    });
    expect(
      await admin((tx, me) =>
        endPost(tx, me, { post: id.titanparken, from: addDays(today, 9), successor: post?.id ?? "" }),
      ),
    ).toMatchObject({ code: "successor-cannot" });
  });

  test("come with a name, and take another from a day on, with the old one kept", async () => {
    const { id: unit } = valueOf(
      await admin((tx, me) =>
        addUnit(tx, me, { kind: "helhedsplan", name: "Ny helhedsplan", short: "Ny plan", from: me.today }),
      ),
    );
    valueOf(await admin((tx, me) => addPost(tx, me, { unit, function: "SOCIAL_VICEVAERT", from: me.today })));
    expect(
      await admin((tx, me) => addPost(tx, me, { unit, function: "SOCIAL_VICEVAERT", from: me.today })),
    ).toMatchObject({ code: "post-exists" });
    valueOf(
      await admin((tx, me) =>
        renameUnit(tx, me, { unit, name: "Nyere helhedsplan", short: "Nyere", from: addDays(me.today, 7) }),
      ),
    );
    const found = await unitNamed("Ny plan");
    expect(found.names.map(({ short, from }) => [short, from])).toEqual([
      ["Ny plan", today],
      ["Nyere", addDays(today, 7)],
    ]);
    expect((await postsOf(unit)).map(({ load }) => load)).toEqual([0]);
    expect(
      await admin((tx, me) => renameUnit(tx, me, { unit, name: "x", short: "x", from: addDays(me.today, -1) })),
    ).toMatchObject({ code: "from-today" });
  });
});

describe("the end of a post", () => {
  const soon = () => addDays(today, 30);

  test("tells no number under five, to nobody but the administrator", async () => {
    const loads = new Map((await view()).posts.map(({ id: post, load }) => [post, load]));
    expect([loads.get(id.titanparken), loads.get(id.skp), loads.get(id.boligraadgiver)]).toEqual(["few", "few", 0]);
    for (let more = 0; more < 4; more += 1) await world.logs("vicevaert.titanparken", { service: "SKP" });
    expect((await view()).posts.find(({ id: post }) => post === id.skp)?.load).toBe(5);
    for (const persona of ["sagsbehandler.sck", "leder.sck", "skp.sck"])
      expect(await world.asks(persona, ({ sql }) => sql`select * from door.post_loads()`)).toHaveLength(0);
    expect(await told("admin", ({ sql }) => sql`select door.open_of(${id.skp})`)).toBe("42501");
    expect(await world.asks("admin", ({ sql }) => sql`select id from referral`)).toHaveLength(0);
  });

  test("needs a successor while anything is open, and one that fits", async () => {
    const ends = (successor?: string, post = id.titanparken) =>
      admin((tx, me) => endPost(tx, me, { post, from: soon(), ...(successor === undefined ? {} : { successor }) }));
    expect(await ends()).toMatchObject({ code: "successor-needed", field: "successor" });
    expect(await ends("")).toMatchObject({ code: "successor-needed" });
    expect(await ends(id.skp)).toMatchObject({ code: "successor-cannot" });
    expect(await ends(id.titanparken)).toMatchObject({ code: "successor-cannot" });
    expect(await ends(await world.post("koordinator.akb"))).toMatchObject({ code: "successor-cannot" });
    expect(await ends(id.lundtoftegade)).toMatchObject({ ok: true });
    const [ended] = (await view()).posts.filter((post) => post.id === id.titanparken);
    expect(ended).toMatchObject({ ends: addDays(soon(), -1), successor: id.lundtoftegade });
    const holdings = await world.asks(
      "admin",
      ({ sql }) => sql<{ to: string }[]>`select valid_to as to from holding where post_id = ${id.titanparken}`,
    );
    expect(holdings.map(({ to }) => to)).toEqual([addDays(soon(), -1)]);
    expect(await ends(id.titanparken, id.lundtoftegade)).toMatchObject({ code: "successor-cannot" });
    expect(await admin((tx, me) => keepPost(tx, me, { post: id.titanparken }))).toMatchObject({ ok: true });
    const [kept] = (await view()).posts.filter((post) => post.id === id.titanparken);
    expect(kept).toMatchObject({ ends: null, successor: null });
  });

  test("is refused where nobody would administer after it", async () => {
    const post = await world.post("administrator");
    for (const from of [today, soon()])
      expect(await admin((tx, me) => endPost(tx, me, { post, from }))).toMatchObject({ code: "last-administrator" });
  });

  test("is refused by the database itself: without a successor, with a wrong one, in the past, or taken back too late", async () => {
    const sets = (fields: Record<string, unknown>, post = id.titanparken) =>
      told("admin", ({ sql }) => sql`update post set ${sql(fields)} where id = ${post}`);
    const valid_to = soon();
    expect(await sets({ valid_to, successor_id: id.lundtoftegade })).toBe("taken");
    expect(await sets({ valid_to })).toBe("BB022");
    expect(await sets({ valid_to, successor_id: id.skp })).toBe("BB023");
    expect(await sets({ valid_to, successor_id: await world.post("koordinator.akb") })).toBe("BB023");
    expect(await sets({ successor_id: id.lundtoftegade })).toBe("BB021");
    expect(await sets({ valid_to: addDays(today, -2), successor_id: id.lundtoftegade })).toBe("BB021");
    expect(await sets({ valid_to: addDays(today, -1), successor_id: id.lundtoftegade })).toBe("taken");
    expect(await sets({ valid_to }, id.boligraadgiver)).toBe("taken");
    expect(
      await told("leder.akb", ({ sql }) => sql`update post set valid_to = ${valid_to} where id = ${id.titanparken}`),
    ).toBe("BB006");
  });
});

describe("the end of a unit", () => {
  test("takes every post with it, each with its successor, or none at all", async () => {
    const { id: unit } = await unitNamed("Titanparken");
    const from = addDays(today, 60);
    const ends = (successors: Record<string, string>) => admin((tx, me) => endUnit(tx, me, { unit, from, successors }));
    expect(await ends({})).toMatchObject({ code: "successor-needed", field: `successors.${id.titanparken}` });
    // Nobody is followed by a post that ends with them.
    const { id: sck } = await unitNamed("SCK");
    const inside = { unit: sck, from, successors: { [id.skp]: id.boligraadgiver } };
    const refusal = await admin((tx, me) => endUnit(tx, me, inside));
    expect(JSON.stringify(refusal)).toContain(`"successor-cannot","field":"successors.${id.skp}"`);
    expect((await postsOf(sck)).every(({ ends: end }) => end === null)).toBe(true);
    expect((await postsOf(unit)).every(({ ends: end }) => end === null)).toBe(true);
    expect(await ends({ [id.titanparken]: id.lundtoftegade })).toMatchObject({ ok: true });
    expect((await postsOf(unit)).every(({ to }) => to === addDays(from, -1))).toBe(true);
    expect((await unitNamed("Titanparken")).to).toBe(addDays(from, -1));
    expect(await admin((tx, me) => keepPost(tx, me, { post: id.titanparken }))).toMatchObject({ code: "post-over" });
    expect(await world.as("leder.akb", (tx, me) => keepUnit(tx, me, { unit }))).toMatchObject({ code: "not-yours" });
    expect(await admin((tx, me) => keepUnit(tx, me, { unit }))).toMatchObject({ ok: true });
    expect((await unitNamed("Titanparken")).to).toBeNull();
    expect((await postsOf(unit)).map(({ to, successor }) => [to, successor])).toEqual([[null, null]]);
    expect(await admin((tx, me) => keepUnit(tx, me, { unit }))).toMatchObject({ code: "unit-over" });
  });

  test("waits for the units below it, also in the database", async () => {
    const { id: unit } = await unitNamed("AKB");
    const from = addDays(today, 10);
    expect(await admin((tx, me) => endUnit(tx, me, { unit, from, successors: {} }))).toMatchObject({
      code: "units-below",
    });
    expect(await told("admin", ({ sql }) => sql`update unit set valid_to = ${from} where id = ${unit}`)).toBe("BB022");
    const { id: empty } = await unitNamed("Kalejdoskop");
    expect(await told("admin", ({ sql }) => sql`update unit set valid_to = ${from} where id = ${empty}`)).toBe("taken");
  });
});
