import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What the client says in one message, and the how-manieth of its statements that is, over all of its connections. */
type Statement = { text: string; number: number };

/** A line to a PostgreSQL server. `statements` says how many have gone through. */
export type Line = { url: string; isCut: () => boolean; statements: () => number; close: () => Promise<void> };

/** Messages by which something is done: a query, a statement that is prepared, a prepared one that is run. */
const does = "QPB";

/**
 * The same server behind a line that breaks before the statement of which `cuts` says yes, and lets nobody through from then
 * on. `after`: once that statement has gone through, so that only its answer is lost.
 */
export async function cutLine(
  url: string,
  cuts: (statement: Statement) => boolean,
  { after = false }: { after?: boolean } = {},
): Promise<Line> {
  const real = new URL(url);
  const open = new Set<Socket>();
  let said = 0;
  let cut = false;

  /** Hands whole messages on, one by one; false once the line is cut. */
  const hand = (waiting: Buffer, started: boolean, upstream: Socket): { rest: Buffer; started: boolean } => {
    let [rest, begun] = [waiting, started];
    for (;;) {
      // The first message has no letter before its length.
      const head = begun ? 1 : 0;
      if (rest.length < head + 4) return { rest, started: begun };
      const size = head + rest.readUInt32BE(head);
      if (rest.length < size) return { rest, started: begun };
      const letter = begun ? String.fromCharCode(rest[0] ?? 0) : "";
      if (letter && does.includes(letter)) {
        const breaks = cuts({ text: rest.subarray(5, size).toString("latin1"), number: said + 1 });
        cut ||= breaks;
        if (breaks && !after) return { rest, started: begun };
        said += 1;
      }
      begun = true;
      upstream.write(rest.subarray(0, size));
      rest = rest.subarray(size);
    }
  };

  const server = createServer((client) => {
    if (cut) return client.destroy();
    const upstream = connect(Number(real.port || "5432"), real.hostname);
    let state = { rest: Buffer.alloc(0) as Buffer, started: false };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    upstream.on("data", (data) => {
      if (cut) client.destroy();
      else client.write(data);
    });
    client.on("data", (data) => {
      state = hand(Buffer.concat([state.rest, data]), state.started, upstream);
      if (cut && !after) client.destroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    isCut: () => cut,
    statements: () => said,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
