import { existsSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { findOpenCatalogue } from "#db/open-catalogue.ts";
import { BUILT_SERVER } from "#scripts/build.ts";
import { DEMO_DIR } from "#scripts/demo-database.ts";
import { findProblems } from "#scripts/live-settings.ts";
import { findSecret } from "#scripts/secrets.ts";

const NOT_SET_UP = "The database is not set up. First: npm run setup";

// npm start: a live server. Refuses what is missing, what is guessable and what is a demo; then it is Next's own server.

const problems = findProblems(process.env, { of: "server", demoSecret: findSecret(DEMO_DIR, "auth") });
if (!existsSync(BUILT_SERVER)) problems.push("The application is not built. First: npm run build");
if (problems.length === 0) problems.push(...(await findInstallationProblems(process.env["DATABASE_URL"] ?? "")));
if (problems.length > 0) {
  console.error(["Brobyg does not start.", ...problems.map((problem) => `- ${problem}`)].join("\n"));
  process.exit(1);
}

// Without HOST, only this machine (and a proxy on it) reaches it.
process.env["HOSTNAME"] = process.env["HOST"] ?? "127.0.0.1";
await import("#scripts/before-next.ts");
await import(path.toNamespacedPath(BUILT_SERVER));

/** A server of others may not have a superuser who closes this: said, and not refused. */
async function warnOfOpenCatalogue(sql: postgres.Sql): Promise<string[]> {
  for (const what of await findOpenCatalogue(sql))
    console.warn(
      `PostgreSQL lets the application know or do this: ${what}. Its superuser closes it: db/close-catalogue.sql`,
    );
  return [];
}

/** Which kind was written into the database at its first set-up. */
async function findInstallationProblems(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [row] = await sql<{ kind: string | null }[]>`select door.installation() as kind`;
    if (row?.kind === "live") return await warnOfOpenCatalogue(sql);
    if (row?.kind === "demo") return ["The database is a demo's, with people everybody can log in as. Use another."];
    return [NOT_SET_UP];
  } catch (error) {
    const { code, message } = error as postgres.PostgresError;
    if (["3F000", "42883", "42P01"].includes(code)) return [NOT_SET_UP];
    return [`The database does not let us in: ${message}`];
  } finally {
    await sql.end();
  }
}
