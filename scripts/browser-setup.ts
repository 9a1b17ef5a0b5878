import { randomBytes } from "node:crypto";
import { openPool } from "#db/client.ts";
import { seedPast } from "#db/seed/demo-past.ts";
import { todayOf } from "#db/seed/today-of.ts";
import { AHEAD } from "#e2e/steps/stage-clock.ts";
import { publishFigures } from "#jobs/publish-figures.ts";
import { build, isBuilt } from "#scripts/build.ts";
import { findFreePort } from "#scripts/free-port.ts";
import { serve } from "#scripts/serve.ts";
import { cloneDatabase, openTemplate, type TestDatabase } from "#scripts/test-database.ts";
import { openProvider } from "#scripts/test-provider.ts";

/**
 * Playwright's global setup: the production build, on a database of its own, at the BASE_URL that the stories read.
 * Set BASE_URL to tell the stories to a server that already runs, and STAGE_JOBS_URL and STAGE_OWNER_URL to where its
 * jobs and its owner log in.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  if (process.env["BASE_URL"]) return async () => {};
  const stopping = new AbortController().signal;
  const closeTemplate = await openTemplate();
  try {
    if (!isBuilt()) await build(stopping);
    const database = await cloneDatabase();
    await publishPast(database);
    const port = await findFreePort(0);
    const provider = await openProvider(`http://localhost:${port}/api/auth/callback/kommunen`);
    const { issuer, clientId, clientSecret } = provider;
    const settings = {
      DATABASE_URL: database.appUrl,
      DATABASE_JOBS_URL: database.jobsUrl,
      AUTH_SECRET: randomBytes(32).toString("hex"),
      AUTH_URL: `http://localhost:${port}`,
      BROBYG_LOGIN_PROVIDERS: JSON.stringify([{ id: "kommunen", name: "Kommunen", issuer, clientId, clientSecret }]),
    };
    const server = await serve({ port, settings, stopping });
    process.env["BASE_URL"] = server.origin;
    process.env[AHEAD] = String(database.ahead);
    process.env["STAGE_SERVER_PID"] = String(server.pid);
    process.env["STAGE_JOBS_URL"] = database.jobsUrl;
    process.env["STAGE_OWNER_URL"] = database.ownerUrl;
    return async () => {
      await server.stop();
      await provider.stop();
      await database.drop();
      await closeTemplate();
    };
  } catch (error) {
    await closeTemplate();
    throw error;
  }
}

/** A year that is over, with its figures: no story makes one. */
async function publishPast({ ownerUrl, jobsUrl }: TestDatabase): Promise<void> {
  await seedPast({ ownerUrl });
  const jobs = openPool(jobsUrl, { max: 2 });
  try {
    await publishFigures(jobs, await todayOf(jobs.sql));
  } finally {
    await jobs.close();
  }
}
