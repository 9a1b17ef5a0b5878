import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readLog } from "#db/log/read-log.ts";
import { readReferral } from "#db/referral/read-referral.ts";
import { ask, serveFrom } from "#db/testing/call-handler.ts";
import { openWorld, valueOf, type World } from "#db/testing/world.ts";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import type { LogView } from "#lib/log/log-view.ts";
import { showCode } from "#lib/referral/code.ts";

let world: World;
let today: Day;
let code: string;

beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
  today = await world.asks("dpo", async (_tx, me) => me.today);
  code = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
  await opens("boligraadgiver.sck");
  await opens("sagsbehandler.sck");
});
afterAll(async () => world.close());

const reader = { locale: "da" as const, aPlan: "en helhedsplan" };
const opens = (persona: string) =>
  world.as(persona, (tx, me) => readReferral(tx, me, { code, reader: reader as never }));
const personOf = (persona: string) => world.asks(persona, async (_tx, me) => me.person);
const page = (search?: string, at = 1) =>
  world.as("dpo", (tx, me) => readLog(tx, me, { search, page: at, locale: "da" }));

async function post(path: "search" | "export", body: object, persona = "dpo") {
  const { POST } = (await import(`./${path}/route.ts`)) as { POST: unknown };
  return ask(POST, {
    path: `/api/log/${path}`,
    token: await world.token(persona),
    body: { intent: randomUUID(), ...body },
  });
}
const period = () => ({ from: formatDanishDate(addDays(today, -30)), to: formatDanishDate(today) });
async function search(by: object = {}): Promise<NonNullable<LogView["found"]>> {
  const { status, json, text } = await post("search", { ...period(), ...by });
  expect(status, text).toBe(200);
  const found = valueOf(await page((json["value"] as { id: string }).id)).found;
  if (!found) throw new Error("nothing was searched");
  return found;
}
async function file(id: string, persona = "dpo") {
  const { GET } = await import("./export/[search]/route.ts");
  return ask(GET, { params: { search: id }, token: await world.token(persona) });
}

describe("who protects data", () => {
  test("finds by code, however it is typed, who did and saw what", async () => {
    const { rows, asked } = await search({ code: showCode(code).toLowerCase() });
    expect(asked.code).toBe(code);
    expect(rows.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      "look log",
      "look referral",
      "look referral",
      "change send",
      "change log",
    ]);
    expect(rows.map(({ outside }) => outside)).toEqual([false, true, false, false, false]);
    for (const { person, posts, codes } of rows) {
      expect(person).toMatch(/ /);
      expect(posts).toHaveLength(1);
      expect(codes).toEqual([showCode(code)]);
    }
  });

  test("finds by person and by period", async () => {
    const person = await personOf("boligraadgiver.sck");
    const { rows } = await search({ person });
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.person)).size).toBe(1);
    const before = await search({ from: "01.01.2024", to: "31.12.2024" });
    expect(before.rows).toEqual([]);
  });

  test("stands in the log with every search", async () => {
    const me = await personOf("dpo");
    const person = await personOf("boligraadgiver.sck");
    await search({ person, code });
    const [row] = await world.owns(
      ["log", "referral"],
      (sql) =>
        sql`select person_id as by, array(select r.code from referral r where r.id::text = any (referrals) order by 1) as codes, detail from log where detail ? 'from' order by at desc limit 1`,
    );
    expect(row).toEqual({ by: me, codes: [code], detail: { person, from: addDays(today, -30), to: today } });
  });

  test("turns pages", async () => {
    await world.owns(["log", "person"], (sql) =>
      sql`insert into log (partnership_id, id, at, person_id, posts, kind, what, referrals)
        select partnership_id, gen_random_uuid(), '2026-02-01T12:00:00Z'::timestamptz + make_interval(secs => n), id, '{}', 'look', 'work', '{}'
        from (select * from person limit 1) p, generate_series(1, 60) n`.then(() => {}),
    );
    const first = await search({ from: "01.02.2026", to: "01.02.2026" });
    expect([first.rows.length, first.more]).toEqual([50, true]);
    const { found } = valueOf(await page(first.search, 2));
    expect([found?.rows.length, found?.more]).toEqual([10, false]);
  });

  test("sees how the chain stands, and what is unusual", async () => {
    const { chain, unusual, found } = valueOf(await page());
    expect(found).toBeNull();
    expect(chain.waiting).toBeGreaterThan(0);
    expect(unusual).toContainEqual(expect.objectContaining({ kind: "outside", count: 1, codes: [code] }));
  });

  test("is told of many looks against one's own median, of the night, and of what a leader took out", async () => {
    const [many, late] = [await personOf("skp.sck"), await personOf("mentor.sck")];
    await world.owns(["log", "person"], async (sql) => {
      const add = (person: string, days: number, { hour, looks }: { hour: number; looks: number }) => sql`
        insert into log (partnership_id, id, at, person_id, posts, kind, what, referrals)
        select partnership_id, gen_random_uuid(),
          (((app_now() at time zone 'Europe/Copenhagen')::date - ${days}::int) + make_interval(hours => ${hour})) at time zone 'Europe/Copenhagen',
          id, '{}', 'look', 'work', '{}' from person, generate_series(1, ${looks}::int) where id = ${person}`;
      for (let days = 2; days < 12; days += 1) await add(many, days, { hour: 10, looks: 4 });
      await add(many, 1, { hour: 11, looks: 30 });
      await add(late, 1, { hour: 23, looks: 1 });
      await add(late, 2, { hour: 5, looks: 2 });
      await add(late, 3, { hour: 21, looks: 10 });
    });
    const wrong = await world.logs("vicevaert.titanparken", { service: "SKP" });
    await world.does("leder.akb", "void", wrong, { reason: "FORKERT" });
    const { unusual } = valueOf(await page());
    const of = (kind: string) => unusual.filter((each) => each.kind === kind);
    expect(of("many")).toMatchObject([{ day: addDays(today, -1), count: 30, usual: 4 }]);
    // Whatever the hour is now, what was done today is not looked at.
    expect(of("hours").filter(({ day }) => day !== today)).toEqual([
      expect.objectContaining({ day: addDays(today, -1), count: 1 }),
      expect.objectContaining({ day: addDays(today, -2), count: 2 }),
    ]);
    expect(of("leader")).toMatchObject([{ codes: [wrong], count: 1 }]);
  });

  test("is refused what no search is", async () => {
    expect((await post("search", { ...period(), code: "7K4F-2H9X" })).json).toMatchObject({ field: "code" });
    expect((await post("search", { from: "02.11.2026", to: "01.11.2026" })).json).toMatchObject({ code: "period" });
    expect((await post("search", { from: "01.01.2025", to: "01.11.2026" })).json).toMatchObject({ code: "period" });
    expect((await post("search", { ...period(), person: randomUUID() })).json).toMatchObject({ field: "person" });
    expect((await post("search", { ...period(), kind: "look" })).status).toBe(400);
  });
});

describe("the file", () => {
  test("is there once its purpose stands in the log, and says what the page says", async () => {
    const { search: id } = await search({ code });
    expect((await file(id)).status).toBe(404);
    expect((await post("export", { search: id, purpose: "breach" })).status).toBe(200);
    const { status, text, headers } = await file(id);
    expect([status, headers.get("content-type"), headers.get("content-disposition")]).toEqual([
      200,
      "text/csv; charset=utf-8",
      'attachment; filename="brobyg-log.csv"',
    ]);
    expect(text).toContain(showCode(code));
    expect(text.split("\r\n").length).toBeGreaterThan(4);
    const [row] = await world.owns(
      ["log", "referral"],
      (sql) =>
        sql`select kind, what, array(select r.code from referral r where r.id::text = any (referrals) order by 1) as codes, detail from log where kind = 'export'`,
    );
    expect(row).toEqual({ kind: "export", what: "log", codes: [code], detail: { search: id, purpose: "breach" } });
  });

  test("needs a purpose that there is", async () => {
    const { search: id } = await search();
    expect((await post("export", { search: id, purpose: "curiosity" })).status).toBe(400);
    expect((await post("export", { search: id })).status).toBe(400);
  });
});

describe("everybody else", () => {
  test.each(["admin", "forum", "leder.sck", "sagsbehandler.sck", "vicevaert.titanparken"])(
    "%s finds no log, no search and no file",
    async (persona) => {
      const { search: id } = await search();
      await post("export", { search: id, purpose: "control" });
      const seen = await world.as(persona, (tx, me) => readLog(tx, me, { page: 1, search: undefined, locale: "da" }));
      expect(seen).toMatchObject({ ok: false, code: "not-found" });
      expect((await post("search", period(), persona)).status).toBe(404);
      expect((await post("export", { search: id, purpose: "control" }, persona)).status).toBe(404);
      expect((await file(id, persona)).status).toBe(404);
      const read = await world.asks(persona, ({ sql }) => sql`select 1 from log union all select 1 from link`);
      expect(read).toHaveLength(0);
    },
  );

  test.each([
    ["search_log(null, null, '2026-01-01', '2026-12-31')", "BB009"],
    [`export_log(gen_random_uuid(), 'control')`, "BB009"],
    ["look('referral', array['Fru Hansen'])", "BB009"],
    ["look('Fru Hansen, 2. tv.', array['7K4F2H9M'])", "BB009"],
    ["note(gen_random_uuid(), null, '{}', 'look', 'x', '{}', null)", "42501"],
    ["note_login(gen_random_uuid(), 'login.password')", "42501"],
    ["purge()", "42501"],
  ])("asks door.%s in vain", async (asked, refusal) => {
    await expect(
      world.asks("vicevaert.titanparken", ({ sql }) => sql.unsafe(`select door.${asked}`)),
    ).rejects.toMatchObject({ code: refusal });
  });

  test("nobody writes a look in somebody else's name, or without a session", async () => {
    await expect(world.pool.sql`select door.look('referral', array['7K4F2H9M'])`).rejects.toMatchObject({
      code: "BB009",
    });
  });
});

test("the file leaves five times an hour, and then one hears when it may again", async () => {
  const { search: id } = await search();
  await post("export", { search: id, purpose: "control" });
  const answers = [];
  for (let turn = 0; turn < 6; turn += 1) answers.push(await file(id));
  const last = answers.at(-1);
  expect([last?.status, Number(last?.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect(last?.text).not.toContain("brobyg.example");
});
