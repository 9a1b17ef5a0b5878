import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { environmentOf } from "#scripts/environment.ts";
import { findFreePort } from "#scripts/free-port.ts";
import { PROJECT } from "#scripts/project.ts";
import { serve } from "#scripts/serve.ts";

const all = {
  DATABASE_URL: "postgres://brobyg_app:of-the-application@db/brobyg",
  DATABASE_JOBS_URL: "postgres://brobyg_jobs:of-the-jobs@db/brobyg",
  DATABASE_OWNER_URL: "postgres://brobyg_owner:of-the-owner@db/brobyg",
  AUTH_SECRET: "of the server",
  AUTH_URL: "http://localhost:3000",
  SMTP_URL: "smtps://user:of-the-mail@mail.example.dk",
};
afterEach(() => {
  vi.unstubAllEnvs();
});

test("each process is given what is its own, whatever stands in the environment of whoever starts it", () => {
  for (const [name, value] of Object.entries({ ...all, BROBYG_TEST_TEMPLATE: "of-the-owner" })) vi.stubEnv(name, value);
  const server = environmentOf("server", all);
  expect(JSON.stringify(server)).not.toMatch(/of-the-(jobs|owner|mail)/);
  expect(server).toMatchObject({
    DATABASE_URL: all.DATABASE_URL,
    AUTH_SECRET: all.AUTH_SECRET,
    PATH: process.env["PATH"],
  });
  const jobs = environmentOf("jobs", all);
  expect(JSON.stringify(jobs)).not.toMatch(/of-the-(application|owner)|of the server/);
  expect(jobs).toMatchObject({ DATABASE_JOBS_URL: all.DATABASE_JOBS_URL, SMTP_URL: all.SMTP_URL });
});

test.runIf(process.platform === "linux")("a server that runs never held another login", async () => {
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  const folder = mkdtempSync(path.join(tmpdir(), "brobyg-server-"));
  const built = path.join(folder, "server.mjs");
  writeFileSync(
    built,
    `import http from "node:http";
    http.createServer((request, response) => response.end("ok")).listen(Number(process.env.PORT), "127.0.0.1");`,
  );
  const server = await serve({
    port: await findFreePort(0),
    built,
    settings: all,
    stopping: new AbortController().signal,
  });
  try {
    const held = readFileSync(`/proc/${server.pid}/environ`, "utf8");
    expect(held).toContain(`DATABASE_URL=${all.DATABASE_URL}`);
    expect(held).not.toMatch(/of-the-(jobs|owner|mail)/);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});

const refusals = [
  [
    "npm start",
    "start",
    { ...all, DATABASE_URL: "" },
    ["DATABASE_OWNER_URL is not for", "DATABASE_JOBS_URL is not for", "SMTP_URL is not for"],
  ],
  ["npm run jobs", "jobs", all, ["DATABASE_URL is not for", "DATABASE_OWNER_URL is not for", "AUTH_SECRET is not for"]],
] as const;
test.each(refusals)(
  "%s does not start beside another's login, and says of each what to do",
  async (_what, name, env, sentences) => {
    const started = spawn(process.execPath, [`scripts/${name}.ts`], {
      cwd: PROJECT,
      stdio: ["ignore", "ignore", "pipe"],
      env: { PATH: process.env["PATH"], ...env } as unknown as NodeJS.ProcessEnv,
    });
    let said = "";
    started.stderr.on("data", (chunk) => (said += String(chunk)));
    const [code] = await once(started, "close");
    expect(code).toBe(1);
    for (const sentence of sentences) expect(said).toContain(sentence);
  },
);
