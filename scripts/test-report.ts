import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { PROJECT } from "#scripts/project.ts";

/** What a stage of the test run came to. `failures` holds a text for each, ready to read. */
export type Counts = { passed: number; failed: number; failures: string[] };

export type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[];
  }[];
};

export type PlaywrightReport = { suites: PlaywrightSuite[]; errors: { message?: string }[] };
type PlaywrightSuite = { title: string; file: string; specs: PlaywrightSpec[]; suites?: PlaywrightSuite[] };
type PlaywrightSpec = { title: string; tests: PlaywrightTest[] };
type PlaywrightTest = {
  projectName: string;
  status: "expected" | "unexpected" | "flaky" | "skipped";
  results: { errors: { message?: string }[]; attachments?: { name: string; path?: string }[] }[];
};
type PlaywrightResult = PlaywrightTest["results"][number];

const LINES_PER_FAILURE = 30;
const LINES_PER_PAGE = 60;

/** A file that does not even load is a failure, although none of its tests ran. */
export function countVitest(report: VitestReport): Counts {
  const files = report.testResults.map(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    const failures = failed.map((test) => describe(`${name} › ${test.fullName}`, test.failureMessages ?? []));
    if (status === "failed" && failed.length === 0) failures.push(describe(name, [message]));
    return { passed: assertionResults.filter((test) => test.status === "passed").length, failures };
  });
  return sum(files);
}

/** A story is counted once for each screen it is told on. */
export function countPlaywright(report: PlaywrightReport): Counts {
  const outside = report.errors.map(({ message = "" }) => describe("outside any story", [message]));
  return sum([...report.suites.flatMap((suite) => storiesIn(suite, [])), { passed: 0, failures: outside }]);
}

/**
 * What Chromium last said, and how it ended, where it did not end by itself in order: a story only says that its page was
 * closed. Read from what Playwright prints with DEBUG=pw:browser.
 */
export function deathsOfBrowsers(output: string): string[] {
  const said = output.split("\n").filter((line) => line.includes("pw:browser"));
  return said.filter((line) => /:FATAL:|did exit: (?!exitCode=0,)/.test(line));
}

function storiesIn(suite: PlaywrightSuite, above: string[]): { passed: number; failures: string[] }[] {
  const titles = [...above, suite.title];
  const here = suite.specs.flatMap(({ title, tests }) =>
    tests.map(({ projectName, status, results }) => {
      const isFailed = status === "unexpected" || status === "flaky";
      return {
        passed: status === "expected" ? 1 : 0,
        failures: isFailed ? [describeStory([`[${projectName}]`, ...titles, title].join(" › "), results)] : [],
      };
    }),
  );
  return [...here, ...(suite.suites ?? []).flatMap((inner) => storiesIn(inner, titles))];
}

/** What was asserted, and what stood on the page instead: a run elsewhere leaves nothing else to look at. */
function describeStory(name: string, results: PlaywrightResult[]): string {
  const messages = results.flatMap(({ errors }) => errors.map(({ message = "" }) => message));
  const pages = results.flatMap(({ attachments = [] }) =>
    attachments.flatMap(({ name: kind, path }) => (kind === "error-context" && path ? [pageIn(path)] : [])),
  );
  return [describe(name, messages), ...pages].join("\n");
}

/** The page as its roles and names, from the file that Playwright leaves of a failure: what is in `main`, or all of it. */
function pageIn(path: string): string {
  const page = /```yaml\n([\s\S]*?)```/.exec(readFileSync(path, "utf8"))?.[1] ?? "";
  const lines = page.trimEnd().split("\n");
  const main = lines.findIndex((line) => /^\s*- main\b/.test(line));
  return lines
    .slice(Math.max(main, 0), Math.max(main, 0) + LINES_PER_PAGE)
    .map((line) => `    | ${line}`)
    .join("\n");
}

function sum(parts: { passed: number; failures: string[] }[]): Counts {
  const failures = parts.flatMap((part) => part.failures);
  return { passed: parts.reduce((total, { passed }) => total + passed, 0), failed: failures.length, failures };
}

/** The name of what failed, and the beginning of what was said, indented: without the tools' own part of a stack. */
export function describe(name: string, messages: string[]): string {
  const lines = stripVTControlCharacters(messages.join("\n")).replaceAll(`${PROJECT}/`, "").trim().split("\n");
  const own = lines.filter((line) => !/^\s+at .*(node_modules|node:|<anonymous>)/.test(line));
  const shown = own.slice(0, LINES_PER_FAILURE).map((line) => `    ${line}`.trimEnd());
  return [`✗ ${name.replaceAll(`${PROJECT}/`, "")}`, ...shown].join("\n");
}
