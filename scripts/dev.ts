import { spawn } from "node:child_process";
import { once } from "node:events";
import { narrate, runCommand } from "#scripts/command.ts";
import { demoSettings, openDemoDatabase } from "#scripts/demo-database.ts";
import { environmentOf } from "#scripts/environment.ts";
import { findFreePort } from "#scripts/free-port.ts";
import { PROJECT } from "#scripts/project.ts";
import { startJobs } from "#scripts/start-jobs.ts";

// npm run dev: the demo's database, and every change of a file at once on the screen.

await runCommand(async (stopping) => {
  const database = await openDemoDatabase(narrate(), stopping);
  try {
    const port = await findFreePort(Number(process.env["PORT"] ?? 3000));
    const settings = demoSettings(database, `http://localhost:${port}`);
    const next = spawn("next", ["dev", "--hostname", "127.0.0.1", "--port", String(port)], {
      cwd: PROJECT,
      stdio: "inherit",
      env: { ...environmentOf("server", settings), NEXT_TELEMETRY_DISABLED: "1" },
    });
    const jobs = startJobs(settings);
    stopping.addEventListener("abort", () => next.kill("SIGTERM"));
    await once(next, "exit");
    await jobs.stop();
  } finally {
    await database.stop();
  }
});
