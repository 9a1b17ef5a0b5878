import { cpSync, existsSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { asMember } from "#db/as-member.ts";
import { openPool, type Pool } from "#db/client.ts";
import { readInbox } from "#db/inbox/read-inbox.ts";
import { migrate } from "#db/migrate.ts";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { asOwner } from "#db/seed/as-owner.ts";
import { seedAgreement } from "#db/seed/seed-agreement.ts";
import { ok } from "#lib/result.ts";
import { type Connections, passwordOf } from "#scripts/connections.ts";
import { findFreePort } from "#scripts/free-port.ts";
import { KEPT, PROJECT } from "#scripts/project.ts";
import { run } from "#scripts/run.ts";
import { keepSecret } from "#scripts/secrets.ts";
import { type RunningServer, serve } from "#scripts/serve.ts";
import { serveBare } from "./bare.ts";
import { type Measured, measuredOf } from "./cells.ts";
import { type Filled, fill, openSessions } from "./fill.ts";
import { type Part, parts } from "./parts.ts";
import { fromHere } from "./plans.ts";

// One side of a comparison: a process that builds, fills, serves and answers with the files of the folder that it stands
// in. `bench/run.ts` starts one for each side and tells it what to do.

const stopping = new AbortController();
/** They stay open, so that what their backends spend can be read when they are done. */
const pools = new Map<string, Pool>();
const servers: RunningServer[] = [];

const poolOf = (appUrl: string, max = 10): Pool => {
  const key = `${appUrl} ${max}`;
  const pool = pools.get(key) ?? openPool(appUrl, { max });
  pools.set(key, pool);
  return pool;
};

/** What a side can be told to do. */
export const calls = {
  /** Builds the application, with one page that reads nothing. */
  build: async (): Promise<void> => {
    const { code, output } = await run(["next", "build"], {
      stopping: stopping.signal,
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", BROBYG_BENCH: "1" },
    });
    if (code !== 0) throw new Error(`The application does not build.\n${output}`);
    for (const folder of [".next-bench/static", "public"])
      if (existsSync(path.join(PROJECT, folder)))
        cpSync(path.join(PROJECT, folder), path.join(PROJECT, ".next-bench/standalone", folder), { recursive: true });
  },

  /** Sets an empty database up by its own migrations, fills it, and signs everybody in that often. */
  fill: async (asked: Connections & { referrals: number; sessionsOfEach: number }): Promise<Filled> => {
    const { ownerUrl, appUrl, jobsUrl, referrals, sessionsOfEach } = asked;
    const passwords = { appPassword: passwordOf(appUrl), jobsPassword: passwordOf(jobsUrl) };
    await migrate({ ownerUrl, ...passwords, kind: "demo" });
    await asOwner(ownerUrl, (sql) => seedAgreement(sql, noerrebro));
    const filled = await openSessions(ownerUrl, await fill(ownerUrl, referrals), sessionsOfEach - 1);
    const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
    await owner.unsafe("vacuum analyze");
    await owner.end();
    return filled;
  },

  /** Serves the build on a filled database. */
  serve: async ({ appUrl }: { appUrl: string }): Promise<{ origin: string; pid: number }> => {
    const port = await findFreePort(3900);
    const server = await serve({
      port,
      built: path.join(PROJECT, ".next-bench/standalone/server.js"),
      settings: {
        DATABASE_URL: appUrl,
        AUTH_SECRET: keepSecret(KEPT, "bench"),
        AUTH_URL: `http://localhost:${port}`,
        // One account writes as fast as it can.
        BROBYG_CHANGES_PER_MINUTE: "1000000",
      },
      stopping: stopping.signal,
    });
    servers.push(server);
    return { origin: server.origin, pid: server.pid };
  },

  /** Serves each part of the inbox's data from this very process, without Next. */
  serveBare: async ({ appUrl }: { appUrl: string }): Promise<{ origin: string; pid: number }> => {
    const { origin } = await serveBare(poolOf(appUrl));
    return { origin, pid: process.pid };
  },

  /** Enters once by every session: none stands still for too long, and none is entered for the first time when it counts. */
  wake: async ({ appUrl, tokens }: { appUrl: string; tokens: string[] }): Promise<void> => {
    const queue = tokens.values();
    const enter = async () => {
      for (const token of queue) {
        const entered = await asMember(poolOf(appUrl), token, async () => ok(null));
        if (!entered.ok) throw new Error("a session that was opened opens nothing");
      }
    };
    await Promise.all(Array.from({ length: 10 }, enter));
  },

  /** Does one part over and over, one after another over one connection. */
  repeat: async (asked: { appUrl: string; part: Part; tokens: string[]; seconds: number }): Promise<Measured> => {
    const { appUrl, part, tokens, seconds } = asked;
    const pool = poolOf(appUrl, 1);
    const once = async (turn: number) => {
      const done = await parts[part]({ pool, token: tokens[turn % tokens.length] ?? "" });
      if (!done.ok) throw new Error(`${part}: ${done.code}`);
    };
    const times: number[] = [];
    const began = performance.now();
    while (performance.now() - began < seconds * 1000) {
      const start = performance.now();
      await once(times.length);
      times.push(performance.now() - start);
    }
    return measuredOf(times, performance.now() - began);
  },

  /** Reads the inbox over a connection of its own: once to warm up, and once to be looked at. */
  readOnce: async ({ appUrl, token }: { appUrl: string; token: string }): Promise<void> => {
    const pool = openPool(appUrl, { max: 1 });
    await asMember(pool, token, (tx, me) => readInbox(tx, me));
    await pool.sql.unsafe(fromHere);
    await asMember(pool, token, (tx, me) => readInbox(tx, me));
    await pool.close();
  },
};

export type Calls = typeof calls;
export type Call = keyof Calls;
export type Told = { id: number; call: Call; given: unknown };
export type Answer = { id: number } & ({ value: unknown } | { error: string });

if (import.meta.main) {
  const answer = (said: Answer) => process.send?.(said);
  process.on("message", ({ id, call, given }: Told) => {
    const run = calls[call] as (given: unknown) => Promise<unknown>;
    run(given).then(
      (value) => answer({ id, value }),
      (error: Error) => answer({ id, error: error.stack ?? error.message }),
    );
  });
  // Whoever started this process has let it go, or has ended.
  process.on("disconnect", () => {
    stopping.abort(new Error("Interrupted."));
    void Promise.all(servers.map((server) => server.stop())).then(() => process.exit());
  });
}
