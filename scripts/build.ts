import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { narrate, runCommand } from "#scripts/command.ts";
import { PROJECT } from "#scripts/project.ts";
import { run } from "#scripts/run.ts";
import { findFiles, isTest } from "#scripts/sources.ts";

/** Everything that the production build is made of. */
const SOURCES = [
  "{app,components,db,dictionary,lib,messages,public}/**/*",
  "{next.config.js,package-lock.json,proxy.ts,tsconfig.json}",
];

/** What only tests and proofs are made of: no page reaches it. */
const SUPPORT = /^db\/(testing|proofs)\//;

const NOTE = path.join(PROJECT, ".next/brobyg-build");

/** The build that can be served by itself: what `next build` calls standalone. */
export const BUILT_SERVER = path.join(PROJECT, ".next/standalone/server.js");

/** Whether the sources are those of the last build that came to its end. */
export function isBuilt(): boolean {
  return existsSync(NOTE) && existsSync(BUILT_SERVER) && readFileSync(NOTE, "utf8") === hashSources();
}

/** Makes the production build. Throws with the compiler's words when the sources do not build. */
export async function build(stopping: AbortSignal): Promise<void> {
  rmSync(NOTE, { force: true });
  const sources = hashSources();
  const { code, output } = await run(["next", "build"], {
    stopping,
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (code !== 0) throw new Error(`The application does not build.\n${output.trim()}`);
  for (const folder of [".next/static", "public"]) {
    const target = path.join(path.dirname(BUILT_SERVER), folder);
    rmSync(target, { recursive: true, force: true });
    if (existsSync(path.join(PROJECT, folder))) cpSync(path.join(PROJECT, folder), target, { recursive: true });
  }
  writeFileSync(NOTE, sources);
}

function hashSources(): string {
  const hash = createHash("sha256");
  const files = SOURCES.flatMap(findFiles).filter((file) => !isTest(file) && !SUPPORT.test(file));
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(path.join(PROJECT, file)));
  return hash.digest("hex");
}

if (import.meta.main) {
  await runCommand(async (stopping) => {
    const say = narrate();
    say("Building the application.");
    await build(stopping);
    say(`Built: ${path.relative(PROJECT, BUILT_SERVER)}`);
  });
}
