import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { BUILT_SERVER, build, isBuilt } from "#scripts/build.ts";
import { findFreePort } from "#scripts/free-port.ts";
import { serve } from "#scripts/serve.ts";
import type { World } from "../world.ts";

/** A request as a browser or an attacker sends it; nothing is followed, nothing is kept. */
export type Sending = {
  method?: string;
  token?: string | undefined;
  headers?: Record<string, string>;
  body?: unknown;
  /** Without the Origin and Sec-Fetch-Site that a page of our own sends. */
  bare?: boolean;
  /** How long to listen to an answer that does not end. */
  listen?: number;
};
export type Answered = { status: number; headers: Headers; body: string };

export type Served = {
  origin: string;
  /** Where the build that is served keeps what it knows of itself. */
  built: string;
  send: (address: string, sending?: Sending) => Promise<Answered>;
  stop: () => Promise<void>;
};

/** The proofs ask thousands of times a minute as one person; `ratelimit.prove.ts` alone leaves the limit as it is. */
const unlimited = { BROBYG_CHANGES_PER_MINUTE: "1000000" };

/**
 * Serves the production build on this world's database, building it first where the sources are newer. Without the proxy
 * it is a copy of the build in which Next finds no proxy.
 */
export async function serveWorld(
  { database }: World,
  { proxy = true, limited = false, hear }: { proxy?: boolean; limited?: boolean; hear?: (text: string) => void } = {},
): Promise<Served> {
  const stopping = new AbortController().signal;
  if (!isBuilt()) await build(stopping);
  const copy = proxy ? undefined : withoutProxy();
  const port = await findFreePort(0);
  const server = await serve({
    port,
    ...(copy ? { built: path.join(copy, "server.js") } : {}),
    settings: {
      DATABASE_URL: database.appUrl,
      AUTH_SECRET: randomBytes(32).toString("hex"),
      AUTH_URL: `http://localhost:${port}`,
      ...(limited ? {} : unlimited),
    },
    stopping,
    hear,
  });
  return {
    origin: server.origin,
    built: path.join(copy ?? path.dirname(BUILT_SERVER), ".next/server"),
    send: (address, sending) => send(server.origin, address, sending),
    stop: async () => {
      await server.stop();
      if (copy) rmSync(copy, { recursive: true, force: true });
    },
  };
}

function withoutProxy(): string {
  const copy = mkdtempSync(path.join(tmpdir(), "brobyg-no-proxy-"));
  cpSync(path.dirname(BUILT_SERVER), copy, { recursive: true });
  const manifest = path.join(copy, ".next/server/functions-config-manifest.json");
  const { functions, ...rest } = JSON.parse(readFileSync(manifest, "utf8")) as { functions: Record<string, unknown> };
  if (!("/_middleware" in functions)) throw new Error("the build has no proxy where it used to be");
  delete functions["/_middleware"];
  writeFileSync(manifest, JSON.stringify({ ...rest, functions }));
  rmSync(path.join(copy, ".next/server/middleware.js"));
  return copy;
}

const marks = new Map<string, Promise<string | undefined>>();

/** How the server marks the pages of whoever has this session; undefined where it opens nothing. */
export function markFor(origin: string, cookie: string): Promise<string | undefined> {
  const asked = async () => {
    const answer = await fetch(`${origin}/api/session`, { headers: { cookie } });
    return answer.ok ? ((await answer.json()) as { whose: string }).whose : undefined;
  };
  const key = `${origin} ${cookie}`;
  const known = marks.get(key) ?? asked();
  marks.set(key, known);
  return known;
}

async function send(
  origin: string,
  address: string,
  { method = "GET", token, headers = {}, body, bare = false, listen = 20_000 }: Sending = {},
): Promise<Answered> {
  // A page of our own says whose it is.
  const whose = token !== undefined && method !== "GET" && !bare && (await markFor(origin, `brobyg=${token}`));
  const response = await fetch(`${origin}${address}`, {
    method,
    redirect: "manual",
    signal: AbortSignal.timeout(30_000),
    headers: {
      ...(token === undefined ? {} : { cookie: `brobyg=${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(method === "GET" || bare ? {} : { origin, "sec-fetch-site": "same-origin" }),
      ...(whose && { "brobyg-whose": whose }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: await bodyOf(response, listen) };
}

/** The whole body, or what of a stream is heard in that time. */
async function bodyOf(response: Response, listen: number): Promise<string> {
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) return response.text();
  const reader = response.body?.getReader();
  if (!reader) return "";
  const first = await Promise.race([reader.read(), new Promise<null>((done) => setTimeout(done, listen, null))]);
  await reader.cancel();
  return first?.value ? new TextDecoder().decode(first.value) : "";
}
