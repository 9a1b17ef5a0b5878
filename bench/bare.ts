import { createServer, type Server } from "node:http";
import type { Pool } from "#db/client.ts";
import { type Part, partNames, parts } from "./parts.ts";

/** Where each part is answered. */
export const barePath = (part: Part): string => `/${partNames.indexOf(part)}`;

/**
 * The limit: each part of the inbox's data, up to the same transaction with session check and policies, answered by nothing
 * but `node:http`. Serves it on a free port of loopback.
 */
export async function serveBare(pool: Pool): Promise<{ origin: string; stop: () => Promise<void> }> {
  const server: Server = createServer((asked, answer) => {
    const token = asked.headers.cookie?.split("=")[1] ?? "";
    const part = partNames.find((each) => barePath(each) === asked.url) ?? "inbox transaction";
    void parts[part]({ pool, token }).then((result) => {
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
