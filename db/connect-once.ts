import { once } from "node:events";
import { connect, type Socket } from "node:net";
import postgres from "postgres";
import type { Pool } from "./client.ts";
import { withoutLateRollback } from "./lost-connection.ts";

/** How long a server may take until it lets somebody in, in seconds. */
const patience = 10;

/** What the driver hands to whoever makes its connection. */
type Address = { host: string[]; port: number[]; path: string | false };

/**
 * One connection for a command that rests on what a connection holds: a lock, a transaction. It is made once. The driver would
 * make another by itself, without the lock, and would try for ever where a server takes connections and breaks them. Nor does
 * it ask for the server's types first, which it would wait for without end: lists are read as JSON.
 */
export function connectOnce(url: string, { prepare = true }: { prepare?: boolean } = {}): Pool {
  let socket: Socket | undefined;
  const options = {
    max: 1,
    prepare,
    fetch_types: false,
    connect_timeout: patience,
    max_lifetime: null,
    onnotice: () => {},
    socket: async ({ host: [host = ""], port: [port = 0], path }: Address) => {
      if (socket) throw Object.assign(new Error("The connection is lost."), { code: "CONNECTION_CLOSED" });
      // By its host the driver knows whom a certificate must name.
      socket = Object.assign(path ? connect(path) : connect(port, host), { host });
      await reach(socket);
      return socket;
    },
  };
  const sql = withoutLateRollback(postgres(url, options));
  // What waits on a lost connection is never answered.
  return { sql, close: () => sql.end({ timeout: socket?.destroyed ? 0 : 5 }) };
}

async function reach(socket: Socket): Promise<void> {
  try {
    await once(socket, "connect", { signal: AbortSignal.timeout(patience * 1000) });
  } catch (error) {
    socket.destroy();
    const late = (error as Error).name === "AbortError";
    throw late ? Object.assign(new Error("Nobody answers."), { code: "ETIMEDOUT" }) : error;
  }
}
