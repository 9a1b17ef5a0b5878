import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findPgbouncer } from "#scripts/engines.ts";
import { findFreePort } from "#scripts/free-port.ts";
import { findPostgresAccount } from "#scripts/postgres-home.ts";

/** `url`: the login and database that it was started for, by way of the pooler, without prepared statements. */
export type RunningPgbouncer = { url: string; stop: () => Promise<void> };

/**
 * Starts Debian's PgBouncer in transaction mode before the server that an address names, for its login.
 * @param options.connections how many to PostgreSQL, for however many clients
 */
export async function startPgbouncer(url: string, options: { connections: number }): Promise<RunningPgbouncer> {
  const { bin, libraries } = findPgbouncer();
  const server = new URL(url);
  const account = findPostgresAccount();
  // Its own account must reach it, wherever the project lies.
  const folder = mkdtempSync("/var/tmp/brobyg-pgbouncer-");
  const write = (name: string, lines: string[]) => {
    writeFileSync(path.join(folder, name), `${lines.join("\n")}\n`, { mode: 0o600 });
    if (account) chownSync(path.join(folder, name), account.uid, account.gid);
  };
  const port = await findFreePort(0);
  write("users", [`"${server.username}" "${decodeURIComponent(server.password)}"`]);
  write("pgbouncer.ini", [
    "[databases]",
    `* = host=${server.hostname} port=${server.port || 5432}`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    "auth_type = scram-sha-256",
    `auth_file = ${path.join(folder, "users")}`,
    "pool_mode = transaction",
    `default_pool_size = ${options.connections}`,
    "max_client_conn = 500",
    // A database that a test drops may have no connection left.
    "server_idle_timeout = 1",
  ]);
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  const pgbouncer = spawn(path.join(bin, "pgbouncer"), [path.join(folder, "pgbouncer.ini")], {
    ...account,
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
    env: { PATH: process.env["PATH"], LD_LIBRARY_PATH: libraries } as unknown as NodeJS.ProcessEnv,
  });
  let said = "";
  pgbouncer.stderr.on("data", (text) => (said = `${said}${String(text)}`.slice(-2_000)));
  const gone = once(pgbouncer, "exit");
  const stop = async () => {
    pgbouncer.kill("SIGKILL");
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; !(await answers(port)); tries++) {
    if (tries === 100 || pgbouncer.exitCode !== null) {
      await stop();
      throw new Error(`PgBouncer did not start. It says:\n${said.trim() || "nothing"}`);
    }
    await sleep(50);
  }
  const through = new URL(url);
  through.host = `127.0.0.1:${port}`;
  // Debian's is older than 1.21, the first that keeps prepared statements for its clients.
  through.searchParams.set("prepare", "false");
  return { url: through.href, stop };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
