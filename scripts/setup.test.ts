import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { closePretended, pretend, says } from "#db/testing/other-servers.ts";
import { PROJECT } from "#scripts/project.ts";

afterAll(closePretended);

test("npm run setup says of a server that does not fit why, without a stack", async () => {
  const url = await pretend(says("PostgreSQL 13.22 on x86_64"));
  const as = (user: string) => url.replace("brobyg_owner:secret", `${user}:correct-horse-battery`);
  const env = {
    DATABASE_OWNER_URL: url,
    DATABASE_URL: as("brobyg_app"),
    DATABASE_JOBS_URL: as("brobyg_jobs"),
  };
  const setup = spawn(process.execPath, [path.join(PROJECT, "scripts/setup.ts")], {
    cwd: PROJECT,
    env: env as unknown as NodeJS.ProcessEnv,
  });
  let said = "";
  setup.stderr.on("data", (chunk) => (said += String(chunk)));
  const [code] = (await once(setup, "exit")) as [number];
  expect([code, said.trim()]).toEqual([1, "The server is PostgreSQL 13.22. It must be PostgreSQL 15 or newer."]);
});
