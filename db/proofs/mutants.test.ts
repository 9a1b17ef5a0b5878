import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPool } from "#db/client.ts";
import { PROJECT } from "#scripts/project.ts";
import { cloneDatabase, type TestDatabase } from "#scripts/test-database.ts";
import { mutants } from "./mutants.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const textOf = (file: string) => readFileSync(path.join(PROJECT, file), "utf8");

/** The whole proof takes long and runs seldom: what a change elsewhere takes from it is seen here at once. */
test("every hole can still be made where it is written, and its test is there", async () => {
  const { sql, close } = openPool(database.ownerUrl, { max: 1 });
  const gone: string[] = [];
  try {
    for (const mutant of mutants) {
      if (!existsSync(path.join(PROJECT, mutant.killedBy[0]))) gone.push(`${mutant.hole}: ${mutant.killedBy[0]}`);
      if ("sql" in mutant) continue;
      const [row] =
        "door" in mutant
          ? await sql<{ text: string }[]>`select pg_get_functiondef(${mutant.door}::regprocedure) as text`
          : [{ text: textOf(mutant.source) }];
      if (!row?.text.includes(mutant.from)) gone.push(`${mutant.hole}: ${mutant.from}`);
    }
  } finally {
    await close();
  }
  expect(gone).toEqual([]);
  expect(mutants.length).toBeGreaterThanOrEqual(52);
});
