import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Point, points } from "#lib/protection/checklist.ts";
import { draftForm } from "#lib/referral/draft-form.ts";
import { saveDraft } from "../draft/save.ts";
import { readNewReferral } from "../referral/read-new-referral.ts";
import { addPartnership, elsewhere } from "../testing/elsewhere.ts";
import { makeLive, tickChecklist } from "../testing/live.ts";
import { personas } from "../testing/who-sees.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { tick, untick } from "./checklist.ts";

const vicevaert = "vicevaert.titanparken";
const on = "2026-11-02";
/** Of the other partnership: gets the duties of both its administrator and its officer. */
const both = elsewhere("skp.sck");

const ticks = (world: World, who: string, point: Point, day = on) =>
  world.as(who, (tx, me) => tick(tx, me, { point, on: day as never }));
const takesBack = (world: World, who: string, point: Point) => world.as(who, (tx, me) => untick(tx, me, { point }));
const ticker = (point: Point) => (point === "officer" ? "dpo" : "admin");
const tickAll = async (world: World) => {
  for (const point of points) valueOf(await ticks(world, ticker(point), point));
};
const emptied = (world: World) => world.owns(["checklist_tick"], (sql) => sql`delete from checklist_tick`);

class Undo extends Error {}
/** How many rows a statement touched, or the SQLSTATE that refused it; nothing of it stays. */
async function outcome(world: World, persona: string, statement: string): Promise<string | number> {
  let result: string | number = "nothing";
  const done = world.asks(persona, async ({ sql }) => {
    result = (await sql.unsafe(statement)).count;
    throw new Undo();
  });
  await done.catch((error: unknown) => {
    if (!(error instanceof Undo)) result = (error as postgres.PostgresError).code ?? String(error);
  });
  return result;
}

describe("in a live installation", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ on: "2026-12-02T10:00" });
    await addPartnership(world);
    await world.owns(
      ["holding", "person", "account", "post", "function"],
      (sql) => sql`
      insert into holding (partnership_id, person_id, post_id, kind, valid_from)
      select p.partnership_id, p.id, q.id, 'holder', '2026-01-01' from person p join account a on a.id = p.account_id
      join post q on q.partnership_id = p.partnership_id
      join function f on f.partnership_id = q.partnership_id and f.code = q.function
        and f.duties && '{administer,protect}'
      where a.email = ${both}`,
    );
    for (const persona of [both, ...personas, ...["admin", "dpo", vicevaert].map(elsewhere)])
      await world.token(persona);
    await makeLive(world);
  });
  afterAll(() => world.close());

  const logs = () => world.logs(vicevaert, { service: "SKP" });

  test.each(points)("no referral is logged while only %s is not ticked", async (open) => {
    await emptied(world);
    await tickChecklist(world, [open]);
    await expect(logs()).rejects.toThrow("checklist-open");
    valueOf(await ticks(world, ticker(open), open));
    expect(await logs()).toMatch(/^\w{8}$/);
  });

  test("the database refuses by itself, whoever writes the row", async () => {
    await emptied(world);
    const insert = `insert into referral (partnership_id, agreement_id, service, status, origin_post, holder_post, next_step_by,
      due_on, logged_on, held_since, touched_on, events)
      select p.partnership_id, a.id, 'SKP', 'open', p.id, p.id, door.today() + 5, door.today() + 5, door.today(), door.today(),
        door.today(), 0 from agreement a, post p where p.id = any (door.posts()) limit 1`;
    expect(await outcome(world, vicevaert, insert)).toBe("BB024");
    const byOwner = world.owns(["referral", "agreement", "post", "checklist_tick"], (sql) =>
      sql.unsafe(insert.replace("p.id = any (door.posts())", "true").replaceAll("door.today()", "date '2026-12-02'")),
    );
    await expect(byOwner).rejects.toMatchObject({ code: "BB024" });
  });

  test("Ny henvisning says what is missing before anybody types", async () => {
    await emptied(world);
    const open = async () =>
      valueOf(await world.as(vicevaert, (tx, me) => readNewReferral(tx, me, { locale: "da" }))).unticked;
    expect(await open()).toEqual(points);
    await tickAll(world);
    expect(await open()).toEqual([]);
  });

  test("nothing of a resident is kept as a draft before it is whole, nor written on in one", async () => {
    const saves = (typed: object) => world.as(vicevaert, (tx, me) => saveDraft(tx, me, draftForm.parse(typed)));
    const skp = { service: "SKP", situations: ["SES_IKKE"] };
    await emptied(world);
    await tickAll(world);
    const kept = valueOf(await saves(skp));
    valueOf(await takesBack(world, "admin", "dpia"));
    expect(await saves({ ...skp, answers: { VED: "JA" } })).toMatchObject({ code: "checklist-open" });
    expect(await saves({ ...skp, draft: kept.draft, savedAt: kept.savedAt })).toMatchObject({ code: "checklist-open" });
    expect(await outcome(world, vicevaert, "update draft set note = 'x'")).toBe("BB024");
    expect(await outcome(world, vicevaert, "delete from draft")).toBe(1);
  });

  test("a point that is taken back stops the next referral, and none that is there", async () => {
    await emptied(world);
    await tickAll(world);
    const code = await logs();
    valueOf(await takesBack(world, "dpo", "officer"));
    await expect(logs()).rejects.toThrow("checklist-open");
    await world.does("skp.sck", "accept", code);
    expect(await takesBack(world, "dpo", "officer")).toMatchObject({ code: "not-ticked" });
  });

  test("one partnership's ticks are not another's", async () => {
    await emptied(world);
    await tickAll(world);
    await expect(world.logs(elsewhere(vicevaert), { service: "SKP" })).rejects.toThrow("checklist-open");
    for (const point of points) valueOf(await ticks(world, elsewhere(ticker(point)), point));
    expect(await world.logs(elsewhere(vicevaert), { service: "SKP" })).toMatch(/^\w{8}$/);
    valueOf(await takesBack(world, elsewhere("admin"), "dpia"));
    expect(await logs()).toMatch(/^\w{8}$/);
  });

  test("a point is ticked once, on a day that has come", async () => {
    await emptied(world);
    expect(await ticks(world, "admin", "dpia", "2026-12-03")).toMatchObject({ code: "date-past", field: "on" });
    valueOf(await ticks(world, "admin", "dpia", "2026-12-02"));
    expect(await ticks(world, "admin", "dpia")).toMatchObject({ code: "already-ticked" });
  });

  test("the log keeps who ticked what and took it back", async () => {
    await emptied(world);
    valueOf(await ticks(world, "admin", "processing"));
    valueOf(await takesBack(world, "admin", "processing"));
    const [row] = await world.owns(
      ["log", "person", "post"],
      (sql) => sql<{ told: unknown[] }[]>`
      select json_agg(json_build_array(l.what, l.detail ->> 'on_day', p.name, q.function) order by l.at) as told from log l
      join person p on p.id = l.person_id join post q on q.id = (l.detail ->> 'post_id')::uuid
      where l.detail ->> 'point' = 'processing'
        and l.at >= (select max(at) from log where what = 'checklist_tick.insert' and detail ->> 'point' = 'processing')`,
    );
    const admin = await world.asks("admin", async ({ sql }) => sql`select name from person where id = door.me()`);
    const name = admin[0]?.["name"];
    expect(row?.told).toEqual([
      ["checklist_tick.insert", on, name, "ADMINISTRATOR"],
      ["checklist_tick.delete", on, name, "ADMINISTRATOR"],
    ]);
  });

  describe("whose it is to answer", () => {
    test.each(points)("%s", async (point) => {
      for (const who of personas.filter((each) => each !== ticker(point))) {
        await emptied(world);
        expect([who, await ticks(world, who, point)]).toEqual([who, expect.objectContaining({ code: "not-yours" })]);
        await tickChecklist(world);
        expect([who, await takesBack(world, who, point)]).toEqual([
          who,
          expect.objectContaining({ code: "not-yours" }),
        ]);
      }
    });

    const sqlOf = (
      point: Point,
      { post = "(door.posts())[1]", day = "door.today()", place = "door.partnership()" } = {},
    ) =>
      `insert into checklist_tick (partnership_id, point, post_id, on_day) values (${place}, '${point}', ${post}, ${day})`;
    const other = "(select id from post where function = 'SPECIALISERET_SAGSBEHANDLER' limit 1)";

    test.each([
      ["the officer's advice by the administrator", "admin", sqlOf("officer")],
      ["the assessment by the officer", "dpo", sqlOf("dpia")],
      ["anything by a caseworker", "sagsbehandler.sck", sqlOf("dpia")],
      ["anything by Boligsocialt Forum", "forum", sqlOf("dpia")],
      ["it in another's function", "admin", sqlOf("dpia", { post: other })],
      ["it ahead of its day", "admin", sqlOf("dpia", { day: "door.today() + 1" })],
      ["it in another partnership", "admin", sqlOf("dpia", { place: "(select partnership_id from log limit 1)" })],
    ])("SQL of the application's login does not tick %s", async (_what, who, statement) => {
      await emptied(world);
      expect(await outcome(world, who, statement)).toMatch(/^(42501|23502)$/);
    });

    test("nor moves a tick, nor takes another's back", async () => {
      await emptied(world);
      await tickAll(world);
      expect(await outcome(world, "admin", "update checklist_tick set on_day = on_day - 1")).toBe("42501");
      expect(await outcome(world, "admin", "delete from checklist_tick where point = 'officer'")).toBe(0);
      expect(await outcome(world, "dpo", "delete from checklist_tick where point <> 'officer'")).toBe(0);
      expect(await outcome(world, vicevaert, "delete from checklist_tick")).toBe(0);
    });

    test("whoever is officer and administrator gives themselves no advice", async () => {
      await emptied(world);
      expect(await ticks(world, both, "officer")).toMatchObject({ code: "not-yours" });
      const post = "(select id from post where function = 'DATABESKYTTELSESRAADGIVER')";
      expect(await outcome(world, both, sqlOf("officer", { post }))).toBe("42501");
      expect(await outcome(world, both, sqlOf("dpia", { post }))).toBe("42501");
      expect(await ticks(world, both, "dpia")).toMatchObject({ ok: true });
    });
  });
});

describe("in a demo", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ on: "2026-12-02T10:00" });
  });
  afterAll(() => world.close());

  test("a referral is logged without any tick, and the form asks for none", async () => {
    expect(await world.logs(vicevaert, { service: "SKP" })).toMatch(/^\w{8}$/);
    const view = valueOf(await world.as(vicevaert, (tx, me) => readNewReferral(tx, me, { locale: "da" })));
    expect(view.unticked).toEqual([]);
  });
});
