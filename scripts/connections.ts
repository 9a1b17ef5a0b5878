import { OWNER, startPostgres } from "#scripts/postgres.ts";
import { keepSecret } from "#scripts/secrets.ts";

export const APP = "brobyg_app";
export const JOBS = "brobyg_jobs";

/** The three logins of one database: the application's, the owner's (migrates, seeds, tests), the jobs'. */
export type Connections = { appUrl: string; ownerUrl: string; jobsUrl: string };

/** `home`: where the server lives that we started ourselves. `stop` ends it, and does nothing to a server of others. */
export type OpenDatabase = Connections & { home: string | null; stop: () => Promise<void> };

/**
 * The database that demo, development, tests and measurements use: the server that the environment names, else the
 * built-in one. Refuses an environment that names the application's login without the other two.
 */
export async function openDatabase(options: {
  dataDir: string;
  durable: boolean;
  port?: number;
}): Promise<OpenDatabase> {
  const named = readConnections();
  if (named) return { ...named, home: null, stop: async () => {} };
  const { ownerUrl, home, stop } = await startPostgres(options);
  const loginAs = (user: string) => withUser(ownerUrl, { user, password: keepSecret(home, user) });
  return { ownerUrl, appUrl: loginAs(APP), jobsUrl: loginAs(JOBS), home, stop };
}

/** The connections that the environment names; undefined when it names none. */
export function readConnections(env: Record<string, string | undefined> = process.env): Connections | undefined {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATABASE_JOBS_URL: jobsUrl } = env;
  if (!appUrl && !ownerUrl && !jobsUrl) {
    if (env["DATABASE_DIRECT_URL"]) throw new Error("DATABASE_DIRECT_URL stands beside DATABASE_URL, never alone.");
    return undefined;
  }
  if (!appUrl) throw new Error("DATABASE_URL is missing: the login of the application. Set all three, or none.");
  if (!ownerUrl) throw new Error("DATABASE_OWNER_URL is missing: the login that sets the database up.");
  if (!jobsUrl) throw new Error("DATABASE_JOBS_URL is missing: the login of the jobs.");
  for (const [name, url] of Object.entries({
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    DATABASE_JOBS_URL: jobsUrl,
  }))
    if (!URL.canParse(url))
      throw new Error(`${name} is not an address of PostgreSQL: postgres://user:password@host/database`);
  checkLogin(appUrl, "DATABASE_URL", APP);
  checkLogin(jobsUrl, "DATABASE_JOBS_URL", JOBS);
  if (userOf(ownerUrl) === APP) throw new Error(`DATABASE_OWNER_URL logs in as ${APP}. Use the owner, ${OWNER}.`);
  return { appUrl, ownerUrl, jobsUrl };
}

function checkLogin(url: string, name: string, wanted: string): void {
  const user = userOf(url);
  if (user !== wanted) throw new Error(`${name} logs in as "${user}". It must be ${wanted}, which the set-up makes.`);
}

function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

/** The password in a connection address, as it is typed. */
export function passwordOf(url: string): string {
  return decodeURIComponent(new URL(url).password);
}

/** The same server and login, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

function withUser(url: string, { user, password }: { user: string; password: string }): string {
  const other = new URL(url);
  other.username = user;
  other.password = password;
  return other.href;
}
