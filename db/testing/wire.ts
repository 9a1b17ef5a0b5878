import { once } from "node:events";
import { type AddressInfo, connect, createServer, Socket } from "node:net";

/** What went over the wire to a server: how often somebody had to wait, in how many messages and how many writes to a socket. */
export type Said = { roundTrips: number; messages: number; writes: number };

/** A line to a PostgreSQL server that counts. `during` says what one thing costs, when nothing else goes over it. */
export type Wire = { url: string; during: (run: () => Promise<unknown>) => Promise<Said>; close: () => Promise<void> };

const latency = 5;

/** Counts the messages of one connection, and how often something is said after all before it was answered. */
class Counter {
  messages = 0;
  roundTrips = 0;
  #syncs = 0;
  #described = false;
  #saying = false;
  #fromClient = { rest: Buffer.alloc(0) as Buffer, started: false };
  #fromServer = { rest: Buffer.alloc(0) as Buffer, started: true };

  client(data: Buffer): void {
    for (const letter of lettersIn(this.#fromClient, data)) {
      if (!this.#saying && this.#syncs === 0 && !this.#described) this.roundTrips += 1;
      this.messages += 1;
      // A simple query, a synchronisation and a flush are what a server answers to.
      this.#saying = !"QSH".includes(letter);
      if (letter === "H") this.#described = true;
      if (letter === "S" || letter === "Q") this.#syncs += 1;
    }
  }

  server(data: Buffer): void {
    for (const letter of lettersIn(this.#fromServer, data)) {
      if ("TnE".includes(letter)) this.#described = false;
      if (letter === "Z") this.#syncs = Math.max(0, this.#syncs - 1);
    }
  }
}

/** The letters of the whole messages that have come in; the first of a client has none before its length. */
function* lettersIn(state: { rest: Buffer; started: boolean }, data: Buffer): Generator<string> {
  state.rest = Buffer.concat([state.rest, data]);
  for (;;) {
    const head = state.started ? 1 : 0;
    if (state.rest.length < head + 4) return;
    const size = head + state.rest.readUInt32BE(head);
    if (state.rest.length < size) return;
    const letter = state.started ? String.fromCharCode(state.rest[0] ?? 0) : "";
    state.started = true;
    state.rest = state.rest.subarray(size);
    yield letter;
  }
}

/** The same server behind a line that counts what goes over it. */
export async function openWire(url: string): Promise<Wire> {
  const real = new URL(url);
  const open = new Set<Socket>();
  const counters: Counter[] = [];
  const server = createServer((client) => {
    const upstream = connect(Number(real.port || "5432"), real.hostname);
    const counter = new Counter();
    counters.push(counter);
    client.on("data", (data) => {
      counter.client(data);
      upstream.write(data);
    });
    // Answers take their time, so that what is said in one go is heard as one.
    upstream.on("data", (data) =>
      setTimeout(() => {
        counter.server(data);
        client.write(data);
      }, latency),
    );
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  const { port } = server.address() as AddressInfo;
  through.port = String(port);
  const said = (what: "messages" | "roundTrips") => counters.reduce((sum, counter) => sum + counter[what], 0);
  return {
    url: through.href,
    during: async (run) => {
      const before = { messages: said("messages"), roundTrips: said("roundTrips") };
      const written = countWrites(port);
      try {
        await run();
        return {
          roundTrips: said("roundTrips") - before.roundTrips,
          messages: said("messages") - before.messages,
          writes: written.count(),
        };
      } finally {
        written.stop();
      }
    },
    close: async () => {
      const closed = once(server, "close");
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/** Counts how often this process writes to a socket that leads to that port. */
function countWrites(port: number): { count: () => number; stop: () => void } {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with the socket that writes
  const { write } = Socket.prototype;
  let count = 0;
  Socket.prototype.write = function counting(this: Socket, ...written: Parameters<Socket["write"]>) {
    if (this.remotePort === port) count += 1;
    return write.apply(this, written);
  } as Socket["write"];
  return {
    count: () => count,
    stop: () => {
      Socket.prototype.write = write;
    },
  };
}
