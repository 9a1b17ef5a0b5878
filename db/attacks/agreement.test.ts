import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { addPartnership, elsewhere } from "../testing/elsewhere.ts";
import { makeLive } from "../testing/live.ts";
import { openWorld, type World } from "../testing/world.ts";

/**
 * What an agreement gives, asked of the database alone: whoever has the application's login and one live session writes SQL
 * past every line of TypeScript. Nobody has anything before its day or after it, nobody binds those who come later, and
 * nobody hears of another partnership.
 */

let world: World;
beforeAll(async () => {
  world = await openWorld({ on: "2026-12-02T10:00" });
  await addPartnership(world);
  for (const persona of ["admin", "forum", "skp.sck", "mentor.sck"]) await world.token(persona);
});
afterAll(() => world.close());

const here = "door.partnership()";
const today = "door.today()";
class Undo extends Error {}

/** What the last statement answered, or the SQLSTATE that refused one; nothing of it stays. */
async function outcome(persona: string, ...statements: string[]): Promise<unknown> {
  let result: unknown = "nothing";
  const done = world.asks(persona, async ({ sql }) => {
    for (const statement of statements) {
      const rows = await sql.unsafe(statement);
      result = rows[0] ? Object.values(rows[0])[0] : rows.count;
    }
    throw new Undo();
  });
  await done.catch((error: unknown) => {
    if (!(error instanceof Undo)) result = (error as postgres.PostgresError).code ?? String(error);
  });
  return result;
}
/** The same, and it stays. */
const does = (persona: string, ...statements: string[]) =>
  world.asks(persona, async ({ sql }) => {
    for (const statement of statements) await sql.unsafe(statement);
  });

const begins = `insert into agreement_draft (partnership_id, based_on, content)
  select partnership_id, id, content from agreement where partnership_id = ${here} order by number desc limit 1`;
const listed = (
  extra = "'[]'::jsonb",
) => `update agreement_draft set version = version + 1, content = content || jsonb_build_object('functions', (
  select jsonb_agg(jsonb_build_object('code', f.code, 'duties', f.duties, 'name', jsonb_build_object('da', f.code, 'en', '')))
  from function f where f.partnership_id = ${here} and f.valid_to is null) || ${extra})`;
const proposed = (until = today) =>
  `update agreement_draft set proposed = true, comments_until = ${until}, version = version + 1`;
const adopted = (
  from: string,
) => `insert into agreement (partnership_id, id, number, valid_from, content, adopted_by, meeting_on, adopted_on)
  select d.partnership_id, gen_random_uuid(), b.number + 1, ${from}, d.content, (select door.posts())[1], ${today}, ${today}
  from agreement_draft d join agreement b on b.partnership_id = d.partnership_id and b.id = d.based_on`;
const thrownAway = "delete from agreement_draft";
afterEach(() => world.asks("admin", ({ sql }) => sql.unsafe(thrownAway)));

describe("before its day and after it", () => {
  const code = "NY_KOORDINATOR";
  const coming = `'[{"code": "${code}", "name": {"da": "Ny koordinator", "en": ""}, "duties": ["coordinate"]}]'::jsonb`;

  test("a function that comes with a later version gives nobody its duties", async () => {
    await does("admin", begins, listed(coming), proposed());
    await does("forum", adopted(`${today} + 30`), thrownAway);
    const mentor = await world.asks("mentor.sck", async (_tx, me) => me.person);
    await does(
      "admin",
      `insert into post (partnership_id, id, unit_id, function, valid_from)
        select ${here}, gen_random_uuid(), id, '${code}', ${today} + 30 from unit where kind = 'municipal-unit' limit 1`,
      `insert into holding (partnership_id, person_id, post_id, kind, valid_from)
        select ${here}, '${mentor}', id, 'holder', ${today} from post where function = '${code}'`,
    );
    await world.signsInAgain("mentor.sck");
    const has = "select door.has_duty('coordinate') as has";
    expect(await outcome("mentor.sck", has)).toBe(false);
    await world.turnTo("2027-01-01T10:00");
    for (const persona of ["admin", "forum", "mentor.sck", "skp.sck"]) await world.signsInAgain(persona);
    expect(await outcome("mentor.sck", has)).toBe(true);
    await world.turnTo("2027-01-02T10:00");
    for (const persona of ["admin", "forum", "mentor.sck", "skp.sck"]) await world.signsInAgain(persona);
    await does("admin", `update post set valid_to = ${today} - 1 where function = '${code}'`);
    expect(await outcome("mentor.sck", has)).toBe(false);
  });
});

describe("a version", () => {
  test.each([
    ["for a year from now", `${today} + 366`, 1],
    ["no later, since none could come before it", `${today} + 367`, "BB020"],
    ["never for a day that does not come", "'infinity'", "BB020"],
  ])("is adopted %s", async (_what, from, answer) => {
    await does("admin", begins, proposed());
    expect(await outcome("forum", adopted(from))).toBe(answer);
  });

  test("lists every duty of a function once, and calls it what the rules allow", async () => {
    const extra = (duties: string, name: string) =>
      listed(`'[{"code": "NY", "name": {"da": "${name}", "en": ""}, "duties": ${duties}}]'::jsonb`);
    for (const [statement, answer] of [
      [extra('["refer", "refer"]', "Ny"), "BB020"],
      [extra('["refer"]', "N".repeat(1001)), "BB020"],
      [extra('["refer"]', "N".repeat(1000)), 1],
    ] as const) {
      await does("admin", thrownAway, begins, statement, proposed());
      expect(await outcome("forum", adopted(`${today} + 366`))).toBe(answer);
    }
  });

  test("is never larger than what can be read", async () => {
    const larger = (signs: number) =>
      `update agreement_draft set version = version + 1, content = content || jsonb_build_object('x', repeat('x', ${signs}))`;
    expect(await outcome("admin", begins, larger(100_000))).toBe(1);
    expect(await outcome("admin", begins, larger(5_000_000))).toBe("BB020");
    expect(await outcome("admin", begins, "update agreement_draft set version = version + 1, content = '[]'")).toBe(
      "BB020",
    );
  });
});

test("nobody adopts what they prepared, having stopped to administer in between", async () => {
  const [admin, skp] = await Promise.all(
    ["admin", "skp.sck"].map((who) => world.asks(who, async (_tx, me) => me.person)),
  );
  const [administrator, forum] = [await world.post("administrator"), await world.post("forum")];
  await world.owns(
    ["holding"],
    (sql) => sql`
      insert into holding (partnership_id, person_id, post_id, kind, valid_from)
      select partnership_id, x.person::uuid, x.post::uuid, 'holder', '2026-01-05' from holding h,
        (values (${admin ?? ""}, ${forum}), (${skp ?? ""}, ${administrator})) x (person, post)
      where h.person_id = ${skp ?? ""} limit 2`,
  );
  for (const persona of ["admin", "skp.sck"]) await world.signsInAgain(persona);
  await does("admin", begins, proposed());
  await does(
    "admin",
    `update holding set valid_to = ${today} - 1 where person_id = door.me() and post_id = '${administrator}'`,
  );
  await world.signsInAgain("admin");
  expect(await outcome("admin", "select door.has_duty('forum') and not door.has_duty('administer') as only")).toBe(
    true,
  );
  const adopts = adopted(`${today} + 366`).replace("(select door.posts())[1]", `'${forum}'`);
  expect(await outcome("admin", adopts)).toBe("BB006");
  expect(await outcome("forum", adopts)).toBe(1);
  await world.owns(["holding"], async (sql) => {
    await sql`update holding set valid_to = null where person_id = ${admin ?? ""} and post_id = ${administrator}`;
    await sql`delete from holding where valid_from = '2026-01-05'`;
  });
  for (const persona of ["admin", "skp.sck"]) await world.signsInAgain(persona);
});

describe("a proposal", () => {
  test("is open to comments for half a year at most", async () => {
    expect(await outcome("admin", begins, proposed(`${today} + 183`))).toBe(1);
    expect(await outcome("admin", begins, proposed(`${today} + 184`))).toBe("BB020");
    expect(await outcome("admin", begins, proposed("'infinity'"))).toBe("BB020");
  });

  test("is given back by Boligsocialt Forum alone, who is not said to have done so", async () => {
    const returned = "update agreement_draft set proposed = false, version = version + 1, returned_on = door.today()";
    expect(await outcome("admin", begins, proposed(), returned)).toBe("BB020");
    expect(await outcome("admin", begins, returned)).toBe("BB020");
    expect(
      await outcome(
        "admin",
        begins.replace("content)", "content, returned_on)").replace("id, content from", `id, content, ${today} from`),
      ),
    ).toBe("BB020");
    await does("admin", begins, proposed());
    expect(await outcome("forum", "select door.give_back_draft(2) as given")).toBe(true);
  });

  test("is commented on as Boligsocialt Forum, and as nobody else that one is too", async () => {
    const [forum, skp] = [await world.asks("forum", async (_tx, me) => me.person), await world.post("skp.sck")];
    await world.owns(
      ["holding"],
      (sql) => sql`
        insert into holding (partnership_id, person_id, post_id, kind, valid_from)
        select partnership_id, ${forum}, ${skp}, 'holder', '2026-01-05' from holding where person_id = ${forum} limit 1`,
    );
    await world.signsInAgain("forum");
    await does("admin", begins, proposed());
    const says = (post: string) => `insert into agreement_comment (partnership_id, id, person_id, post_id, text)
      values (${here}, gen_random_uuid(), door.me(), '${post}', 'Se på fristerne.')`;
    expect(await outcome("forum", says(await world.post("forum")))).toBe(1);
    expect(await outcome("forum", says(skp))).toBe("42501");
  });
});

describe("somebody always administers", () => {
  const second = async () => {
    const [skp, administrator] = [
      await world.asks("skp.sck", async (_tx, me) => me.person),
      await world.post("administrator"),
    ];
    return {
      gives: `insert into holding (partnership_id, person_id, post_id, kind, valid_from)
        values (${here}, '${skp}', '${administrator}', 'holder', ${today})`,
      ends: (who: string, ahead: number) =>
        `update holding set valid_to = ${today} + ${ahead} where post_id = '${administrator}' and person_id = ${who}`,
      skp: `'${skp}'`,
    };
  };

  test("when the other one ends later", async () => {
    const { gives, ends, skp } = await second();
    expect(await outcome("admin", gives, ends(skp, 30), ends("door.me()", 3))).toBe("BB006");
    expect(await outcome("admin", gives, ends("door.me()", 3))).toBe(1);
  });

  test("when the post itself is to end", async () => {
    const post = await world.post("administrator");
    for (const day of [`${today} - 1`, `${today} + 30`])
      expect(await outcome("admin", `update post set valid_to = ${day} where id = '${post}'`)).toBe("BB006");
    const other = randomUUID();
    const { skp } = await second();
    expect(
      await outcome(
        "admin",
        `insert into post (partnership_id, id, unit_id, function, valid_from)
          select ${here}, '${other}', u.id, p.function, ${today} from post p, unit u
          where p.id = '${post}' and u.id <> p.unit_id and u.kind = 'municipal-unit' limit 1`,
        `insert into holding (partnership_id, person_id, post_id, kind, valid_from)
          values (${here}, ${skp}, '${other}', 'holder', ${today})`,
        `update post set valid_to = ${today} + 30 where id = '${post}'`,
      ),
    ).toBe(1);
  });

  test("when what the other one has has not begun, or is over", async () => {
    const other = randomUUID();
    const { skp, ends } = await second();
    const post = await world.post("administrator");
    const makes = (from: string) => [
      `insert into post (partnership_id, id, unit_id, function, valid_from)
        select ${here}, '${other}', u.id, p.function, ${from} from post p, unit u
        where p.id = '${post}' and u.id <> p.unit_id and u.kind = 'municipal-unit' limit 1`,
      `insert into holding (partnership_id, person_id, post_id, kind, valid_from)
        values (${here}, ${skp}, '${other}', 'holder', ${today})`,
    ];
    expect(await outcome("admin", ...makes(`${today} + 30`), ends("door.me()", 3))).toBe("BB006");
    expect(await outcome("admin", ...makes(today), ends("door.me()", 3))).toBe(1);
    expect(
      await outcome(
        "admin",
        ...makes(today),
        `update post set valid_to = ${today} + 10 where id = '${other}'`,
        ends("door.me()", 3),
      ),
    ).toBe("BB006");
  });
});

describe("of another partnership nobody hears", () => {
  test.each<[what: string, statement: (place: string) => string]>([
    [
      "which days a function has",
      (place) => `insert into post (partnership_id, id, unit_id, function, valid_from)
        values ('${place}', gen_random_uuid(), gen_random_uuid(), 'BOLIGRAADGIVER', '1999-01-01')`,
    ],
    [
      "whether anything is agreed",
      (place) => `insert into agreement_draft (partnership_id, content) values ('${place}', '{}')`,
    ],
    [
      "whether anything is proposed",
      (place) => `insert into agreement (partnership_id, id, number, valid_from, content)
        values ('${place}', gen_random_uuid(), 9, ${today}, '{}')`,
    ],
  ])("%s", async (_what, statement) => {
    const { partnership } = await world.asks(elsewhere("admin"), async (_tx, me) => me);
    for (const persona of ["admin", "skp.sck"])
      expect([persona, await outcome(persona, statement(partnership))]).toEqual([persona, "42501"]);
  });

  test("whether their checklist is whole", async () => {
    const { partnership } = await world.asks(elsewhere("admin"), async (_tx, me) => me);
    await makeLive(world);
    const keeps = (place: string) => `insert into draft (partnership_id, id, person_id, coded)
      values (${place}, gen_random_uuid(), door.me(), '{}')`;
    expect(await outcome("skp.sck", keeps(`'${partnership}'`))).toBe("42501");
    expect(await outcome("skp.sck", keeps(here))).toBe("BB024");
  });
});
