import { Agent, request } from "node:http";
import autocannon from "autocannon";
import { markFor } from "#db/testing/access/served.ts";
import { type Measured, measuredOf } from "./cells.ts";

/** One thing to ask for, as somebody who is signed in. */
export type Asking = { path: string; token: string };

type Reading = {
  origin: string;
  askings: readonly Asking[];
  connections: number;
  /** For so long it is asked before it counts, and for so long it counts. */
  warmingUp: number;
  seconds: number;
  /** Called when it begins to count. */
  begin: () => void;
};

/**
 * Asks for these one after another and over again, each connection for its own share of them, without a pause between what
 * warms up and what counts: as many requests are on their way when it begins to count as when it ends. Throws when anything
 * but 200 comes back.
 */
export async function measureReads(reading: Reading): Promise<Measured> {
  const { origin, askings, connections, warmingUp, seconds, begin } = reading;
  const shares = Math.min(connections, askings.length);
  let times: number[] = [];
  let began = performance.now();
  let next = 0;
  const asked = autocannon({
    url: origin,
    connections,
    duration: warmingUp + seconds,
    setupClient: (client) => {
      const own = askings.filter((_, index) => index % shares === next % shares);
      client.setRequests(own.map(({ path, token }) => ({ path, headers: { cookie: `brobyg=${token}` } })));
      client.on("response", (_status, _bytes, took) => times.push(took));
      next += 1;
    },
  });
  const counting = setTimeout(() => {
    begin();
    times = [];
    began = performance.now();
  }, warmingUp * 1000);
  const result = await asked;
  const elapsed = performance.now() - began;
  clearTimeout(counting);
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${origin}${askings[0]?.path}: ${result.non2xx} bad answers, ${result.errors} errors`);
  return measuredOf(times, elapsed);
}

export type Write = { path: string; token: string; body: unknown };

/** What writes need to be taken for those of a page: how the pages of each session are marked, asked before it counts. */
export async function marksOf(origin: string, writes: readonly Write[]): Promise<Map<string, string>> {
  const tokens = [...new Set(writes.map(({ token }) => token))];
  return new Map(await Promise.all(tokens.map(async (token) => [token, (await markOf(origin, token)) ?? ""] as const)));
}

const markOf = (origin: string, token: string) => markFor(origin, `brobyg=${token}`);

type Writing = { origin: string; writes: readonly Write[]; marks: Map<string, string>; connections: number };

/** Posts each of these once, so many at a time. Throws when one is refused. */
export async function measureWrites({ origin, writes, marks, connections }: Writing): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const queue = writes.values();
  const began = performance.now();
  const worker = async () => {
    for (const write of queue) {
      const start = performance.now();
      await post({ origin, write, whose: marks.get(write.token) ?? "", agent });
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const elapsed = performance.now() - began;
  agent.destroy();
  return measuredOf(times, elapsed);
}

type Posting = { origin: string; write: Write; whose: string; agent: Agent };

function post({ origin, write, whose, agent }: Posting): Promise<void> {
  const body = JSON.stringify(write.body);
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}${write.path}`, {
      agent,
      method: "POST",
      headers: {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        origin,
        cookie: `brobyg=${write.token}`,
        "brobyg-whose": whose,
      },
    });
    sent.on("error", reject);
    sent.on("response", (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => {
        text += part;
      });
      answer.on("end", () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${write.path}: ${answer.statusCode} ${text}`)),
      );
    });
    sent.end(body);
  });
}
