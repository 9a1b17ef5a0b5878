import { migrate } from "#db/migrate.ts";
import { narrate, runCommand } from "#scripts/command.ts";
import { passwordOf, readConnections } from "#scripts/connections.ts";
import { isGuessable } from "#scripts/live-settings.ts";

// npm run setup: makes or updates the database of a live server. Refuses one that is a demo's.

await runCommand(async () => {
  const connections = readConnections();
  if (!connections) {
    throw new Error("Set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_JOBS_URL to the server that is to be set up.");
  }
  const { ownerUrl, appUrl, jobsUrl } = connections;
  for (const [name, url] of Object.entries({ DATABASE_URL: appUrl, DATABASE_JOBS_URL: jobsUrl }))
    if (isGuessable(new URL(url))) throw new Error(`The password in ${name} is shorter than 16 characters.`);
  const say = narrate();
  say("Bringing the database up to date, as a live installation.");
  await migrate({ ownerUrl, appPassword: passwordOf(appUrl), jobsPassword: passwordOf(jobsUrl), kind: "live" });
  say("Done.");
});
