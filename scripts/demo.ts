import path from "node:path";
import { demoPassword } from "#db/seed/demo-password.ts";
import { demoPeople } from "#db/seed/demo-people.ts";
import { build, isBuilt } from "#scripts/build.ts";
import { narrate, runCommand, untilStopped } from "#scripts/command.ts";
import { DEMO_DIR, demoSettings, openDemoDatabase } from "#scripts/demo-database.ts";
import { findFreePort } from "#scripts/free-port.ts";
import { DEMO_MAIL } from "#scripts/mail-settings.ts";
import { removePostgres } from "#scripts/postgres.ts";
import { serve } from "#scripts/serve.ts";
import { startJobs } from "#scripts/start-jobs.ts";

// npm run demo              the production build, with fictional data that stays between starts
// npm run demo -- --fresh   begins anew

await runCommand(async (stopping) => {
  const say = narrate();
  console.log("Brobyg, demo. Ctrl-C stops it.");
  if (process.argv.includes("--fresh")) beginAnew(say);
  const database = await openDemoDatabase(say, stopping);
  try {
    if (!isBuilt()) {
      say("Building the application. Once, about half a minute.");
      await build(stopping);
    }
    say("Starting the application.");
    const port = await findFreePort(Number(process.env["PORT"] ?? 3000));
    const settings = demoSettings(database, `http://localhost:${port}`);
    const server = await serve({ port, settings, stopping });
    const jobs = startJobs(settings);
    say("Ready.");
    console.log(welcome(server.origin));
    await Promise.race([untilStopped(stopping), server.gone]);
    if (!stopping.aborted) throw new Error("The application ended by itself. It says why above.");
    say("Stopping. The data stays for next time.");
    await Promise.all([server.stop(), jobs.stop()]);
  } finally {
    await database.stop();
  }
});

function beginAnew(say: (sentence: string) => void): void {
  if (process.env["DATABASE_URL"]) {
    throw new Error("--fresh removes the demo's own data only. Empty the database of DATABASE_URL yourself.");
  }
  say("Removing the data of the last demo.");
  removePostgres(DEMO_DIR);
}

function welcome(origin: string): string {
  const width = Math.max(...demoPeople.map(({ address }) => address.length));
  const people = demoPeople.map(({ address, about }) => `    ${address.padEnd(width)}  ${about.en}`);
  return [
    "",
    `  Open ${origin}`,
    `  Log in as anybody below. The password is ${demoPassword}`,
    `  What the app mails is kept in ${path.relative(".", DEMO_MAIL)}`,
    "",
    ...people,
    "",
  ].join("\n");
}
