import { createServer, type Server } from "node:http";
import { asMember } from "#db/as-member.ts";
import type { Pool } from "#db/client.ts";
import { readInbox } from "#db/inbox/read-inbox.ts";

/**
 * The limit: the same transaction as the inbox's data, session check and policies included, answered by nothing but
 * `node:http`. Serves it on a free port of loopback.
 */
export async function serveBare(pool: Pool): Promise<{ origin: string; stop: () => Promise<void> }> {
  const server: Server = createServer((asked, answer) => {
    const token = asked.headers.cookie?.split("=")[1];
    void asMember(pool, token, (tx, me) => readInbox(tx, me)).then((result) => {
      answer.setHeader("content-type", "application/json");
      answer.statusCode = result.ok ? 200 : 401;
      answer.end(JSON.stringify(result.ok ? result.value : null));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
