import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { invitationOf } from "../account/enrol.ts";
import { hashOf } from "../client.ts";
import { asOwner } from "../seed/as-owner.ts";
import { enrolSomebody } from "../testing/newcomer.ts";
import { openWorld, type World } from "../testing/world.ts";
import { type Beginning, type Begun, beginPartnership } from "./begin-partnership.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const frida = { name: "Frida Første", mail: "frida@kommunen.example" };
const olga = { name: "Olga Opsyn", mail: "olga@kommunen.example" };
const amager: Beginning = { partnership: "Amager", administrator: frida, officer: olga, handed: true };

const begin = (asked: Partial<Beginning> = {}): Promise<Begun> =>
  asOwner(world.database.ownerUrl, (sql) => beginPartnership(sql, { ...amager, ...asked }), []);

const tables = [
  "partnership",
  "unit",
  "unit_name",
  "function",
  "function_name",
  "post",
  "person",
  "holding",
  "agreement",
  "mail",
  "log",
  "account",
  "invitation",
];
type Counts = Record<string, number>;
const countAll = (): Promise<Counts> =>
  world.owns(tables, async (sql) => {
    const counts: Counts = {};
    for (const table of tables) {
      const [row] = await sql.unsafe<{ rows: number }[]>(`select count(*)::int as rows from ${table}`);
      counts[table] = row?.rows ?? 0;
    }
    return counts;
  });

const made = (begun: Begun) => {
  if (begun.outcome !== "made") throw new Error(`not made: ${begun.outcome}`);
  return begun;
};
const tokenOf = (begun: Begun, who: "administrator" | "officer" = "administrator"): string => {
  const letIn = made(begun)[who];
  if (letIn?.how !== "handed") throw new Error(`no link: ${letIn?.how}`);
  return letIn.token;
};

test("a partnership begins with three functions, two people, and nothing more", async () => {
  await begin();
  const rows = await world.owns(
    tables,
    (sql) => sql<Record<string, unknown>[]>`
      select n.da, f.duties, u.kind, x.name, h.kind as as
      from partnership s join post p on p.partnership_id = s.id
      join function f on f.partnership_id = s.id and f.code = p.function
      join function_name n on n.partnership_id = s.id and n.function = f.code
      join unit u on u.partnership_id = s.id and u.id = p.unit_id
      left join holding h on h.partnership_id = s.id and h.post_id = p.id
      left join person x on x.partnership_id = s.id and x.id = h.person_id
      where s.name = 'Amager' order by n.da`,
  );
  expect(rows).toEqual([
    { da: "Administrator", duties: ["administer"], kind: "municipality", name: "Frida Første", as: "holder" },
    { da: "Boligsocialt Forum", duties: ["forum"], kind: "forum", name: null, as: null },
    { da: "Databeskyttelsesrådgiver", duties: ["protect"], kind: "municipality", name: "Olga Opsyn", as: "holder" },
  ]);
  const agreements = await world.owns(
    tables,
    (sql) => sql`select 1 from agreement a join partnership s on s.id = a.partnership_id where s.name = 'Amager'`,
  );
  expect(agreements).toEqual([]);
});

test("its log says who was appointed, and the officer is told of the administrator", async () => {
  await begin();
  const [logged, told] = await world.owns(tables, async (sql) => [
    await sql`select l.what, l.person_id from log l join partnership s on s.id = l.partnership_id
      where s.name = 'Amager' order by l.what`,
    await sql`select kind, to_address, "values" from mail`,
  ]);
  expect(logged).toEqual([
    { what: "administrator.first", person_id: null },
    { what: "officer.first", person_id: null },
  ]);
  expect(told).toEqual([{ kind: "first-administrator", to_address: olga.mail, values: {} }]);
});

test("a link that is handed over lasts an hour, stands in no mail, and opening it uses nothing up", async () => {
  const begun = await begin();
  for (const who of ["administrator", "officer"] as const) {
    const token = tokenOf(begun, who);
    for (const _again of [1, 2]) expect(await invitationOf(world.pool, token)).toMatchObject({ partnership: "Amager" });
    const [link] = await world.owns(
      ["invitation"],
      (sql) => sql<{ minutes: number; used: boolean }[]>`
        select round(extract(epoch from ends_at - app_now()) / 60)::int as minutes, used_at is not null as used
        from invitation where hash = ${hashOf(token)}`,
    );
    expect(link).toEqual({ minutes: 60, used: false });
  }
  const kept = await world.owns(["mail"], (sql) => sql`select 1 from mail where "values" ? 'token'`);
  expect(kept).toEqual([]);
});

test("where mail leaves, the link is mailed and lasts three days", async () => {
  expect(await begin({ handed: false })).toEqual({
    outcome: "made",
    administrator: { how: "mailed" },
    officer: { how: "mailed" },
  });
  const mailed = await world.owns(
    ["mail"],
    (sql) => sql<{ to: string; token: string }[]>`
      select to_address as to, "values"->>'token' as token from mail where kind = 'invitation' order by to_address`,
  );
  expect(mailed.map(({ to }) => to)).toEqual([frida.mail, olga.mail]);
  for (const { to, token } of mailed) expect(await invitationOf(world.pool, token)).toMatchObject({ email: to });
});

test("again it changes nothing, whatever case the name is written in, and says that nobody came in yet", async () => {
  await begin();
  const before = await countAll();
  for (const asked of [{}, { partnership: "amager" }, { officer: null }, { handed: false }])
    expect(await begin(asked)).toEqual({ outcome: "there", waits: true });
  expect(await countAll()).toEqual(before);
});

const others: [what: string, asked: Partial<Beginning>, outcome: string][] = [
  [
    "another administrator",
    { administrator: { name: "Anna Anden", mail: "anna@kommunen.example" } },
    "other-administrator",
  ],
  ["another officer", { officer: { name: "Anna Anden", mail: "anna@kommunen.example" } }, "other-officer"],
];
test.each(others)("a name that is in use, with %s, is refused and nothing changes", async (_what, asked, outcome) => {
  await begin();
  const before = await countAll();
  expect(await begin(asked)).toEqual({ outcome });
  expect(await countAll()).toEqual(before);
});

test("an officer is not added by beginning again", async () => {
  await begin({ officer: null });
  const before = await countAll();
  expect(await begin()).toEqual({ outcome: "no-officer" });
  expect(await countAll()).toEqual(before);
});

test("two at the same time make one partnership with one administrator", async () => {
  const answers = await Promise.all([begin(), begin(), begin()]);
  expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(["made", "there", "there"]);
  const rows = await world.owns(
    tables,
    (sql) => sql`select x.name from person x join partnership s on s.id = x.partnership_id where s.name = 'Amager'`,
  );
  expect(rows).toHaveLength(2);
});

test("two with different administrators at the same time: one of them, and the other is refused", async () => {
  const anna = { name: "Anna Anden", mail: "anna@kommunen.example" };
  const answers = await Promise.all([begin(), begin({ administrator: anna })]);
  expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(["made", "other-administrator"]);
});

describe("an address that is known", () => {
  test("joins its account, is told, and keeps what it signs in with", async () => {
    const known = await enrolSomebody(world);
    const before = await countAll();
    const begun = await begin({ administrator: { name: "Tove Totrin", mail: known.email }, officer: null });
    expect(begun).toMatchObject({ outcome: "made", administrator: { how: "known" } });
    const after = await countAll();
    expect([after["account"], after["invitation"]]).toEqual([before["account"], before["invitation"]]);
    const kept = await world.owns(
      ["account", "factor", "credential", "session", "mail"],
      (sql) => sql`select
        (select count(*)::int from factor f join account a on a.id = f.account_id where a.email = ${known.email}) as factors,
        (select count(*)::int from credential c join account a on a.id = c.account_id where a.email = ${known.email}) as passwords,
        (select count(*)::int from session s join account a on a.id = s.account_id
          where a.email = ${known.email} and s.revoked_at is null) as sessions,
        (select count(*)::int from mail where to_address = ${known.email} and kind = 'welcome') as told`,
    );
    expect(kept).toEqual([{ factors: 1, passwords: 1, sessions: 1, told: 1 }]);
  });

  test("and further districts are of the same account", async () => {
    await begin();
    await begin({ partnership: "Valby", officer: null });
    const [row] = await world.owns(
      ["account", "person"],
      (sql) => sql`select count(*)::int as people, count(distinct a.id)::int as accounts
        from person p join account a on a.id = p.account_id where a.email = ${frida.mail}`,
    );
    expect(row).toEqual({ people: 2, accounts: 1 });
  });
});

const wrong: [what: string, asked: Partial<Beginning>][] = [
  ["no name", { partnership: "  " }],
  ["an address that is none", { administrator: { name: "Frida Første", mail: "frida" } }],
  ["no name of a person", { officer: { name: "O", mail: olga.mail } }],
  ["one person as both", { officer: frida }],
];
test.each(wrong)("refuses %s", async (_what, asked) => {
  const before = await countAll();
  await expect(begin(asked)).rejects.toMatchObject({ code: "BB006" });
  expect(await countAll()).toEqual(before);
});

test("nobody in the application begins one", async () => {
  const asking = world.asks("admin", ({ sql }) => beginPartnership(sql, amager));
  await expect(asking).rejects.toMatchObject({ code: "42501" });
});

test("the door adds units and functions to nobody's partnership but one without people", async () => {
  const adding = asOwner(
    world.database.ownerUrl,
    async (sql) => {
      const [place] = await sql<{ id: string }[]>`select id from partnership`;
      await sql`set local role brobyg_door`;
      await sql`insert into function (partnership_id, code, duties, valid_from)
        values (${place?.id ?? ""}, 'MAGT', '{administer}', door.today())`;
    },
    ["partnership"],
  );
  await expect(adding).rejects.toMatchObject({ code: "42501", message: expect.stringContaining("row-level security") });
});
