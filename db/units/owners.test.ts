import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, type Day } from "#lib/calendar/day.ts";
import type { Result } from "#lib/result.ts";
import { readAgreement } from "../agreement/read-agreement.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { readContacts } from "../contacts/read-contacts.ts";
import { personas } from "../testing/who-sees.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { endUnit } from "./end-post.ts";
import { addOwner, answerResponsible, askResponsible, endOwner } from "./owners.ts";
import { readOwners } from "./read-owners.ts";
import { readUnits } from "./read-units.ts";

/**
 * A helhedsplan belongs to several housing organisations: by name to all, and to one so that its leader approves, removes and
 * counts. `skp.sck` administers too here, and so does `sundhed.fc`, who stands in for the leader at HAB.
 */
let world: World;
let today: Day;
const second = "skp.sck";
const gains = "sundhed.fc";
const leader = "mentor.sck";
const unit = new Map<string, string>();
const of = (key: string) => unit.get(key) ?? "";
const plan = () => of("det-gode-naboskab");

beforeAll(async () => {
  world = await openWorld();
  today = await world.asks("admin", async (_tx, me) => me.today);
  for (const { id, key } of await world.asks(
    "admin",
    ({ sql }) => sql<{ id: string; key: string }[]>`select id, key from unit`,
  ))
    unit.set(key, id);
  const person = (persona: string) => world.asks(persona, async (_tx, me) => me.person);
  const who = { second: await person(second), gains: await person(gains), leader: await person(leader) };
  const administrator = await world.post("administrator");
  const hab = crypto.randomUUID();
  await world.owns(["holding", "post"], async (sql) => {
    const [row] = await sql<{ place: string }[]>`select partnership_id as place from post limit 1`;
    const here = { partnership_id: row?.place, valid_from: "2020-01-01" };
    await sql`insert into post ${sql({ ...here, id: hab, unit_id: of("hab"), function: "BOLIGSOCIAL_CHEF" })}`;
    await sql`insert into holding ${sql([
      { ...here, person_id: who.second, post_id: administrator, kind: "holder" },
      { ...here, person_id: who.gains, post_id: administrator, kind: "holder" },
      { ...here, person_id: who.gains, post_id: hab, kind: "deputy" },
      { ...here, person_id: who.leader, post_id: hab, kind: "holder" },
    ])}`;
  });
  for (const persona of [second, gains, leader]) await world.signsInAgain(persona);
});
afterAll(() => world.close());

const as = <T>(persona: string, run: (tx: Tx, me: Member) => Promise<Result<T>>) => world.as(persona, run);
const adds = (owner: string, from: Day, on = plan()) =>
  as("admin", (tx, me) => addOwner(tx, me, { unit: on, owner: of(owner), from }));
const ends = (owner: string, from: Day) =>
  as("admin", (tx, me) => endOwner(tx, me, { unit: plan(), owner: of(owner), from }));
const asks = (persona: string, owner: string) =>
  as(persona, (tx, me) => askResponsible(tx, me, { unit: plan(), owner: of(owner) }));
const view = (persona = "admin") => world.asks(persona, (tx, me) => readOwners(tx, me, plan()));
const request = async () => (await view()).waits?.id ?? "";
const answers = async (persona: string, answer: "confirmed" | "refused" | "withdrawn", asked?: string) => {
  const id = asked ?? (await request());
  return as(persona, (tx, me) => answerResponsible(tx, me, { request: id, answer }));
};
const names = async () => {
  const { units } = valueOf(await as("admin", readUnits));
  const found = units.find(({ id }) => id === plan());
  return [units.find(({ id }) => id === found?.parent)?.short, found?.with];
};
/** The posts that somebody leads on the housing side, by the database. */
const led = async (persona: string) => {
  await world.signsInAgain(persona);
  const [row] = await world.asks(persona, ({ sql }) => sql<{ posts: string[] }[]>`select door.led() as posts`);
  return row?.posts ?? [];
};
const mailed = (kind: string) =>
  world.owns(
    ["mail", "person"],
    (sql) => sql<{ name: string }[]>`
      select distinct p.name from mail m join person p on p.id = m.person_id where m.kind = ${kind} order by 1`,
  );
const nameOf = (persona: string) =>
  world.asks(persona, async ({ sql }, me) => {
    const [row] = await sql<{ name: string }[]>`select name from person where id = ${me.person}`;
    return row?.name;
  });
const logged = async (what: string) =>
  (await world.owns(["log"], (sql) => sql`select 1 from log where what = ${what}`)).count;

class Undo extends Error {}
/** How many rows a statement touched or gave, or the SQLSTATE that refused it; nothing of it stays. */
async function outcome(persona: string, ...statements: string[]): Promise<string | number> {
  let result: string | number = 0;
  const done = world.asks(persona, async ({ sql }) => {
    for (const statement of statements) result = (await sql.unsafe(statement)).count;
    throw new Undo();
  });
  await done.catch((error: unknown) => {
    if (!(error instanceof Undo)) result = (error as postgres.PostgresError).code ?? String(error);
  });
  return result;
}
const here = "(select door.partnership())";
const row = (owner: string, from = "door.today()", to = "null", on = plan()) =>
  `insert into unit_owner (partnership_id, unit_id, owner_id, valid_from, valid_to)
    values (${here}, '${on}', '${of(owner)}', ${from}, ${to})`;

describe("the other housing organisations of a helhedsplan", () => {
  test("come from the agreement's file, and everybody is shown their names", async () => {
    const { units } = valueOf(await as("admin", readUnits));
    const others = units.filter((each) => each.with.length > 0).map((each) => [each.short, each.with]);
    expect(Object.fromEntries(others)).toEqual(
      Object.fromEntries([
        ["Aldersrogade", ["Vibo"]],
        ["Det gode Naboskab", ["HAB"]],
        ["Hothers Plads", ["AAB"]],
        ["Mimersgadekvarteret", ["3B"]],
      ]),
    );
    for (const persona of ["vicevaert.titanparken", "forum", "skp.sck"]) {
      const contacts = valueOf(await as(persona, (tx, me) => readContacts(tx, me, "da")));
      expect(contacts.units.find(({ id }) => id === plan())?.owners).toEqual({ responsible: "fsb", others: ["HAB"] });
      const { parties } = valueOf(await as(persona, (tx, me) => readAgreement(tx, me, { locale: "da" })));
      const fsb = parties.find(({ name }) => name === "fsb");
      expect(fsb?.below.map((each) => each.with)).toEqual([["HAB"]]);
    }
  });

  test("are kept by the administrator, and by nobody else, in the database too", async () => {
    for (const persona of ["leder.sck", "leder.akb", "forum", "dpo", leader]) {
      const both = { unit: plan(), owner: of("aab") };
      expect(await as(persona, (tx, me) => addOwner(tx, me, { ...both, from: me.today }))).toMatchObject({
        code: "not-yours",
      });
      expect(await as(persona, (tx, me) => endOwner(tx, me, { ...both, from: me.today }))).toMatchObject({
        code: "not-yours",
      });
      expect(await asks(persona, "hab")).toMatchObject({ code: "not-yours" });
    }
    for (const persona of personas.filter((each) => !each.includes("@") && !["admin", second, gains].includes(each)))
      expect([
        persona,
        await outcome(persona, row("aab")),
        await outcome(persona, "update unit_owner set valid_to = door.today()"),
        await outcome(persona, "select 1 from responsible_request"),
        await outcome(persona, `select door.request_responsible('${plan()}', '${of("hab")}')`),
      ]).toEqual([persona, "42501", 0, 0, "BB006"]);
  });

  test("begin and end from today on, and what was stays", async () => {
    expect(await adds("aab", addDays(today, -1))).toMatchObject({ code: "from-today", field: "from" });
    expect(await adds("aab", addDays(today, 3000))).toMatchObject({ code: "date-too-far", field: "from" });
    valueOf(await adds("aab", today));
    expect(await names()).toEqual(["fsb", ["HAB", "AAB"]]);
    expect(await adds("aab", addDays(today, 4))).toMatchObject({ code: "owner-already", field: "owner" });
    valueOf(await ends("aab", addDays(today, 9)));
    expect((await view()).others.find((each) => each.unit === of("aab"))?.to).toBe(addDays(today, 8));
    expect(await adds("aab", addDays(today, 8))).toMatchObject({ code: "owner-already" });
    valueOf(await adds("aab", addDays(today, 20)));
    valueOf(await ends("aab", today));
    expect([await names(), (await view()).others.length]).toEqual([["fsb", ["HAB"]], 1]);
    expect(await ends("aab", today)).toMatchObject({ code: "owner-over", field: "from" });
    valueOf(await adds("aab", today));
    valueOf(await ends("aab", today));
    expect([await logged("unit_owner.insert"), await logged("unit_owner.update")]).toEqual([2, 5]);
    const past = "door.today() - 9";
    expect(await outcome("admin", row("aab", past))).toBe("BB010");
    expect(await outcome("admin", `update unit_owner set valid_to = ${past} where owner_id = '${of("hab")}'`)).toBe(
      "BB010",
    );
  });

  test("are housing organisations, each once, of a helhedsplan that goes on", async () => {
    expect(await adds("fsb", today)).toMatchObject({ code: "owner-already", field: "owner" });
    expect(await adds("kommunen", today)).toMatchObject({ code: "unknown-choice", field: "owner" });
    expect(await adds("aab", today, of("sck"))).toMatchObject({ code: "unknown-choice", field: "unit" });
    expect(await outcome("admin", row("fsb"))).toBe("BB010");
    expect(await outcome("admin", row("kommunen"))).toBe("BB010");
    expect(await outcome("admin", row("aab", "door.today()", "null", of("sck")))).toBe("BB010");
    expect(await outcome("admin", row("hab"))).toBe("BB010");
    expect(await outcome("admin", row("3b", "door.today()", "door.today() - 2"))).toBe("23514");
    expect(await outcome("admin", row("3b"))).toBe(1);
  });

  test("give nobody anything: no post of the helhedsplan is led by who leads at one of them", async () => {
    expect(await led(leader)).toHaveLength(1);
    expect(await outcome(leader, "select 1 from unit_owner")).toBeGreaterThan(3);
  });
});

describe("which of them answers for a helhedsplan", () => {
  const moves = () => outcome("admin", `update unit set parent_id = '${of("hab")}' where id = '${plan()}'`);

  test("is changed by no administrator alone", async () => {
    expect(await moves()).toBe("42501");
    valueOf(await asks("admin", "hab"));
    expect(await names()).toEqual(["fsb", ["HAB"]]);
    expect(await asks(second, "hab")).toMatchObject({ code: "responsible-waits" });
    expect(await mailed("responsible-waits")).toHaveLength(2);
    expect((await view()).waits).toMatchObject({ mayConfirm: false, mayRefuse: false });
    expect((await view(second)).waits).toMatchObject({ owner: of("hab"), mayConfirm: true, mayRefuse: true });
    expect(await answers("admin", "confirmed")).toMatchObject({ code: "not-yours" });
    const id = await request();
    for (const answer of ["confirmed", "refused"])
      expect(await outcome("admin", `select door.answer_responsible('${id}', '${answer}')`)).toBe("BB006");
    expect(await outcome(second, `select door.answer_responsible('${id}', 'withdrawn')`)).toBe("BB006");
    expect(await outcome("leder.akb", `select door.answer_responsible('${id}', 'confirmed')`)).toBe("BB006");
  });

  test("is neither asked nor confirmed by who would get something by it", async () => {
    expect((await view(gains)).waits).toMatchObject({ mayConfirm: false, mayRefuse: true });
    expect(await answers(gains, "confirmed")).toMatchObject({ code: "responsible-own" });
    expect(await outcome(gains, `select door.answer_responsible('${await request()}', 'confirmed')`)).toBe("BB006");
    valueOf(await answers("admin", "withdrawn"));
    expect((await view(gains)).leads).toContain(of("hab"));
    expect(await asks(gains, "hab")).toMatchObject({ code: "responsible-own" });
    expect(await outcome(gains, `select door.request_responsible('${plan()}', '${of("hab")}')`)).toBe("BB006");
  });

  test("stays as it is after a no, and whoever asked is told", async () => {
    valueOf(await asks("admin", "hab"));
    const id = await request();
    valueOf(await answers(gains, "refused"));
    expect([await names(), (await view()).waits]).toEqual([["fsb", ["HAB"]], null]);
    expect(await mailed("responsible-refused")).toEqual([{ name: "Emil Tastesen" }]);
    expect(await answers(second, "confirmed", id)).toMatchObject({ code: "request-over" });
  });

  test("is one that it belongs to on that day", async () => {
    expect(await asks("admin", "aab")).toMatchObject({ code: "owner-over" });
    expect(await outcome("admin", `select door.request_responsible('${plan()}', '${of("aab")}')`)).toBe("BB006");
    valueOf(await adds("aab", today));
    valueOf(await asks("admin", "aab"));
    valueOf(await ends("aab", today));
    expect(await answers(second, "confirmed")).toMatchObject({ code: "owner-over" });
    expect(await outcome(second, `select door.answer_responsible('${await request()}', 'confirmed')`)).toBe("BB010");
    valueOf(await answers("admin", "withdrawn"));
  });

  test("changes once another administrator has confirmed it: the two change places, and both leaders are told", async () => {
    valueOf(await asks("admin", "hab"));
    valueOf(await answers(second, "confirmed"));
    expect(await names()).toEqual(["HAB", ["fsb"]]);
    expect((await led(leader)).length).toBeGreaterThan(1);
    expect((await mailed("responsible-changed")).map(({ name }) => name)).toContain(await nameOf(leader));
    expect(await mailed("responsible-confirmed")).toEqual([{ name: "Emil Tastesen" }]);
    expect((await mailed("access-changed")).map(({ name }) => name)).toEqual(["Selma Låsebjerg"]);
    expect([await logged("responsible_request.confirmed"), await logged("unit.update")]).toEqual([1, 1]);
  });

  test("changes back the same day, and the one that answered for it is one of the others again", async () => {
    valueOf(await asks(second, "fsb"));
    valueOf(await answers("admin", "confirmed"));
    expect(await names()).toEqual(["fsb", ["HAB"]]);
    expect(await led(leader)).toHaveLength(1);
  });

  test("still holds what is below: it does not end while the helhedsplan goes on", async () => {
    const ending = (key: string) =>
      as("admin", (tx, me) => endUnit(tx, me, { unit: of(key), from: addDays(me.today, 9), successors: {} }));
    expect(await ending("fsb")).toMatchObject({ code: "units-below" });
  });
});
