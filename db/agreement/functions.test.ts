import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { type Result, refused } from "#lib/result.ts";
import { dutiesFollow } from "../../jobs/duties-follow.ts";
import type { Member } from "../as-member.ts";
import { openPool, type Tx } from "../client.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { addPost } from "../units/add-unit.ts";
import { endPost, keepPost } from "../units/end-post.ts";
import { adoptRevision } from "./adopt-revision.ts";
import { draftOf } from "./draft.ts";
import { functionsOf } from "./functions.ts";
import { proposeRevision, takeRevisionBack } from "./propose-revision.ts";
import { readAgreement } from "./read-agreement.ts";
import { readRevision } from "./read-revision.ts";
import { reviseFunction, takeFunctionIn, takeFunctionOut } from "./revise.ts";
import { dropRevision, startRevision } from "./start-revision.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld({ on: "2026-12-02T10:00" });
});
afterAll(async () => world.close());
afterEach(async () => {
  const draft = await world.asks("admin", draftOf);
  if (draft?.proposed) await world.as("admin", (tx, me) => takeRevisionBack(tx, me, { version: draft.version }));
  const left = await world.asks("admin", draftOf);
  if (left) await world.as("admin", (tx, me) => dropRevision(tx, me, { version: left.version }));
});

type Doing = (tx: Tx, me: Member) => Promise<Result<unknown>>;
const admin = (run: Doing) => world.as("admin", run);
const version = async () => (await world.asks("admin", draftOf))?.version ?? 0;
const revises = async (run: (tx: Tx, me: Member, version: number) => Promise<Result<unknown>>) => {
  const seen = await version();
  return admin((tx, me) => run(tx, me, seen));
};
const proposes = () => revises((tx, me, seen) => proposeRevision(tx, me, { version: seen, commentsUntil: me.today }));
async function adopts(ahead = 0): Promise<Result<unknown>> {
  const seen = await version();
  return world.as("forum", (tx, me) =>
    adoptRevision(tx, me, { version: seen, meetingOn: me.today, validFrom: addDays(me.today, ahead) }),
  );
}
/** What the directory has of a function: its days, duties and last name. */
const row = (code: string) =>
  world.asks("admin", async ({ sql }) => {
    const [found] = await sql<{ duties: string[]; from: Day; to: Day | null; da: string; en: string }[]>`
      select f.duties, f.valid_from as from, f.valid_to as to, n.da, n.en from function f
      join lateral (select da, en from function_name n where n.function = f.code
        and n.partnership_id = f.partnership_id order by n.valid_from desc limit 1) n on true
      where f.code = ${code} and f.partnership_id = door.partnership()`;
    return found;
  });
/** What the database says to statements of the application, which are undone. */
async function told(persona: string, statements: (tx: Tx, me: Member) => Promise<unknown>): Promise<string> {
  return world
    .as(persona, async (tx, me) => {
      await statements(tx, me);
      return refused("taken");
    })
    .then(
      (answer) => (answer.ok ? "ok" : answer.code),
      (error: unknown) => (error as postgres.PostgresError).code ?? String(error),
    );
}
const runJobs = async () => {
  const pool = openPool(world.database.jobsUrl, { max: 1 });
  await dutiesFollow(pool);
  await pool.close();
};

const guide = { da: "Vejviser", en: "", duties: ["receive" as const] };

describe("a function of a revision", () => {
  test("comes with the version that Forum adopts, from its first day on, and may then get posts", async () => {
    valueOf(await admin(startRevision));
    valueOf(await revises((tx, me, seen) => reviseFunction(tx, me, { version: seen, ...guide })));
    const { changes } = valueOf(await admin(readRevision)) as { changes: unknown[] };
    expect(changes).toHaveLength(1);
    expect(await row("VEJVISER")).toBeUndefined();
    valueOf(await proposes());
    expect(await row("VEJVISER")).toBeUndefined();
    valueOf(await adopts(9));
    expect(await row("VEJVISER")).toEqual({
      duties: ["receive"],
      from: addDays(world.today(), 9),
      to: null,
      da: "Vejviser",
      en: "Vejviser",
    });
    const gets = (ahead: number) =>
      admin(async (tx, me) => {
        const [unit] = await tx.sql<{ id: string }[]>`select id from unit where kind = 'municipal-unit' limit 1`;
        return addPost(tx, me, { unit: unit?.id ?? "", function: "VEJVISER", from: addDays(me.today, ahead) });
      });
    expect(await gets(0)).toMatchObject({ code: "function-begins", field: "from" });
    expect(await gets(9)).toMatchObject({ ok: true });
  });

  test("gets another name on the version's day, and other duties not before it", async () => {
    valueOf(await admin(startRevision));
    valueOf(
      await revises((tx, me, seen) =>
        reviseFunction(tx, me, {
          version: seen,
          function: "SOCIAL_MENTOR",
          da: "Mentor",
          en: "Mentor",
          duties: ["refer", "receive", "lead"],
        }),
      ),
    );
    valueOf(await proposes());
    valueOf(await adopts(20));
    await runJobs();
    expect(await row("SOCIAL_MENTOR")).toMatchObject({ duties: ["refer", "receive"], da: "Mentor" });
    const today = await world.asks("admin", functionsOf);
    expect(today.find(({ code }) => code === "SOCIAL_MENTOR")?.name.da).toBe("Social mentor");
    await world.turnTo("2026-12-22T10:00");
    for (const persona of ["admin", "forum", "leder.sck", "sagsbehandler.sck"]) await world.signsInAgain(persona);
    await runJobs();
    expect(await row("SOCIAL_MENTOR")).toMatchObject({ duties: ["refer", "receive", "lead"] });
    await runJobs();
  });

  test("is not taken out while a post of it goes on, and ends the day before the version once none does", async () => {
    valueOf(await admin(startRevision));
    const out = () =>
      revises((tx, me, seen) => takeFunctionOut(tx, me, { version: seen, function: "BOLIGSOCIAL_KONSULENT" }));
    expect(await out()).toMatchObject({ code: "function-has-posts" });
    const posts = await world.asks(
      "admin",
      ({ sql }) => sql<{ id: string }[]>`
      select id from post where function = 'BOLIGSOCIAL_KONSULENT' and valid_to is null`,
    );
    for (const { id } of posts)
      valueOf(await admin((tx, me) => endPost(tx, me, { post: id, from: addDays(me.today, 5) })));
    valueOf(await out());
    const { retired } = valueOf(await admin(readRevision)) as { retired: { code: string }[] };
    expect(retired.map(({ code }) => code)).toEqual(["BOLIGSOCIAL_KONSULENT"]);
    valueOf(await proposes());
    expect(await adopts(4)).toMatchObject({ code: "posts-still-there", field: "validFrom" });
    valueOf(await adopts(5));
    expect(await row("BOLIGSOCIAL_KONSULENT")).toMatchObject({ to: addDays(world.today(), 4) });
    for (const { id } of posts) {
      expect(await admin((tx, me) => keepPost(tx, me, { post: id }))).toMatchObject({ code: "function-ends" });
      expect(await told("admin", ({ sql }) => sql`update post set valid_to = null where id = ${id}`)).toBe("BB021");
    }
    expect(
      await admin(async (tx, me) => {
        const [unit] = await tx.sql<{ id: string }[]>`select id from unit where kind = 'helhedsplan' limit 1`;
        return addPost(tx, me, { unit: unit?.id ?? "", function: "BOLIGSOCIAL_KONSULENT", from: me.today });
      }),
    ).toMatchObject({ code: "function-ends", field: "function" });
    const { functions } = valueOf(await world.as("admin", (tx, me) => readAgreement(tx, me, { locale: "da" })));
    expect(functions["VEJVISER"]?.en).toBe("Vejviser");
  });

  test("that was taken out is taken in again", async () => {
    valueOf(await admin(startRevision));
    const name = "SUNDHED_SPROG";
    const posts = await world.asks(
      "admin",
      ({ sql }) => sql<{ id: string }[]>`
      select id from post where function = ${name} and valid_to is null`,
    );
    for (const { id } of posts)
      valueOf(await admin((tx, me) => endPost(tx, me, { post: id, from: addDays(me.today, 30) })));
    valueOf(await revises((tx, me, seen) => takeFunctionOut(tx, me, { version: seen, function: name })));
    valueOf(await revises((tx, me, seen) => takeFunctionIn(tx, me, { version: seen, function: name })));
    const { retired } = valueOf(await admin(readRevision)) as { retired: { code: string }[] };
    expect(retired.map(({ code }) => code)).not.toContain(name);
  });

  test("keeps its power: the three that somebody must always have neither go nor change hands", async () => {
    valueOf(await admin(startRevision));
    for (const [code, refusal] of [
      ["ADMINISTRATOR", "nobody-would-administer"],
      ["BOLIGSOCIALT_FORUM", "nobody-would-forum"],
      ["DATABESKYTTELSESRAADGIVER", "nobody-would-protect"],
    ] as const)
      expect(await revises((tx, me, seen) => takeFunctionOut(tx, me, { version: seen, function: code }))).toMatchObject(
        { code: refusal },
      );
    expect(
      await revises((tx, me, seen) =>
        reviseFunction(tx, me, { version: seen, function: "SKP", da: "x", en: "", duties: ["administer"] }),
      ),
    ).toMatchObject({ code: "not-found" });
    expect(
      await revises((tx, me, seen) =>
        reviseFunction(tx, me, {
          version: seen,
          function: "SOCIAL_MENTOR",
          da: "Mentor",
          en: "Mentor",
          duties: ["refer", "administer"],
        }),
      ),
    ).toMatchObject({ code: "power-stays", field: "duties" });
    expect(
      await world.as("sagsbehandler.sck", (tx, me) => reviseFunction(tx, me, { version: 1, ...guide })),
    ).toMatchObject({
      code: "not-yours",
    });
  });
});

describe("with the application's own login", () => {
  const here = "partnership_id = door.partnership()";

  test.each(["admin", "forum", "leder.sck", "sagsbehandler.sck"])(
    "%s writes no function and no name, whatever they say",
    async (persona) => {
      for (const statement of [
        `update function set duties = '{administer}' where ${here}`,
        `update function set valid_to = '2026-12-31' where ${here}`,
        `insert into function (partnership_id, code, duties, valid_from) values (door.partnership(), 'X', '{administer}', '2026-01-01')`,
        `update function_name set da = 'x' where ${here}`,
        `insert into function_name (partnership_id, function, valid_from, da, en) values (door.partnership(), 'FORUM', '2026-01-01', 'x', 'x')`,
        `delete from function where ${here}`,
        "select door.duties_follow(door.partnership())",
        "select door.all_duties_follow()",
      ])
        expect([statement, await told(persona, ({ sql }) => sql.unsafe(statement))]).toEqual([statement, "42501"]);
    },
  );

  /** Forum adopts a draft whose content an administrator wrote by hand, past every rule of the application. */
  async function adoptedByHand(change: string): Promise<string> {
    valueOf(await admin(startRevision));
    const listed = await world.asks("admin", functionsOf);
    const functions = listed.map(({ code, name, duties }) => ({ code, name, duties }));
    await world.as("admin", async ({ sql }, me) => {
      await sql`update agreement_draft set content = content || ${sql.json({ functions })}, version = version + 1`;
      await sql.unsafe(`update agreement_draft set content = ${change}, version = version + 1`);
      await sql`update agreement_draft set proposed = true, comments_until = ${me.today}, version = version + 1`;
      return { ok: true, value: null };
    });
    return told(
      "forum",
      ({ sql }, me) =>
        sql`
        insert into agreement (partnership_id, id, number, valid_from, content, adopted_by, meeting_on, adopted_on)
        select d.partnership_id, ${randomUUID()}, b.number + 1, greatest(${me.today}::date, b.valid_from), d.content,
          ${me.posts[0] ?? null}, ${me.today}, ${me.today}
        from agreement_draft d join agreement b on b.id = d.based_on`,
    );
  }
  /** The list without a function, or with one field of it changed. */
  const without = (code: string) =>
    `jsonb_set(content, '{functions}', (select jsonb_agg(f) from jsonb_array_elements(content -> 'functions') f where f ->> 'code' <> '${code}'))`;
  const withField = (code: string, field: string, value: string) =>
    `jsonb_set(content, '{functions}', (select jsonb_agg(case when f ->> 'code' = '${code}' then jsonb_set(f, '{${field}}', '${value}') else f end) from jsonb_array_elements(content -> 'functions') f))`;

  test.each<[string, string, string]>([
    ["nothing but the same list: the list itself is no harm", "content", "taken"],
    ["a power for a function that is there", withField("SOCIAL_MENTOR", "duties", '["refer","administer"]'), "BB020"],
    ["a power less", withField("ADMINISTRATOR", "duties", '["lead"]'), "BB020"],
    ["nobody who adopts", without("BOLIGSOCIALT_FORUM"), "BB022"],
    ["a function without its posts", without("SOCIAL_VICEVAERT"), "BB022"],
    ["a duty that there is not", withField("SOCIAL_MENTOR", "duties", '["rule"]'), "BB020"],
    ["no duty", withField("SOCIAL_MENTOR", "duties", "[]"), "BB020"],
    ["a code that is none", withField("SOCIAL_MENTOR", "code", '"x y"'), "BB020"],
    ["the same code twice", withField("SOCIAL_MENTOR", "code", '"BOLIGRAADGIVER"'), "BB020"],
    ["a function without a name", withField("SOCIAL_MENTOR", "name,da", '" "'), "BB020"],
    ["no list where a list belongs", "content || '{\"functions\": null}'", "BB020"],
    ["an empty list", "content || '{\"functions\": []}'", "BB020"],
    ["no services", "content || '{\"services\": []}'", "BB020"],
    ["no title", "jsonb_set(content, '{contract,title,da}', '\"\"')", "BB020"],
    ["no frame", "jsonb_set(content, '{contract,frame}', '[]')", "BB020"],
  ])("Forum adopts no version with %s", async (_, change, answer) => {
    expect(await adoptedByHand(change)).toBe(answer);
  });

  test("Forum adopts no list of functions while nobody is left for good to protect data", async () => {
    const until = (day: Day | null) =>
      world.owns(
        ["holding", "post"],
        (sql) => sql`
        update holding set valid_to = ${day} where post_id in (
          select id from post where function = 'DATABESKYTTELSESRAADGIVER')`,
      );
    await until(addDays(world.today(), 30));
    expect(await adoptedByHand("content")).toBe("BB006");
    await until(null);
  });
});
