import { existsSync } from "node:fs";
import path from "node:path";
import type postgres from "postgres";
import { findOpenCatalogue } from "#db/open-catalogue.ts";
import { BUILT_SERVER } from "#scripts/build.ts";
import { DEMO_DIR } from "#scripts/demo-database.ts";
import { findDatabaseProblems } from "#scripts/live-database.ts";
import { findProblems } from "#scripts/live-settings.ts";
import { findSecret } from "#scripts/secrets.ts";

// npm start: a live server. Refuses what is missing, what is guessable and what is a demo; then it is Next's own server.

const problems = findProblems(process.env, { of: "server", demoSecret: findSecret(DEMO_DIR, "auth") });
if (!existsSync(BUILT_SERVER)) problems.push("The application is not built. First: npm run build");
if (problems.length === 0) {
  const { DATABASE_URL: url = "", DATABASE_DIRECT_URL: directUrl } = process.env;
  problems.push(...(await findDatabaseProblems({ url, directUrl }, warnOfOpenCatalogue)));
}
if (problems.length > 0) {
  console.error(["Brobyg does not start.", ...problems.map((problem) => `- ${problem}`)].join("\n"));
  process.exit(1);
}

// Without HOST, only this machine (and a proxy on it) reaches it.
process.env["HOSTNAME"] = process.env["HOST"] ?? "127.0.0.1";
await import("#scripts/before-next.ts");
await import(path.toNamespacedPath(BUILT_SERVER));

/** A server of others may not have a superuser who closes this: said, and not refused. */
async function warnOfOpenCatalogue(sql: postgres.Sql): Promise<void> {
  for (const what of await findOpenCatalogue(sql))
    console.warn(
      `PostgreSQL lets the application know or do this: ${what}. Its superuser closes it: db/close-catalogue.sql`,
    );
}
