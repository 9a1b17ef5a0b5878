import path from "node:path";
import { minutesWords } from "#app/api/meetings/[id]/close/minutes-words.ts";
import { migrate } from "#db/migrate.ts";
import { seedDemo } from "#db/seed/seed-demo.ts";
import { type OpenDatabase, openDatabase, passwordOf } from "#scripts/connections.ts";
import { KEPT } from "#scripts/project.ts";
import { keepSecret } from "#scripts/secrets.ts";

/** Where the demo keeps its database, its passwords and its secret. */
export const DEMO_DIR = path.join(KEPT, "demo");

/** Where psql finds the demo, unless another program has the port. */
const POSTGRES_PORT = 54329;

/**
 * The database of demo and development: started, brought up to date, and filled with fictional data when it is empty.
 * Refuses an installation that is live.
 */
export async function openDemoDatabase(say: (sentence: string) => void, stopping: AbortSignal): Promise<OpenDatabase> {
  stopping.throwIfAborted();
  say(process.env["DATABASE_URL"] ? "Using the server of DATABASE_URL." : "Starting PostgreSQL.");
  const database = await openDatabase({ dataDir: DEMO_DIR, durable: true, port: POSTGRES_PORT });
  try {
    stopping.throwIfAborted();
    say("Bringing the database up to date.");
    const { ownerUrl, appUrl, jobsUrl } = database;
    await migrate({ ownerUrl, appPassword: passwordOf(appUrl), jobsPassword: passwordOf(jobsUrl), kind: "demo" });
    stopping.throwIfAborted();
    say("Looking after the fictional people and referrals.");
    await seedDemo({ ownerUrl, appUrl, minutesWords });
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** What the server and the jobs read from their environment, in the demo and in development; each is given its own. */
export function demoSettings({ appUrl, jobsUrl }: OpenDatabase, origin: string): Record<string, string> {
  return {
    DATABASE_URL: appUrl,
    DATABASE_JOBS_URL: jobsUrl,
    AUTH_SECRET: keepSecret(DEMO_DIR, "auth"),
    AUTH_URL: origin,
  };
}
