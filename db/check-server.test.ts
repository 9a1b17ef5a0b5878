import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withDatabase } from "#scripts/connections.ts";
import { findSecret } from "#scripts/secrets.ts";
import { cloneDatabase, type TestDatabase } from "#scripts/test-database.ts";
import { checkServer, findWrongVersion } from "./check-server.ts";
import { migrate } from "./migrate.ts";
import { closePretended, pretend, says } from "./testing/other-servers.ts";

let database: TestDatabase;
let owner: postgres.Sql;
let version: number;
const made = { databases: [] as string[], roles: [] as string[] };

beforeAll(async () => {
  database = await cloneDatabase();
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  const [row] = await owner<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
  version = row?.version ?? 0;
});
afterAll(async () => {
  closePretended();
  for (const name of made.databases) await owner.unsafe(`drop database if exists ${name}`);
  for (const name of made.roles) await owner.unsafe(`drop role if exists ${name}`);
  await owner.end();
  await database.drop();
});

const refusal = async (url: string): Promise<string> =>
  checkServer(url).then(
    () => "",
    (error: Error) => error.message,
  );

test.each([
  ["PostgreSQL 15.18 (Debian 15.18-0+deb12u1) on x86_64-pc-linux-gnu, compiled by gcc", /^nothing$/],
  ["PostgreSQL 16.14 on x86_64-pc-linux-gnu", /^nothing$/],
  ["PostgreSQL 18.4 on x86_64-pc-linux-gnu, compiled by gcc", /^nothing$/],
  [
    "PostgreSQL 14.19 (Ubuntu 14.19-1) on x86_64",
    /^The server is PostgreSQL 14\.19 \(Ubuntu 14\.19-1\)\. It must be PostgreSQL 15 or newer\.$/,
  ],
  ["PostgreSQL 9.6.24 on x86_64", /^The server is PostgreSQL 9\.6\.24\. It must be PostgreSQL 15 or newer\.$/],
  ["CockroachDB CCL v24.1.0 (x86_64-pc-linux-gnu, built 2024)", /^The server says that it is CockroachDB CCL v24/],
  ["PostgreSQL 15.2-YB-2.25.0.0-b0 on x86_64", /must be PostgreSQL 15 or newer itself/],
  ["PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC, Redshift 1.0", /must be PostgreSQL 15 or newer itself/],
  ["11.4.2-MariaDB", /^The server says that it is 11.4.2-MariaDB/],
  ["", /^The server says that it is nothing that we know/],
])("of %j it says %s", (named, sentence) => {
  expect(findWrongVersion(named) ?? "nothing").toMatch(sentence);
});

describe("one sentence, and nothing tried further, where there is", () => {
  test("nobody", async () => {
    expect(await refusal("postgres://brobyg_owner:x@127.0.0.1:1/brobyg")).toBe(
      "No database answers at 127.0.0.1:1 (ECONNREFUSED).",
    );
  });
  test("a server of the web", async () => {
    const url = await pretend((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    expect(await refusal(url)).toMatch(/^What answers at 127\.0\.0\.1:\d+ is no PostgreSQL\.$/);
  });
  test("a MySQL, which speaks first", { timeout: 30_000 }, async () => {
    const greeting = Buffer.from("4a0000000a382e302e333600", "hex");
    const url = await pretend((socket) => socket.write(greeting));
    expect(await refusal(url)).toMatch(/^What answers at 127\.0\.0\.1:\d+ is no PostgreSQL\.$/);
  });
  test("an older PostgreSQL", async () => {
    expect(await refusal(await pretend(says("PostgreSQL 13.22 on x86_64")))).toBe(
      "The server is PostgreSQL 13.22. It must be PostgreSQL 15 or newer.",
    );
  });
  test("a CockroachDB", async () => {
    expect(await refusal(await pretend(says("CockroachDB CCL v24.1.0")))).toMatch(
      /must be PostgreSQL 15 or newer itself/,
    );
  });
});

describe("a server that fits, and an owner or a database that does not", () => {
  /** A login of its own with a database of its own. */
  async function another(name: string, rights: string, { owns = true, encoding = "UTF8" } = {}): Promise<string> {
    const full = `${name}_${Math.random().toString(36).slice(2, 8)}`;
    made.databases.push(full);
    made.roles.push(full);
    await owner.unsafe(`create role ${full} login password 'correct-horse' ${rights}`);
    const how = encoding === "UTF8" ? "" : `encoding '${encoding}' template template0 locale_provider libc locale 'C'`;
    await owner.unsafe(`create database ${full} ${how}`);
    if (owns) {
      await owner.unsafe(`grant ${full} to current_user`);
      await owner.unsafe(`alter database ${full} owner to ${full}`);
    }
    const url = new URL(withDatabase(database.ownerUrl, full));
    url.username = full;
    url.password = "correct-horse";
    return url.href;
  }
  const rolesOf = () => owner`
    select rolname, rolinherit, rolcanlogin, rolcreaterole from pg_roles where rolname ~ '^brobyg_' order by 1`;
  const refusesSetup = async (ownerUrl: string): Promise<string> => {
    const before = await rolesOf();
    const said = await migrate({
      ownerUrl,
      appPassword: "another-password-1",
      jobsPassword: "another-password-2",
      kind: "live",
    }).then(
      () => "",
      (error: Error) => `${error.name}: ${error.message}`,
    );
    expect(await rolesOf()).toEqual(before);
    const app = postgres(database.appUrl, { max: 1 });
    await app`select 1`;
    await app.end();
    return said;
  };

  test("the owner of this one fits", async () => {
    expect(await refusal(database.ownerUrl)).toBe("");
  });
  test("a wrong password", async () => {
    const url = new URL(database.ownerUrl);
    url.password = "wrong";
    expect(await refusesSetup(url.href)).toMatch(
      /^Error: PostgreSQL at 127\.0\.0\.1:\d+ does not let brobyg_owner in: password/,
    );
  });
  test("no such database", async () => {
    expect(await refusesSetup(withDatabase(database.ownerUrl, "amager"))).toMatch(
      /^Error: PostgreSQL at \S+ has no database amager\. Its superuser makes one: create database amager owner brobyg_owner$/,
    );
  });
  test("a login that may create no roles", async () => {
    expect(await refusesSetup(await another("plain", ""))).toMatch(/^Error: plain_\w+ may not create roles\./);
  });
  test("a database of somebody else", async () => {
    expect(await refusesSetup(await another("guest", "createrole", { owns: false }))).toMatch(
      /^Error: The database guest_\w+ belongs to somebody else than guest_\w+\. Its superuser hands it over: alter database/,
    );
  });
  test("a database that holds no Danish letters", async () => {
    expect(await refusesSetup(await another("latin", "createrole", { encoding: "LATIN1" }))).toMatch(
      /holds LATIN1\. It must be made anew/,
    );
  });
  test("a database that can only be read", async () => {
    const url = await another("stale", "createrole");
    const its = postgres(url, { max: 1 });
    await its.unsafe(`alter database ${new URL(url).username} set default_transaction_read_only = on`);
    await its.end();
    expect(await refusesSetup(url)).toMatch(/can only be read: name the primary server/);
  });
  test("a superuser, whom no policy holds", async () => {
    const url = new URL(database.ownerUrl);
    url.username = "postgres";
    url.password = findSecret(database.home ?? "", "postgres") ?? "";
    expect(await refusesSetup(url.href)).toMatch(/^Error: postgres is a superuser or bypasses policies/);
  });
  test("roles that another owner made, where PostgreSQL tells owners apart", async () => {
    const url = await another("second", "createrole");
    // Before 16 whoever may create roles may do anything to each of them.
    const told = version < 160_000 ? await refusal(url) : await refusesSetup(url);
    const theirs =
      /^Error: brobyg_app, brobyg_door, brobyg_jobs, brobyg_watch: made by another owner\. .* to second_\w+ with admin option$/;
    expect(told).toMatch(version < 160_000 ? /^$/ : theirs);
  });
});
