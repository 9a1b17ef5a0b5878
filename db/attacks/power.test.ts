import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noerrebro } from "../seed/agreement/noerrebro.ts";
import { personas } from "../testing/who-sees.ts";
import { openWorld, type World } from "../testing/world.ts";

/**
 * Who may give what to whom, and who has power over whom, asked of the database alone: whoever has the application's login
 * and one live session writes SQL past every line of TypeScript. Nobody widens their own reach, and nobody reaches a person
 * of whose posts only some are theirs.
 */

let world: World;
const post = new Map<string, string>();
const person = new Map<string, string>();
const of = (persona: string) => person.get(persona) ?? "";
const at = (key: string) => post.get(key) ?? "";
class Undo extends Error {}

/** How many rows were touched, or the SQLSTATE that refused it; nothing of it stays. */
async function outcome(persona: string, ...statements: string[]): Promise<string | number> {
  let result: string | number = "nothing";
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
const today = "door.today()";
const gives = (to: string, key: string, { as = "holder", from = today } = {}) =>
  `insert into holding (partnership_id, person_id, post_id, kind, valid_from)
    values (${here}, '${of(to)}', '${at(key)}', '${as}', ${from})`;
const saysAway = (who: string) =>
  `insert into absence (partnership_id, person_id, from_day, to_day) values (${here}, '${of(who)}', '2031-01-01', '2031-01-02')`;
const ends = (who: string, key: string) =>
  `update holding set valid_to = ${today} - 1 where person_id = '${of(who)}' and post_id = '${at(key)}'`;

beforeAll(async () => {
  world = await openWorld();
  for (const { key } of noerrebro.posts) post.set(key, await world.post(key));
  for (const persona of personas.filter((each) => !each.includes("@")))
    person.set(persona, await world.asks(persona, async (_tx, me) => me.person));
  const since = "2013-12-12";
  await world.owns(["holding", "absence", "person"], async (sql) => {
    const [row] = await sql<{ partnership: string }[]>`
      select partnership_id as partnership from person where id = ${of("skp.sck")}`;
    const held = (persona: string, key: string, kind: string) => ({
      partnership_id: row?.partnership,
      person_id: of(persona),
      post_id: at(key),
      kind,
      valid_from: since,
    });
    await sql`insert into holding ${sql([
      // Works in two units, each with a leader of its own.
      held("sundhed.fc", "mentor.sck", "deputy"),
      // Leads those for whom they stand in.
      held("leder.sck", "boligraadgiver.sck", "deputy"),
      held("leder.akb", "vicevaert.titanparken", "deputy"),
      held("admin", "raadgiver.mimersgade", "deputy"),
      // Administers, and sits in the forum too.
      held("admin", "forum", "holder"),
    ])}`;
    await sql`insert into absence ${sql(
      ["sundhed.fc", "dpo", "skp.sck", "boligraadgiver.sck", "raadgiver.mimersgade"].map((persona) => ({
        partnership_id: row?.partnership,
        person_id: of(persona),
        from_day: "2030-01-01",
        to_day: "2030-01-09",
      })),
    )}`;
  });
  for (const persona of ["sundhed.fc", "leder.sck", "leder.akb", "admin"]) await world.signsInAgain(persona);
});
afterAll(() => world.close());

const refused = expect.stringMatching(/^(42501|BB006|BB010|BB023|42883)$/);
/** Nothing happened: refused, or no row of it is theirs to change. */
const nothing = { asymmetricMatch: (found: unknown) => found === 0 || refused.asymmetricMatch(found) };

type Attempt = [what: string, persona: string, statements: () => string[]];
const tries = (attempts: Attempt[]) =>
  test.each(attempts)("%s (%s)", async (_what, persona, statements) => {
    expect(await outcome(persona, ...statements())).toEqual(nothing);
  });

describe("nobody gives themselves", () => {
  tries([
    ["a post that they lead", "leder.akb", () => [gives("leder.akb", "vicevaert.lundtoftegade")]],
    ["a post that they lead", "leder.sck", () => [gives("leder.sck", "skp.sck")]],
    ["a post that they lead, as a deputy", "leder.sck", () => [gives("leder.sck", "skp.sck", { as: "deputy" })]],
    ["one from next year on", "leder.sck", () => [gives("leder.sck", "skp.sck", { from: `${today} + 365` })]],
    ["any post", "admin", () => [gives("admin", "skp.sck")]],
    ["the officer's post", "admin", () => [gives("admin", "databeskyttelsesraadgiver")]],
    [
      "a post for longer than it was to be",
      "leder.sck",
      () => [
        `update holding set valid_to = ${today} + 5 where person_id = door.me() and kind = 'deputy'`,
        "update holding set valid_to = null where person_id = door.me() and kind = 'deputy'",
      ],
    ],
    [
      "the turn of whom they stand in for, by sending them away",
      "leder.sck",
      () => [saysAway("boligraadgiver2.sck"), saysAway("boligraadgiver.sck")],
    ],
    ["the same", "leder.akb", () => [saysAway("vicevaert.titanparken")]],
    ["the same", "admin", () => [saysAway("raadgiver.mimersgade")]],
    [
      "the same, by making an absence longer",
      "admin",
      () => [`update absence set to_day = '2030-12-01' where person_id = '${of("raadgiver.mimersgade")}'`],
    ],
    [
      "the same, by making an absence somebody else's",
      "leder.sck",
      () => [`update absence set person_id = '${of("boligraadgiver.sck")}' where person_id = '${of("skp.sck")}'`],
    ],
    ["the same, by ending who holds it", "leder.sck", () => [ends("boligraadgiver.sck", "boligraadgiver.sck")]],
    ["the same, by ending who holds it", "admin", () => [ends("raadgiver.mimersgade", "raadgiver.mimersgade")]],
    [
      "what another post has, as its successor",
      "admin",
      () => [
        `update post set valid_to = ${today} + 9, successor_id = '${at("raadgiver.mimersgade")}' where id = '${at("vicevaert.titanparken")}'`,
      ],
    ],
    [
      "a duty more",
      "admin",
      () => ["update function set duties = duties || '{coordinate}' where code = 'ADMINISTRATOR'"],
    ],
    [
      "a function with every duty",
      "admin",
      () => [
        `insert into function (partnership_id, code, duties, valid_from) values (${here}, 'ALT', '{refer,receive,coordinate,protect}', ${today})`,
      ],
    ],
    [
      "units below them that were another's",
      "admin",
      () => [`update unit set parent_id = null where id = (select unit_id from post where id = '${at("skp.sck")}')`],
    ],
    ["another name", "skp.sck", () => ["update person set name = 'Selma Låsebjerg' where id = door.me()"]],
    [
      "an agreement that they prepared themselves",
      "admin",
      () => [
        `insert into agreement_draft (partnership_id, based_on, content)
          select partnership_id, id, content from agreement order by number desc limit 1`,
        `update agreement_draft set proposed = true, comments_until = ${today}, version = version + 1`,
        `insert into agreement (partnership_id, id, number, valid_from, content, adopted_by, meeting_on, adopted_on)
          select partnership_id, gen_random_uuid(), number + 1, ${today}, content, '${at("forum")}', ${today}, ${today}
          from agreement order by number desc limit 1`,
      ],
    ],
  ]);
});

describe("a post is given by whoever may", () => {
  tries([
    [
      "of a housing organisation, never by its leader alone",
      "leder.akb",
      () => [gives("skp.sck", "vicevaert.lundtoftegade")],
    ],
    ["the same", "leder.akb", () => [gives("vicevaert.lundtoftegade", "vicevaert.titanparken", { as: "deputy" })]],
    ["the same", "leder.akb", () => [gives("vicevaert.lundtoftegade", "koordinator.akb")]],
    [
      "to somebody of other units, never by one leader alone",
      "leder.sck",
      () => [gives("dpo", "skp.sck", { as: "deputy" })],
    ],
    ["the same", "leder.sck", () => [gives("vicevaert.titanparken", "skp.sck", { as: "deputy" })]],
    ["the same", "leder.sck", () => [gives("sundhed.fc", "skp.sck")]],
    [
      "that gives power over others, never by one leader alone",
      "leder.sck",
      () => [gives("skp.sck", "omraadechef.sck", { as: "deputy" })],
    ],
    [
      "of other units by nobody who leads here",
      "leder.sck",
      () => [gives("skp.sck", "brobygger.lokalomraadekontoret")],
    ],
  ]);

  tries([
    [
      "from today on, never for days that are over",
      "leder.sck",
      () => [gives("skp.sck", "sagsbehandler.sck", { from: "'2000-01-01'" })],
    ],
    ["the same", "admin", () => [gives("skp.sck", "sagsbehandler.sck", { from: `${today} - 1` })]],
    ["within a year", "admin", () => [gives("skp.sck", "sagsbehandler.sck", { from: `${today} + 367` })]],
  ]);

  test("and then it is given", async () => {
    expect(await outcome("leder.sck", gives("skp.sck", "sagsbehandler.sck"))).toBe(1);
    expect(await outcome("admin", gives("skp.sck", "vicevaert.titanparken"))).toBe(1);
  });
});

/** Everything that somebody may do to another, and must not where a single post of theirs is out of reach. */
const power: [what: string, statement: (who: string) => string][] = [
  ["says that they are away", saysAway],
  ["changes an absence", (who) => `update absence set to_day = '2030-01-08' where person_id = '${of(who)}'`],
  ["takes an absence back", (who) => `delete from absence where person_id = '${of(who)}'`],
  ["writes another number", (who) => `update person set phone = '1', mail = 'x@y.example' where id = '${of(who)}'`],
  ["says that they have left", (who) => `update person set left_on = ${today} where id = '${of(who)}'`],
  ["ends every post", (who) => `update holding set valid_to = ${today} - 1 where person_id = '${of(who)}'`],
  ["hands over what they follow", (who) => `select door.hand_over('${of(who)}', '{}')`],
  ["closes their account", (who) => `select door.leave('${of(who)}')`],
  ["sends a link", (who) => `select door.send_invitation('${of(who)}', 'da', true)`],
];

describe.each(power)("whoever %s", (_what, statement) => {
  const out: [persona: string, who: string][] = [
    ["leder.sck", "sundhed.fc"],
    ["leder.sck", "dpo"],
    ["leder.akb", "dpo"],
    ["leder.akb", "skp.sck"],
    ["leder.akb", "vicevaert.titanparken"],
    ["leder.sck", "boligraadgiver.sck"],
    ["leder.sck", "admin"],
    ["skp.sck", "mentor.sck"],
    ["admin", "raadgiver.mimersgade"],
  ];
  test.each(out)("is not %s with %s", async (persona, who) => {
    expect(await outcome(persona, statement(who))).toEqual(nothing);
  });

  test("leads all of their posts, or administers", async () => {
    for (const [persona, who] of [
      ["leder.sck", "skp.sck"],
      ["admin", "sundhed.fc"],
      ["admin", "dpo"],
    ] as const)
      expect([persona, await outcome(persona, statement(who))]).toEqual([persona, expect.any(Number)]);
  });
});

describe("nobody over themselves", () => {
  const own = power.filter(([what]) => !/away|absence|number|hands over|every post/.test(what));
  test.each(own)("%s", async (_what, statement) => {
    for (const persona of ["admin", "leder.sck", "leder.akb", "skp.sck"])
      expect([persona, await outcome(persona, statement(persona))]).toEqual([persona, nothing]);
  });
});

describe("nobody leaves on a day to come", () => {
  // Mail goes to nobody who has left, and so nobody would be told while they still work.
  const leavesOn = (who: string, day: string) => () => [`update person set left_on = ${day} where id = '${of(who)}'`];
  tries([
    ["as the officer, who is told of everything", "admin", leavesOn("dpo", `${today} + 1`)],
    ["the same", "admin", leavesOn("dpo", "'infinity'")],
    ["as anybody", "leder.sck", leavesOn("skp.sck", `${today} + 30`)],
  ]);
});

describe("nobody new comes", () => {
  const adds = (posts: string) => () => [`select door.add_person('Sonja Ny', 'sonja@ny.example', ${posts})`];
  tries([
    ["to no post at all", "skp.sck", adds("null")],
    ["the same", "vicevaert.titanparken", adds("null")],
    ["the same", "leder.sck", adds("null")],
    ["the same", "admin", adds("'{}'")],
    ["to a post that there is not", "admin", adds("array[null]::uuid[]")],
    ["to a post and to none", "leder.sck", () => adds(`array['${at("skp.sck")}', null]::uuid[]`)()],
  ]);
});

describe("somebody always administers", () => {
  const endsOn = (day: string) =>
    `update holding set valid_to = ${day} where person_id = door.me() and post_id = '${at("administrator")}'`;
  const second = () => gives("skp.sck", "administrator");
  tries([
    ["when the last one ends it", "admin", () => [endsOn(`${today} - 1`)]],
    ["when they end it from tomorrow on", "admin", () => [endsOn(today)]],
    ["when they end it later", "admin", () => [endsOn(`${today} + 30`)]],
    [
      "when the second has left",
      "admin",
      () => [second(), `update person set left_on = ${today} where id = '${of("skp.sck")}'`, endsOn(`${today} - 1`)],
    ],
    [
      "when the second's account is closed",
      "admin",
      () => [second(), `select door.leave('${of("skp.sck")}')`, endsOn(`${today} - 1`)],
    ],
    [
      "when the second ends earlier",
      "admin",
      () => [
        second(),
        `update holding set valid_to = ${today} + 3 where person_id = '${of("skp.sck")}' and post_id = '${at("administrator")}'`,
        endsOn(`${today} + 3`),
      ],
    ],
  ]);

  test("and whoever is not the last one ends it", async () => {
    expect(await outcome("admin", second(), endsOn(`${today} - 1`))).toBe(1);
  });

  test.each<[how: string, ends: (who: string) => string]>([
    ["end it", (who) => ends(who, "administrator")],
    ["let each other leave", (who) => `update person set left_on = ${today} where id = '${of(who)}'`],
    ["close each other's account", (who) => `select door.leave('${of(who)}')`],
  ])("also when two %s at once", async (_how, statement) => {
    await world.asks("admin", ({ sql }) => sql.unsafe(second()));
    await world.signsInAgain("skp.sck");
    const met = Promise.withResolvers<void>();
    let waiting = 2;
    /** Both have done theirs, or wait for the other. */
    const done = (who: string, other: string) =>
      world
        .asks(who, async ({ sql }) => {
          await sql`select door.me()`;
          waiting -= 1;
          if (waiting === 0) met.resolve();
          await met.promise;
          await sql.unsafe(statement(other));
        })
        .then(
          () => "done",
          (error: unknown) => (error as postgres.PostgresError).code,
        );
    const both = await Promise.all([done("admin", "skp.sck"), done("skp.sck", "admin")]);
    const [left] = await world.owns(
      ["holding", "person", "account"],
      (sql) => sql<{ administer: number }[]>`
        select count(*)::int as administer from holding h join person p on p.id = h.person_id join account a on a.id = p.account_id
        where h.post_id = ${at("administrator")} and (h.valid_to is null or h.valid_to >= door.today())
          and p.left_on is null and a.active`,
    );
    await world.owns(["holding", "person", "account"], async (sql) => {
      await sql`delete from holding where post_id = ${at("administrator")} and person_id = ${of("skp.sck")}`;
      await sql`update holding set valid_to = null where post_id = ${at("administrator")}`;
      await sql`update person set left_on = null where id in (${of("skp.sck")}, ${of("admin")})`;
      await sql`update account set active = true where id in (select account_id from person where id in (${of("skp.sck")}, ${of("admin")}))`;
    });
    for (const persona of ["admin", "skp.sck"]) await world.signsInAgain(persona);
    expect([both, left]).toEqual([expect.arrayContaining(["done"]), { administer: expect.toBeOneOf([1, 2]) }]);
  });
});

describe("a secret for somebody else", () => {
  test("is never chosen by whoever asks for it", async () => {
    const token = "A".repeat(43);
    expect(await outcome("leder.sck", `select door.send_invitation('${of("skp.sck")}', '${token}', 'da', true)`)).toBe(
      "42883",
    );
    const named = await world.owns(
      [],
      (sql) => sql<{ f: string; args: string[] }[]>`
        select p.oid::regprocedure::text as f, p.proargnames as args from pg_proc p
        where p.pronamespace = 'door'::regnamespace and has_function_privilege('brobyg_app', p.oid, 'execute')
          and p.proargnames && array['token', 'person', 'account', 'gone'] and p.proargnames && array['token', 'token_hash']`,
    );
    expect(named).toEqual([]);
  });

  test("is in the mail alone, with its hash where it opens, and long", async () => {
    const seen = await world.asks("leder.sck", async ({ sql }) => {
      const [answer] = await sql`select door.send_invitation(${of("skp.sck")}, 'da', true) as said`;
      return JSON.stringify(answer);
    });
    const [mail] = await world.owns(
      ["mail", "invitation"],
      (sql) => sql<{ token: string; kept: boolean }[]>`
        select m."values"->>'token' as token, exists (
          select 1 from invitation i where i.hash = sha256(convert_to(m."values"->>'token', 'UTF8')) and i.used_at is null) as kept
        from mail m where m.kind = 'invitation'`,
    );
    expect(mail).toMatchObject({ token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/), kept: true });
    expect(seen).not.toContain(mail?.token);
  });
});
