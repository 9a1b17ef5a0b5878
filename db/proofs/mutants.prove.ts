import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PROJECT } from "#scripts/project.ts";
import { run } from "#scripts/run.ts";
import { asTemplate, cloneDatabase } from "#scripts/test-database.ts";
import { say } from "../testing/access/say.ts";
import { type Mutant, mutants } from "./mutants.ts";

/** The tree in which the source is broken; the project's own stays whole. */
let tree: string;

beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), "brobyg-mutants-"));
  for (const part of ["agreements", "app", "components", "db", "dictionary", "jobs", "lib", "messages", "scripts"])
    cpSync(path.join(PROJECT, part), path.join(tree, part), { recursive: true });
  for (const file of ["package.json", "tsconfig.json", "vitest.config.ts", "next.config.js", "proxy.ts"])
    cpSync(path.join(PROJECT, file), path.join(tree, file));
  symlinkSync(path.join(PROJECT, "node_modules"), path.join(tree, "node_modules"));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

type Outcome = { failed: string[]; passed: number; said: string };
type Trying = { title?: string; env?: Record<string, string> };

/** What vitest tells its own workers: the runs that are started here are nobody's workers. */
const nobodysWorker = { VITEST: undefined, VITEST_POOL_ID: undefined, VITEST_WORKER_ID: undefined, NO_COLOR: "1" };

/** Where vitest.config.ts has that file. */
const projectOf = (file: string): string =>
  file.startsWith("lib/") ? "rules" : /^(app|db\/(proofs|testing))\//.test(file) ? "app" : "database";

/** Runs tests in that tree, a project after the other, since each has its own number of workers, and says which failed. */
async function tried(files: string[], trying: Trying = {}): Promise<Outcome> {
  const all: Outcome = { failed: [], passed: 0, said: "" };
  for (const [project, its = []] of Object.entries(Object.groupBy(files, projectOf))) {
    const { failed, passed, said } = await triedIn(project, its, trying);
    all.failed.push(...failed);
    all.passed += passed;
    all.said += said;
  }
  return all;
}

async function triedIn(project: string, files: string[], { title = "", env = {} }: Trying): Promise<Outcome> {
  const report = path.join(tree, "report.json");
  rmSync(report, { force: true });
  const only = title ? ["-t", title.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")] : [];
  const args = ["run", "--project", project, ...files, ...only];
  const { output } = await run(["vitest", ...args, "--reporter=json", `--outputFile=${report}`], {
    stopping: new AbortController().signal,
    env: { ...nobodysWorker, ...env },
    cwd: tree,
  });
  type Report = { testResults: { assertionResults: { fullName: string; status: string }[] }[] };
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = results.filter(({ status }) => status === "failed").map(({ fullName }) => fullName);
  return { failed, passed: results.filter(({ status }) => status === "passed").length, said: output };
}

/** Runs tests on clones of a database that has a hole. */
async function withHole(
  make: (sql: postgres.TransactionSql) => Promise<unknown>,
  files: string[],
  title?: string,
): Promise<Outcome> {
  const damaged = await cloneDatabase();
  try {
    const owner = postgres(damaged.ownerUrl, { max: 1, onnotice: () => {} });
    try {
      await owner.begin(make);
    } finally {
      await owner.end();
    }
    return await tried(files, { env: asTemplate(damaged), ...(title ? { title } : {}) });
  } finally {
    await damaged.drop();
  }
}

async function broken(mutant: Mutant): Promise<Outcome> {
  const [file, title] = mutant.killedBy;
  if ("sql" in mutant) return withHole((sql) => sql.unsafe(mutant.sql), [file], title);
  if ("door" in mutant) {
    const make = async (sql: postgres.TransactionSql) => {
      const [row] = await sql<{ text: string }[]>`select pg_get_functiondef(${mutant.door}::regprocedure) as text`;
      await sql.unsafe(`set local role brobyg_door; ${replaced(row?.text ?? "", mutant)}; reset role`);
    };
    return withHole(make, [file], title);
  }
  const source = path.join(tree, mutant.source);
  const whole = readFileSync(source, "utf8");
  try {
    writeFileSync(source, replaced(whole, mutant));
    return await tried([file], { title });
  } finally {
    writeFileSync(source, whole);
  }
}

/** A hole that can no longer be made where it was is a mistake of this list. */
function replaced(text: string, { from, to, hole }: { from: string; to: string; hole: string }): string {
  if (!text.includes(from)) throw new Error(`${hole}: "${from}" does not stand there any more`);
  return text.replace(from, to);
}

test("unbroken, every test that is to kill something is green", async () => {
  const { failed, passed, said } = await tried([...new Set(mutants.map(({ killedBy: [file] }) => file))]);
  expect([failed, passed > 100 || said]).toEqual([[], true]);
});

test("a template of one's own, without a hole, leaves them green", async () => {
  const { failed, passed } = await withHole((sql) => sql`select 1`, ["db/policies.test.ts", "db/strangers.test.ts"]);
  expect([failed, passed > 100]).toEqual([[], true]);
});

const dead: string[] = [];

test.each(mutants)("is killed: $hole", async (mutant) => {
  const [file, title] = mutant.killedBy;
  const { failed, said } = await broken(mutant);
  const killed = failed.some((name) => name.includes(title));
  if (killed) dead.push(mutant.hole);
  expect(killed || `${file} stays green: ${said.slice(-800)}`).toBe(true);
});

test("and so are all of them", () => {
  say("mutants", { "seeded holes killed": [`${dead.length}/${mutants.length}`, "20/20 at least"] });
  expect(dead).toHaveLength(mutants.length);
  expect(mutants.length).toBeGreaterThanOrEqual(20);
});
