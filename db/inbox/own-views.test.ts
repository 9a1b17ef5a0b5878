import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { type KeptView, keptView, mostOwnViews } from "#lib/referral/own-view.ts";
import { addPartnership, elsewhere } from "../testing/elsewhere.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { dropView } from "./drop-view.ts";
import { keepView } from "./keep-view.ts";
import { moveView } from "./move-view.ts";
import { readOwnViews } from "./own-views.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await addPartnership(world);
});
afterAll(() => world.close());
beforeEach(() => world.owns(["own_view"], (sql) => sql`delete from own_view`));

const [adviser, colleague] = ["boligraadgiver.sck", "boligraadgiver2.sck"] as const;
const late = keptView.parse({ list: "held", state: "late" });
const services = noerrebro.content.services.map(({ code }) => code);
const view = (at: number): KeptView =>
  keptView.parse({ list: at < services.length ? "waits" : "held", service: services[at % services.length] });

const keep = (persona: string, kept: KeptView) => world.as(persona, (tx, me) => keepView(tx, me, kept));
const drop = (persona: string, kept: KeptView) => world.as(persona, (tx, me) => dropView(tx, me, kept));
const move = (persona: string, kept: KeptView, to: "earlier" | "later") =>
  world.as(persona, (tx, me) => moveView(tx, me, { ...kept, to }));
const mine = (persona: string) => world.asks(persona, readOwnViews);
const order = async (persona: string) => (await mine(persona)).map(({ service, state }) => service ?? state);

describe("views of one's own", () => {
  test("are kept in the order in which they came, each once", async () => {
    for (const kept of [late, view(0), late]) valueOf(await keep(adviser, kept));
    expect(await order(adviser)).toEqual(["late", services[0]]);
  });

  test("change places with their neighbour, and no further than the ends", async () => {
    for (const kept of [view(0), view(1), view(2)]) valueOf(await keep(adviser, kept));
    valueOf(await move(adviser, view(2), "earlier"));
    expect(await order(adviser)).toEqual([services[0], services[2], services[1]]);
    valueOf(await move(adviser, view(0), "later"));
    valueOf(await move(adviser, view(2), "earlier"));
    expect(await order(adviser)).toEqual([services[2], services[0], services[1]]);
    expect(await move(adviser, late, "later")).toMatchObject({ ok: false, code: "view-gone" });
  });

  test("come back to their place when they are dropped and given back", async () => {
    for (const kept of [view(0), view(1), view(2)]) valueOf(await keep(adviser, kept));
    const gone = valueOf(await drop(adviser, view(1)));
    expect(await order(adviser)).toEqual([services[0], services[2]]);
    valueOf(await keep(adviser, { ...view(1), place: gone.place }));
    expect(await order(adviser)).toEqual([services[0], services[1], services[2]]);
    expect((await drop(adviser, late)).ok).toBe(true);
  });

  test("are ten at the most, also for two windows at once", async () => {
    const tried = await Promise.all(Array.from({ length: mostOwnViews + 1 }, (_, at) => keep(adviser, view(at))));
    expect(tried.filter(({ ok }) => ok)).toHaveLength(mostOwnViews);
    expect(tried.find(({ ok }) => !ok)).toMatchObject({ code: "too-many-views" });
    expect(await mine(adviser)).toHaveLength(mostOwnViews);
  });

  test("of a service or a unit that there is not are refused", async () => {
    expect(await keep(adviser, { ...late, service: "BORTE" })).toMatchObject({
      code: "unknown-choice",
      field: "service",
    });
    const unit = "7b0c4f0e-6a37-4d0f-9a7e-0d4c8f7a1b11";
    expect(await keep(adviser, { ...late, unit })).toMatchObject({ code: "unknown-choice", field: "unit" });
  });

  test("are nobody else's, and go with whoever stops", async () => {
    valueOf(await keep(adviser, late));
    valueOf(await keep(elsewhere(adviser), late));
    for (const other of [colleague, "leder.sck", "admin", "dpo"]) expect(await mine(other)).toEqual([]);
    valueOf(await drop(colleague, late));
    expect(await mine(adviser)).toHaveLength(1);
    const person = await world.asks(adviser, async (_tx, me) => me.person);
    await world.asks("admin", ({ sql }) => sql`select door.leave(${person})`);
    const left = await world.owns(["own_view"], (sql) => sql`select 1 from own_view`);
    expect(left).toHaveLength(1);
    await world.owns(["account"], (sql) => sql`update account set active = true`);
    await world.signsInAgain(adviser);
  });
});

describe("the database refuses by itself", () => {
  const inserting = (row: object): Promise<string> =>
    world
      .asks(colleague, async ({ sql }, me) => {
        const own = { partnership_id: me.partnership, person_id: me.person, place: 1, list: "held", state: "late" };
        await sql`insert into own_view ${sql({ ...own, ...row } as never)}`;
      })
      .then(
        () => "written",
        (error: postgres.PostgresError) => error.code,
      );

  test("the eleventh place, a word where a code belongs, and the view of somebody else", async () => {
    const person = await world.asks("mentor.sck", async (_tx, me) => me.person);
    expect(await inserting({ place: 11 })).toBe("23514");
    expect(await inserting({ place: 0 })).toBe("23514");
    expect(await inserting({ service: "Fru Hansen" })).toBe("42501");
    expect(await inserting({ service: "HANSEN" })).toBe("42501");
    expect(await inserting({ state: "hansen" })).toBe("23514");
    expect(await inserting({ state: null })).toBe("23514");
    expect(await inserting({ list: "hansen" })).toBe("23514");
    expect(await inserting({ person_id: person })).toBe("42501");
    expect(await inserting({})).toBe("written");
    expect(await inserting({ place: 2 })).toBe("23505");
    const changed = world.asks(colleague, ({ sql }) => sql`update own_view set place = 3`);
    await expect(changed).rejects.toMatchObject({ code: "42501" });
  });
});
