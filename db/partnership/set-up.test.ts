import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Connections, withDatabase } from "#scripts/connections.ts";
import { setUp } from "#scripts/set-up.ts";
import { cloneDatabase, emptyDatabase } from "#scripts/test-database.ts";
import { hashOf } from "../client.ts";
import { asOwner } from "../seed/as-owner.ts";
import { type Copy, copyDatabase } from "../testing/copy-database.ts";
import { stateOf } from "../testing/partnership-state.ts";

/** A live installation as `npm run setup` leaves it, and copies of it that each test works on. */
let live: Awaited<ReturnType<typeof emptyDatabase>>;
let folder: string;
let copy: Copy;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "brobyg-links-"));
  live = await emptyDatabase();
  await run([], live);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await live.drop();
});
beforeEach(async () => {
  copy = await copyDatabase({ ...live, ahead: 0 });
});
afterEach(() => copy.drop());

type Env = Record<string, string | undefined>;
type Running = { env?: Env; isTerminal?: boolean };

/** The command as it runs at a terminal without a mail server, unless told otherwise: what it said, and what it printed. */
async function run(
  args: string[],
  { ownerUrl, jobsUrl }: Pick<Connections, "ownerUrl" | "jobsUrl">,
  how: Running = {},
) {
  const said: string[] = [];
  const printed: string[] = [];
  const appUrl = withDatabase(live.appUrl, new URL(jobsUrl).pathname.slice(1));
  const env = {
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    DATABASE_JOBS_URL: jobsUrl,
    AUTH_URL: origin,
    ...how.env,
  };
  const around = {
    env,
    isTerminal: how.isTerminal ?? true,
    say: (sentence: string) => said.push(sentence),
    print: (text: string) => printed.push(text),
  };
  const failed = await setUp(args, around).then(
    () => null,
    (error: Error) => error,
  );
  return { failed, said: said.join("\n"), printed: printed.join("\n") };
}

const origin = "https://brobyg.example";
const amager = ["--partnership", "Amager", "--administrator", "Frida Første <frida@kommunen.example>"];
const withOfficer = [...amager, "--officer", "olga@kommunen.example"];
const fileIn = (name: string) => path.join(folder, name);

/** Does the database know that link, unused and not over? */
const opens = async (text: string): Promise<boolean> => {
  const token = /\/invitation\/([\w-]{43})/.exec(text)?.[1] ?? "";
  const sql = postgres(withDatabase(live.appUrl, new URL(copy.ownerUrl).pathname.slice(1)), { max: 1 });
  try {
    return (await sql`select 1 from door.invitation_of(${hashOf(token)})`).length === 1;
  } finally {
    await sql.end();
  }
};

describe("npm run setup", () => {
  test("without a partnership makes an installation with nobody in it", async () => {
    expect(await stateOf(copy)).toEqual([]);
  });

  test("prints a link to the terminal, once", async () => {
    const { failed, printed } = await run(withOfficer, copy);
    expect(failed).toBeNull();
    expect(printed.match(/https:\/\/brobyg\.example\/invitation\/[\w-]{43}/g)).toHaveLength(2);
    expect(printed).toContain("Administrator, frida@kommunen.example: https://");
    expect(await opens(printed)).toBe(true);
    const again = await run(withOfficer, copy);
    expect([again.failed, again.printed]).toEqual([null, ""]);
    expect(again.said).toContain(
      'The partnership "Amager" is there already, with this administrator. Nothing was changed.',
    );
    expect(again.said).toContain('npm run administrator -- frida@kommunen.example --partnership "Amager"');
  });

  test("writes it into a file that its maker alone can read", async () => {
    const file = fileIn("links");
    const { failed, said, printed } = await run([...amager, `--link-file=${file}`], copy, { isTerminal: false });
    expect([failed, printed]).toEqual([null, ""]);
    expect(said).toContain(`The link is in ${file}.`);
    expect(said).not.toMatch(/invitation\//);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await opens(readFileSync(file, "utf8"))).toBe(true);
  });

  test("mails it where there is a mail server, and prints none", async () => {
    const { failed, said, printed } = await run(withOfficer, copy, {
      env: { SMTP_URL: "smtps://u:p@mail.example:465" },
      isTerminal: false,
    });
    expect([failed, printed]).toEqual([null, ""]);
    expect(said).toContain("Gets a mail with a link");
    expect(await stateOf(copy)).toMatchObject([
      { mail: ["first-administrator", "invitation", "invitation"], links: 2 },
    ]);
  });

  test("again it changes nothing, also in a pipe and with a link file that is there", async () => {
    await run(withOfficer, copy);
    const before = await stateOf(copy);
    const file = fileIn("there");
    writeFileSync(file, "kept");
    for (const args of [withOfficer, amager, [...withOfficer, "--link-file", file], []])
      expect((await run(args, copy, { isTerminal: false })).failed).toBeNull();
    expect([await stateOf(copy), readFileSync(file, "utf8")]).toEqual([before, "kept"]);
  });

  test("makes further districts, and says of an address that is known that its account stays as it was", async () => {
    await run(amager, copy);
    await asOwner(
      copy.ownerUrl,
      (sql) => sql`insert into credential (account_id, password) select id, 'argon2id$' from account`,
      ["account", "credential"],
    );
    const further = ["--partnership", "Valby", ...amager.slice(2)];
    const { failed, said, printed } = await run(further, copy, { isTerminal: false });
    expect([failed, printed]).toEqual([null, ""]);
    expect(said).toContain("Signs in as before: the account is known, and nothing of it was changed.");
    expect((await stateOf(copy)).map(({ name }) => name)).toEqual(["Amager", "Valby"]);
  });

  test("calls somebody without a name by what stands before the @", async () => {
    await run(["--partnership", "Amager", "--administrator", "kim.hansen@kommunen.example"], copy);
    expect(await stateOf(copy)).toMatchObject([
      { people: [["Kim Hansen", "kim.hansen@kommunen.example", "ADMINISTRATOR"]] },
    ]);
  });
});

describe("a wrong input gets its own sentence, and changes nothing:", () => {
  const mistakes: [what: string, args: string[], sentence: RegExp, how?: Running][] = [
    ["no partnership", ["--administrator", "a@b.example"], /^Name the partnership: /],
    ["no administrator", ["--partnership", "Amager"], /^Name its first administrator: /],
    [
      "an option without a value",
      ["--partnership", "--administrator", "a@b.example"],
      /^--partnership has no value\.$/,
    ],
    ["an empty value", ["--partnership", " ", "--administrator", "a@b.example"], /^--partnership has no value\.$/],
    [
      "an option that there is not",
      ["--district", "Amager"],
      /^There is no option --district\. There are: --partnership,/,
    ],
    ["an option given twice", [...amager, "--partnership", "Valby"], /^--partnership is given twice\.$/],
    [
      "a name in two words without quotes",
      ["--partnership", "Indre", "By", "--administrator", "a@b.example"],
      /^"By" stands alone\./,
    ],
    [
      "an address that is none",
      ["--partnership", "Amager", "--administrator", "frida"],
      /^"frida" is no mail address\./,
    ],
    ["an officer's address that is none", [...amager, "--officer", "olga@"], /^"olga@" is no mail address\./],
    ["one person as both", [...amager, "--officer", "FRIDA@kommunen.example"], /name two people\.$/],
    [
      "a name of one letter",
      ["--partnership", "A", "--administrator", "a@b.example"],
      /^"A" is no name of a partnership:/,
    ],
    [
      "a person's name that is none",
      ["--partnership", "Amager", "--administrator", "F <a@b.example>"],
      /^"F" is no name:/,
    ],
    ["a wrong mail server", amager, /^SMTP_URL is no address of a mail server/, { env: { SMTP_URL: "mail.example" } }],
    [
      "no database",
      amager,
      /^Set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_JOBS_URL/,
      { env: { DATABASE_URL: "", DATABASE_OWNER_URL: "", DATABASE_JOBS_URL: "" } },
    ],
    [
      "a database's address that is none",
      amager,
      /^DATABASE_OWNER_URL is not an address of PostgreSQL/,
      { env: { DATABASE_OWNER_URL: "localhost" } },
    ],
    [
      "neither terminal, mail server nor file",
      amager,
      /^No mail leaves from here .* --link-file PATH$/,
      { isTerminal: false },
    ],
    ["no address for the link", amager, /^AUTH_URL is missing/, { env: { AUTH_URL: undefined } }],
    [
      "an address for the link that is none",
      amager,
      /^AUTH_URL must begin with https/,
      { env: { AUTH_URL: "http://brobyg.example" } },
    ],
    [
      "a link file in a folder that there is not",
      [...amager, "--link-file", "/nowhere/links"],
      /^The folder of \/nowhere\/links is not there/,
    ],
  ];
  test.each(mistakes)("%s", async (_what, args, sentence, how) => {
    const { failed, printed } = await run(args, copy, how);
    expect([failed?.constructor, failed?.message, printed]).toEqual([Error, expect.stringMatching(sentence), ""]);
    expect(await stateOf(copy)).toEqual([]);
  });

  test("a link file that is there, also as a link to nowhere", async () => {
    const [file, link] = [fileIn("mine"), fileIn("dangling")];
    writeFileSync(file, "kept");
    symlinkSync(fileIn("elsewhere"), link);
    for (const each of [file, link]) {
      const { failed } = await run([...amager, "--link-file", each], copy);
      expect(failed?.message).toBe(
        `${each} is there already. Nothing is written over: name another file for the link.`,
      );
    }
    expect([await stateOf(copy), readFileSync(file, "utf8"), existsSync(fileIn("elsewhere"))]).toEqual([
      [],
      "kept",
      false,
    ]);
  });

  test("a name that is in use with another administrator, or another officer", async () => {
    await run(withOfficer, copy);
    const before = await stateOf(copy);
    const other = await run(["--partnership", "AMAGER", "--administrator", "anna@kommunen.example"], copy);
    expect(other.failed?.message).toMatch(
      /^There is a partnership "AMAGER", which anna@kommunen\.example does not administer\. Nothing was changed\./,
    );
    const officer = await run([...amager, "--officer", "anna@kommunen.example"], copy);
    expect(officer.failed?.message).toMatch(
      /^There is a partnership "Amager", and anna@kommunen\.example is not its data protection officer\./,
    );
    expect(await stateOf(copy)).toEqual(before);
  });

  test("a demo's database", async () => {
    const demo = await cloneDatabase();
    try {
      const before = await stateOf(demo);
      const { failed } = await run(amager, demo);
      expect(failed?.message).toMatch(
        /^This database was set up as a demo installation; it cannot be used as a live one\./,
      );
      expect(await stateOf(demo)).toEqual(before);
    } finally {
      await demo.drop();
    }
  });

  test("a new database stays empty where the link could go nowhere", async () => {
    const empty = await emptyDatabase();
    try {
      expect((await run(amager, empty, { isTerminal: false })).failed?.message).toMatch(/^No mail leaves from here/);
      const sql = postgres(empty.ownerUrl, { max: 1 });
      const [row] = await sql`select to_regnamespace('door') is not null as touched`;
      await sql.end();
      expect(row).toEqual({ touched: false });
    } finally {
      await empty.drop();
    }
  });
});

test("two at the same time: one partnership, one administrator, and links that open", async () => {
  const runs = await Promise.all([run(withOfficer, copy), run(withOfficer, copy), run(withOfficer, copy)]);
  expect(runs.map(({ failed }) => failed)).toEqual([null, null, null]);
  const printed = runs.map((each) => each.printed).filter(Boolean);
  expect(printed).toHaveLength(1);
  expect(await opens(printed[0] ?? "")).toBe(true);
  expect(await stateOf(copy)).toMatchObject([
    {
      name: "Amager",
      people: [
        ["Frida Første", "frida@kommunen.example", "ADMINISTRATOR"],
        ["Olga", "olga@kommunen.example", "DATABESKYTTELSE"],
      ],
      links: 2,
    },
  ]);
});
