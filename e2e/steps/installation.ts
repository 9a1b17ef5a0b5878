import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { stageNow } from "#e2e/steps/stage-clock.ts";
import type { Connections } from "#scripts/connections.ts";
import { findFreePort } from "#scripts/free-port.ts";
import { run } from "#scripts/run.ts";
import { serve } from "#scripts/serve.ts";
import { setClock } from "#scripts/test-clock.ts";
import { emptyDatabase } from "#scripts/test-database.ts";

/** A live installation beside the stories' demo, on a database in which there was nothing. */
export type Installation = Connections & {
  origin: string;
  /** `npm run NAME -- …`, as whoever runs the server. Throws what it says where it fails. */
  command: (name: string, args: string[]) => Promise<string>;
  /** Begins a partnership as the documentation says, and gives its links by their bearers. */
  begin: (district: { name: string; administrator: string; officer: string }) => Promise<Map<string, string>>;
  /** Lets it be reached. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

export async function openInstallation(): Promise<Installation> {
  const stopping = new AbortController().signal;
  const { drop, home: _, ...database } = await emptyDatabase();
  const port = await findFreePort(0);
  const origin = `http://localhost:${port}`;
  const folder = mkdtempSync(path.join(tmpdir(), "brobyg-first-day-"));
  const env = {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_JOBS_URL: database.jobsUrl,
    AUTH_URL: origin,
  };
  let server: Awaited<ReturnType<typeof serve>> | undefined;

  const command = async (name: string, args: string[]): Promise<string> => {
    const { code, output } = await run([process.execPath, `scripts/${name}.ts`, ...args], { stopping, env });
    if (code !== 0) throw new Error(`npm run ${name}: ${output.trim()}`);
    return output;
  };

  return {
    ...database,
    origin,
    command,
    begin: async ({ name, administrator, officer }) => {
      // What it is like on the day that the stories are told: nothing rests on the one on which somebody runs them.
      await command("setup", []);
      await setStageClock(database.ownerUrl);
      const file = path.join(folder, randomBytes(4).toString("hex"));
      const people = ["--administrator", administrator, "--officer", officer];
      await command("setup", ["--partnership", name, ...people, "--link-file", file]);
      const lines = readFileSync(file, "utf8").trim().split("\n");
      return new Map(
        lines.map((line) => {
          const [, mail = "", link = ""] = /, (\S+): (\S+)$/.exec(line) ?? [];
          return [mail, link];
        }),
      );
    },
    start: async () => {
      const settings = {
        DATABASE_URL: database.appUrl,
        AUTH_SECRET: randomBytes(32).toString("hex"),
        AUTH_URL: origin,
      };
      server = await serve({ port, settings, stopping });
    },
    stop: async () => {
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
      await drop();
    },
  };
}

async function setStageClock(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await setClock(
      sql,
      stageNow()
        .toISOString()
        .replace(/\.\d+Z$/, "Z"),
    );
  } finally {
    await sql.end();
  }
}
