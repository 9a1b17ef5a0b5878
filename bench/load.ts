import { Agent, request } from "node:http";
import autocannon from "autocannon";
import { markFor } from "#db/testing/access/served.ts";

/** What one measurement found: requests a second, and the median and 99th percentile of one request in milliseconds. */
export type Measured = { perSecond: number; median: number; p99: number };

type Reading = { url: string; cookies: string[]; connections: number; seconds: number };

/** Asks for one address over and over, each connection as a member of its own. Throws when anything but 200 comes back. */
export async function measureReads({ url, cookies, connections, seconds }: Reading): Promise<Measured> {
  let next = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    setupClient: (client) => {
      client.setHeaders({ cookie: cookies[next % cookies.length] ?? "" });
      next += 1;
    },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} bad answers, ${result.errors} errors`);
  return { perSecond: result.requests.average, median: result.latency.p50, p99: result.latency.p99 };
}

export type Write = { path: string; cookie: string; body: unknown };

/** Posts each of these once, so many at a time. Throws when one is refused. */
export async function measureWrites(origin: string, writes: Write[], connections: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const marks = new Map<string, string>();
  for (const { cookie } of writes) if (!marks.has(cookie)) marks.set(cookie, (await markFor(origin, cookie)) ?? "");
  const times: number[] = [];
  const queue = writes.values();
  const began = performance.now();
  const worker = async () => {
    for (const write of queue) {
      const start = performance.now();
      await post({ origin, write, whose: marks.get(write.cookie) ?? "", agent });
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / seconds, median: at(0.5), p99: at(0.99) };
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
        cookie: write.cookie,
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
