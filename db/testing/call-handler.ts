import { AsyncLocalStorage } from "node:async_hooks";
import { vi } from "vitest";
import { markOf } from "../account/seal.ts";
import { sessionOf } from "../as-member.ts";
import type { Pool } from "../client.ts";

const asking = new AsyncLocalStorage<Request>();
type CookieFlags = { httpOnly?: boolean; secure?: boolean; sameSite?: string; path?: string };
/** What was set while a request was being answered, as headers. */
const setting = new WeakMap<Request, string[]>();

/** The cookies of the request that is being answered, as Next hands them out. */
async function cookies() {
  const header = asking.getStore()?.headers.get("cookie") ?? "";
  const all = new Map(
    header.split(/;\s*/).flatMap((pair) => (pair.includes("=") ? [pair.split("=", 2)] : [])) as never,
  );
  return {
    get: (name: string) => (all.has(name) ? { name, value: all.get(name) } : undefined),
    has: (name: string) => all.has(name),
    set: (name: string, value: string, { httpOnly, secure, sameSite, path = "/" }: CookieFlags = {}) => {
      const flags = [`Path=${path}`, httpOnly && "HttpOnly", secure && "Secure", sameSite && `SameSite=${sameSite}`];
      const request = asking.getStore();
      if (request) setting.get(request)?.push([`${name}=${value}`, ...flags.filter(Boolean)].join("; "));
    },
  };
}

const headers = async () => asking.getStore()?.headers ?? new Headers();

vi.mock("next/headers", () => ({ cookies, headers }));

// next-intl words things only inside Next; here it does so from the project's own configuration.
vi.mock("next-intl/server", async () => {
  const { createTranslator } = await import("next-intl");
  const configured = async () => (await import("#app/i18n.ts")).default as unknown as () => Promise<Config>;
  type Config = Parameters<typeof createTranslator>[0] & { locale: string };
  return {
    getRequestConfig: (config: unknown) => config,
    getLocale: async () => (await (await configured())()).locale,
    getMessages: async () => (await (await configured())()).messages,
    getTranslations: async (namespace: string) => createTranslator({ ...(await (await configured())()), namespace }),
  };
});

export const ownOrigin = "https://brobyg.example";
export const authSecret = "a secret of the tests, and of nothing else";
const sessionCookie = "__Host-brobyg";

/** Gives the app's handlers an address and the test's own pool. */
export function serveFrom(pool: Pool): void {
  vi.stubEnv("AUTH_URL", ownOrigin);
  vi.stubEnv("AUTH_SECRET", authSecret);
  // A test does in seconds what somebody does in weeks; `limit.test.ts` takes this away again.
  vi.stubEnv("BROBYG_CHANGES_PER_MINUTE", "1000000");
  (globalThis as typeof globalThis & { brobygPool?: Pool }).brobygPool = pool;
}

const marks = new Map<string, string>();

/** How the server marks the pages of whoever has this session; undefined where it opens nothing. */
export async function markFor(token: string | undefined): Promise<string | undefined> {
  const { brobygPool: pool } = globalThis as { brobygPool?: Pool };
  if (!pool || token === undefined) return undefined;
  const session = marks.has(token) ? null : await sessionOf(pool, token).catch(() => null);
  if (session) marks.set(token, markOf(session.person, authSecret));
  return marks.get(token);
}

/** What was asked so far counts no more, of anybody. */
export function forgetCounts(): void {
  (globalThis as { brobygLimits?: unknown }).brobygLimits = undefined;
}

export type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>;
export type Asking = {
  path?: string;
  params?: Record<string, string>;
  /** The session's token; nobody when left out. */
  token?: string | undefined;
  /** Sent as JSON; a string goes as it is, and a stream in parts, without a length. Left out: a GET. */
  body?: unknown;
  /** Over what a page of our own would send; null takes one away. */
  headers?: Record<string, string | null>;
};
export type Answer = { status: number; text: string; json: Record<string, unknown>; headers: Headers };

/** Calls a route handler with a real request, as a browser would, or as an attacker who chooses every header. */
export async function ask(handler: unknown, asking: Asking): Promise<Answer> {
  const { request, response } = await call(handler, asking);
  const text = await response.text();
  const sent = new Headers(response.headers);
  for (const cookie of setting.get(request) ?? []) sent.append("set-cookie", cookie);
  return { status: response.status, text, json: parse(text), headers: sent };
}

/** The same, with an answer that nobody has read yet: a stream has no end. */
export async function call(
  handler: unknown,
  { path = "/api/x", params = {}, token, body, headers = {} }: Asking,
): Promise<{ request: Request; response: Response }> {
  const said: Record<string, string | null> = {
    "content-type": "application/json",
    origin: ownOrigin,
    "sec-fetch-site": "same-origin",
    cookie: token === undefined ? null : `${sessionCookie}=${token}`,
    ...headers,
  };
  // A page of our own says whose it is, unless a test says so itself.
  const [, session] = /(?:^|; )__Host-brobyg=([^;]+)/.exec(said["cookie"] ?? "") ?? [];
  if (!("brobyg-whose" in said)) said["brobyg-whose"] = (await markFor(session)) ?? null;
  const request = new Request(`${ownOrigin}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: Object.entries(said).flatMap(([name, value]) =>
      value === null ? [] : [[name, value] as [string, string]],
    ),
    ...(body === undefined ? {} : { body: asBody(body), duplex: "half" }),
  } as RequestInit);
  // Next hands over nothing at all where an address has no parts.
  const parts = Object.keys(params).length > 0 ? params : undefined;
  const context = { params: Promise.resolve(parts as never) };
  setting.set(request, []);
  const response = await asking.run(request, () => (handler as Handler)(request, context));
  return { request, response };
}

const asBody = (body: unknown) =>
  typeof body === "string" || body instanceof ReadableStream ? body : JSON.stringify(body);

/** Calls a page as Next would, up to what it would draw. Throws what the page throws: absent, or led to the login. */
export async function visit(
  page: unknown,
  {
    path,
    params = {},
    query = {},
    token,
  }: { path: string; params?: Record<string, string>; query?: Record<string, string>; token: string },
): Promise<unknown> {
  const request = new Request(`${ownOrigin}${path}`, { headers: { cookie: `${sessionCookie}=${token}` } });
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(query) };
  return asking.run(request, () => (page as (given: typeof props) => Promise<unknown>)(props));
}

function parse(text: string): Answer["json"] {
  try {
    return JSON.parse(text) as Answer["json"];
  } catch {
    return {};
  }
}
