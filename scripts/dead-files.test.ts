import path from "node:path";
import { expect, test } from "vitest";
import { findFiles, isTest, readSource } from "#scripts/sources.ts";

/** What Next and the commands open by themselves. */
const ENTRIES =
  /^(proxy\.ts|app\/i18n\.ts|app\/.*\/?(page|layout|template|loading|error|global-error|not-found|route|manifest|icon)(\.bench)?\.tsx?|scripts\/.*|bench\/.*|e2e\/.*)$/;

/** Builders stand beside what they build, and only tests use them: a-referral.ts. */
const BUILDER = /\/an?-[\w-]+\.ts$/;

/** What only tests and proofs are made of. */
const SUPPORT = /^db\/(testing|proofs)\/|\/sample-[\w-]+\.ts$|\/marked\.ts$/;

/** What the system does without a person; it waits for the jobs, and is tested until then. */
const FOR_JOBS = ["db/referral/perform-as-system.ts", "lib/referral/acts/system.ts"];

/** drizzle-kit reads every file of the schema. */
const SCHEMA = /^db\/schema\//;

test("every file is reached from a page, a route or a command", () => {
  const files = findFiles("{app,bench,components,db,e2e,jobs,lib,scripts}/**/*.{ts,tsx,mjs,css}");
  const entries = [...files, "proxy.ts"].filter((file) => ENTRIES.test(file) && !isTest(file));
  const reached = reach(entries, new Set(files));
  const dead = files
    .filter((file) => !reached.has(file) && !isTest(file) && !BUILDER.test(file) && !SCHEMA.test(file))
    .filter((file) => !SUPPORT.test(file) && !FOR_JOBS.includes(file));
  expect(dead).toEqual([]);
});

function reach(entries: string[], files: Set<string>): Set<string> {
  const reached = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    waiting.push(...importsOf(file).filter((imported) => files.has(imported)));
  }
  return reached;
}

function importsOf(file: string): string[] {
  const named = readSource(file).matchAll(/(?:from\s+|import\s*\(?\s*|@import\s+(?:url\()?)["']([#.][^"']+)["']/g);
  return [...named].map(([, name = ""]) =>
    name.startsWith("#") ? name.slice(1) : path.join(path.dirname(file), name),
  );
}
