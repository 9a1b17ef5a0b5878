import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { findBrowser } from "#scripts/browser.ts";
import { build, isBuilt } from "#scripts/build.ts";
import { Interrupted, narrate, runCommand } from "#scripts/command.ts";
import { findPgbouncer, findServer, POOLER, SERVER } from "#scripts/engines.ts";
import { run } from "#scripts/run.ts";
import { type StageName, stageNames } from "#scripts/stages.ts";
import { instantOf, ON } from "#scripts/test-clock.ts";
import { openTemplate } from "#scripts/test-database.ts";
import { type Counts, countPlaywright, countVitest, deathsOfBrowsers, describe } from "#scripts/test-report.ts";

// npm test                            everything
// npm test -- rules browser           only these stages
// npm test -- --on 2027-03-28T01:20   as of that moment in Copenhagen (with a Z: UTC; now: today). Else an ordinary Wednesday
// npm test -- database --server debian   on the PostgreSQL that Debian has (also: 15, 16, 17). Else on the built-in one
// npm test -- app --pooler            the application by way of PgBouncer in transaction mode

type Stage = (stopping: AbortSignal) => Promise<Counts>;

/** The reports of the tools are read by a program first. */
const PLAIN = { NO_COLOR: "1", FORCE_COLOR: undefined };
/** Of this run alone: two that go on at once read what is theirs. */
const REPORTS = mkdtempSync(path.join(tmpdir(), "brobyg-reports-"));

const options = { on: { type: "string" }, server: { type: "string" }, pooler: { type: "boolean" } } as const;

const say = narrate();
let closeTemplate: (() => Promise<void>) | undefined;

const STAGES: Record<StageName, Stage> = {
  types: (stopping) =>
    checkAll(
      "types",
      [
        ["next", "typegen"],
        ["tsc", "--noEmit"],
      ],
      stopping,
    ),
  lint: (stopping) => checkAll("lint", [["oxlint"], ["biome", "check"]], stopping),
  rules: (stopping) => runVitest("rules", stopping),
  database: (stopping) => runWithDatabase("database", stopping),
  app: (stopping) => runWithDatabase("app", stopping),
  browser: async (stopping) => {
    closeTemplate ??= await openTemplate();
    await findBrowser(say);
    if (!isBuilt()) {
      say("browser: building the application");
      await build(stopping);
    }
    return runPlaywright(stopping);
  },
};

await runCommand(async (stopping) => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const chosen = chooseStages(positionals);
  chooseServer(values);
  if (values.on) {
    instantOf(values.on);
    process.env[ON] = values.on;
  }
  const total = { passed: 0, failed: 0 };
  try {
    for (const name of chosen) {
      say(name);
      const { passed, failed, failures } = await runStage(name, stopping);
      for (const failure of failures) console.log(`\n${failure}\n`);
      say(`${name}: ${passed} passed, ${failed} failed`);
      total.passed += passed;
      total.failed += failed;
    }
  } finally {
    rmSync(REPORTS, { recursive: true, force: true });
    await closeTemplate?.();
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
});

function chooseStages(wanted: string[]): StageName[] {
  const unknown = wanted.find((name) => !(stageNames as readonly string[]).includes(name));
  if (unknown) throw new Error(`There is no stage "${unknown}". Choose among: ${stageNames.join(", ")}.`);
  return stageNames.filter((name) => wanted.length === 0 || wanted.includes(name));
}

/** What cannot be started is said at once, and not by a stage that is left out. */
function chooseServer({ server, pooler }: { server?: string | undefined; pooler?: boolean | undefined }): void {
  if ((server || pooler) && process.env["DATABASE_URL"])
    throw new Error("DATABASE_URL names a server of its own: leave it out, or --server and --pooler.");
  if (server) {
    say(`PostgreSQL: ${findServer(server).name}`);
    process.env[SERVER] = server;
  }
  if (pooler) {
    say(`Pooler: ${findPgbouncer().name}`);
    process.env[POOLER] = "pgbouncer";
  }
}

/** A stage that breaks, or that finds nothing to try, has failed. */
async function runStage(name: StageName, stopping: AbortSignal): Promise<Counts> {
  try {
    const counts = await STAGES[name](stopping);
    if (counts.passed + counts.failed > 0) return counts;
    return failWith(describe(name, ["No test was found."]));
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return failWith(describe(name, [error instanceof Error ? (error.stack ?? error.message) : String(error)]));
  }
}

/** Several tools that together are one check. */
async function checkAll(name: string, tools: [string, ...string[]][], stopping: AbortSignal): Promise<Counts> {
  const failures: string[] = [];
  for (const tool of tools) {
    const { code, output } = await run(tool, { stopping, env: PLAIN });
    if (code !== 0) failures.push(describe(`${name} › ${tool.join(" ")}`, [output]));
  }
  return { passed: failures.length === 0 ? 1 : 0, failed: failures.length === 0 ? 0 : 1, failures };
}

async function runWithDatabase(project: string, stopping: AbortSignal): Promise<Counts> {
  closeTemplate ??= await openTemplate();
  return runVitest(project, stopping);
}

async function runVitest(project: string, stopping: AbortSignal): Promise<Counts> {
  const report = reportOf(project);
  const vitest = ["vitest", "run", "--project", project, "--reporter=default", "--reporter=json"] as const;
  const ran = await run([...vitest, `--outputFile.json=${report}`], { stopping, env: PLAIN });
  return withCrash(countVitest(readReport(report, ran.output)), { name: project, ...ran });
}

async function runPlaywright(stopping: AbortSignal): Promise<Counts> {
  const report = reportOf("browser");
  const env = { ...PLAIN, DEBUG: "pw:browser", PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const ran = await run(["playwright", "test", "--reporter=list,json"], { stopping, env });
  const counts = withCrash(countPlaywright(readReport(report, ran.output)), { name: "browser", ...ran });
  const deaths = counts.failed > 0 ? deathsOfBrowsers(ran.output) : [];
  return deaths.length > 0
    ? { ...counts, failures: [...counts.failures, describe("browsers that died", deaths)] }
    : counts;
}

/** A tool that ends badly although every test passed has something to say: an unhandled error, a failed teardown. */
function withCrash(counts: Counts, { name, code, output }: { name: string; code: number; output: string }): Counts {
  if (code === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, failures: [describe(`${name} ended with code ${code}`, [lastLines(output)])] };
}

function reportOf(name: string): string {
  return path.join(REPORTS, `${name}.json`);
}

function readReport<T>(report: string, output: string): T {
  try {
    return JSON.parse(readFileSync(report, "utf8")) as T;
  } catch {
    throw new Error(`It left no report. It said last:\n${lastLines(output)}`);
  }
}

function lastLines(output: string): string {
  return output.trim().split("\n").slice(-25).join("\n");
}

function failWith(failure: string): Counts {
  return { passed: 0, failed: 1, failures: [failure] };
}
