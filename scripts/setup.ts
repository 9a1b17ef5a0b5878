import { migrate } from "#db/migrate.ts";
import { narrate, runCommand } from "#scripts/command.ts";
import { passwordOf, readConnections } from "#scripts/connections.ts";

// npm run setup: makes or updates the database of a live server. Refuses one that is a demo's.

await runCommand(async () => {
  const connections = readConnections();
  if (!connections) {
    throw new Error("Set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_JOBS_URL to the server that is to be set up.");
  }
  const { ownerUrl, appUrl, jobsUrl } = connections;
  const say = narrate();
  say("Bringing the database up to date, as a live installation.");
  await migrate({ ownerUrl, appPassword: passwordOf(appUrl), jobsPassword: passwordOf(jobsUrl), kind: "live" });
  say("Done.");
});
