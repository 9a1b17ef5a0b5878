import type { Served } from "./served.ts";
import { type Asks, addressOf } from "./walk.ts";

/** Asks a server that runs, as `walk` wants it. */
export const over =
  (server: Served): Asks =>
  async (asked, token, body) => {
    const method = asked.method === "PAGE" ? "GET" : asked.method;
    const { status, headers, body: text } = await server.send(addressOf(asked), { method, token, body, listen: 200 });
    return { status, location: headers.get("location"), body: text };
  };
