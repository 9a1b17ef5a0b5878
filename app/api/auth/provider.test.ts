import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { asMember } from "#db/as-member.ts";
import { hashOf } from "#db/client.ts";
import { ask, ownOrigin, serveFrom } from "#db/testing/call-handler.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import { ok } from "#lib/result.ts";
import { openProvider, type TestProvider } from "#scripts/test-provider.ts";
import { GET as comeBack } from "./callback/[provider]/route.ts";
import { GET as goThere } from "./signin/[provider]/route.ts";

let world: World;
let provider: TestProvider;
const params = { provider: "kommunen" };
const callback = `${ownOrigin}/api/auth/callback/kommunen`;

beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
  vi.stubEnv("AUTH_SECRET", "of-the-test-alone-0123456789abcdef");
  provider = await openProvider(callback);
  const { issuer, clientId, clientSecret } = provider;
  const setting = [{ id: "kommunen", name: "Kommunen", issuer, clientId, clientSecret }];
  vi.stubEnv("BROBYG_LOGIN_PROVIDERS", JSON.stringify(setting));
});
beforeEach(() => provider.forge(undefined));
afterAll(async () => {
  await provider.stop();
  await world.close();
});

/** A browser's cookies, by name, of one site. */
type Jar = Map<string, string>;
const cookieOf = (jar: Jar) => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
function keep(jar: Jar, headers: Headers): void {
  for (const line of headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === "" || /Max-Age=0/i.test(line)) jar.delete(name);
    else jar.set(name, value);
  }
}
const authCookies = (jar: Jar) => [...jar.keys()].filter((name) => /authjs\.(pkce|state|nonce)/.test(name));

/** Leaves for the provider, as whoever clicks on its button. */
async function leave(jar: Jar, query = ""): Promise<URL> {
  const { headers } = await ask(goThere, {
    path: `/api/auth/signin/kommunen${query}`,
    params,
    headers: { cookie: cookieOf(jar) },
  });
  keep(jar, headers);
  return new URL(headers.get("location") ?? "", ownOrigin);
}

/** Signs in there under that name; answers with where the provider leads back to. */
async function signInThere(from: URL, name: string): Promise<URL> {
  const there: Jar = new Map();
  let next = from;
  for (let steps = 0; next.origin === provider.issuer && steps < 6; steps += 1) {
    const asksWho = next.pathname.startsWith("/interaction/");
    const response = await fetch(next, {
      redirect: "manual",
      headers: { cookie: cookieOf(there) },
      ...(asksWho ? { method: "POST", body: new URLSearchParams({ name }) } : {}),
    });
    keep(there, response.headers);
    const location = response.headers.get("location");
    if (!location) throw new Error(`the provider stops: ${response.status} ${await response.text()}`);
    next = new URL(location, next);
  }
  return next;
}

type Back = { location: string | null; session: string | undefined; line: string | undefined };
async function back(jar: Jar, url: URL): Promise<Back> {
  const { headers } = await ask(comeBack, {
    path: `${url.pathname}${url.search}`,
    params,
    headers: { cookie: cookieOf(jar), origin: null, "sec-fetch-site": "cross-site" },
  });
  const line = headers.getSetCookie().find((each) => each.startsWith("__Host-brobyg="));
  keep(jar, headers);
  return { location: headers.get("location"), session: /=([^;]*)/.exec(line ?? "")?.[1], line };
}

async function goes(name: string, { jar = new Map() as Jar, query = "" } = {}): Promise<Back> {
  return back(jar, await signInThere(await leave(jar, query), name));
}

const whoIs = (token: string | undefined) => asMember(world.pool, token, async (_tx, me) => ok(me.account));

/** Somebody with an account that is not of the demo, and the link of their invitation. */
async function invites(): Promise<{ account: string; link: string }> {
  const [account, link] = [randomUUID(), `${randomUUID()}-${randomUUID()}`.replaceAll("-", "").slice(0, 43)];
  await world.owns(["account", "person", "invitation", "partnership"], async (sql) => {
    await sql`insert into account (id, email) values (${account}, ${`${account}@example.dk`})`;
    await sql`insert into person (id, partnership_id, account_id, name)
      select ${randomUUID()}, id, ${account}, 'Ida Inviteret' from partnership`;
    await sql`insert into invitation (hash, account_id, partnership_id, ends_at)
      select ${hashOf(link)}, ${account}, id, app_now() + interval '1 day' from partnership`;
  });
  return { account, link };
}

async function tied(name: string): Promise<string> {
  const { account } = await invites();
  await world.owns(
    ["identity"],
    (sql) => sql`
    insert into identity (issuer, subject, account_id) values (${provider.issuer}, ${name}, ${account})`,
  );
  return account;
}

test("whoever is tied to a subject is in, and the cookie is the database's own token", async () => {
  const account = await tied("ida");
  const { location, session, line } = await goes("ida");
  expect(location).toBe("/");
  expect(session).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(line).toMatch(/HttpOnly/);
  expect(line).toMatch(/Secure/);
  expect(line).toMatch(/SameSite=Lax/i);
  expect(await whoIs(session)).toEqual(ok(account));
});

test.each([
  ["/notices", "/notices"],
  ["/referrals/new?service=SKP", "/referrals/new?service=SKP"],
  ["/", "/"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/%5Cevil.example", "/"],
  ["https://evil.example/notices", "/"],
  ["/login", "/"],
])(
  "whoever wanted to %s goes on to %s, and is led back to a login that knows it when it did not succeed",
  async (wanted, goesOn) => {
    await tied(`til ${wanted}`);
    const query = `?next=${encodeURIComponent(wanted)}`;
    expect((await goes(`til ${wanted}`, { query })).location).toBe(goesOn);
    const said = goesOn === "/" ? "" : `&next=${encodeURIComponent(goesOn)}`;
    expect((await goes("nobody", { query })).location).toBe(`/login?problem=unknown${said}`);
  },
);

test("what a browser holds of where it wanted to go leads to no other site", async () => {
  await tied("flyttet");
  for (const held of [
    "https://evil.example/notices",
    "//evil.example",
    `${ownOrigin}//evil.example`,
    `${ownOrigin}/\\evil.example`,
  ]) {
    const jar: Jar = new Map();
    const url = await signInThere(await leave(jar, "?next=%2Fnotices"), "flyttet");
    const name = [...jar.keys()].find((each) => each.endsWith("authjs.callback-url")) ?? "";
    expect(name).not.toBe("");
    jar.set(name, encodeURIComponent(held));
    expect(["/", "/login?problem=provider"]).toContain((await back(jar, url)).location);
  }
});

test("leaves with a code challenge, a state and a nonce, and asks for nothing but who it is", async () => {
  const [first, second] = [await leave(new Map()), await leave(new Map())];
  for (const name of ["code_challenge", "state", "nonce"]) {
    expect(first.searchParams.get(name)).toMatch(/^.{20,}$/);
    expect(first.searchParams.get(name)).not.toBe(second.searchParams.get(name));
  }
  expect(Object.fromEntries(first.searchParams)).toMatchObject({
    code_challenge_method: "S256",
    response_type: "code",
    scope: "openid",
    redirect_uri: callback,
  });
});

test("is begun from our own pages only, and for a provider that there is", async () => {
  const begins = (headers: Record<string, string | null>, provider = "kommunen") =>
    ask(goThere, { path: `/api/auth/signin/${provider}`, params: { provider }, headers: { origin: null, ...headers } });
  for (const headers of [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": null },
    { origin: "https://evil.example" },
  ]) {
    const { status, headers: sent } = await begins(headers);
    expect([status, sent.get("location"), sent.getSetCookie()]).toEqual([303, "/login", []]);
  }
  expect((await begins({}, "another")).headers.get("location")).toBe("/login");
  expect((await begins({})).headers.get("location")).toMatch(provider.issuer);
});

test("a subject that nobody here is gets no session, even with the address of somebody", async () => {
  provider.forge((claims) => ({ claims: { ...claims, email: "admin@brobyg.example", email_verified: true } }));
  expect(await goes("nobody")).toEqual({ location: "/login?problem=unknown", session: undefined, line: undefined });
});

test("an invitation ties a subject to its account once, and only where one went from the invitation", async () => {
  const { account, link } = await invites();
  const holding = () => new Map([["__Host-brobyg-invitation", link]]);
  expect((await goes("ny", { jar: holding() })).location).toBe("/login?problem=unknown");
  const first = await goes("ny", { jar: holding(), query: "?invited" });
  expect(await whoIs(first.session)).toEqual(ok(account));
  expect(await whoIs((await goes("ny")).session)).toEqual(ok(account));
  expect((await goes("en anden", { jar: holding(), query: "?invited" })).location).toBe("/login?problem=unknown");
});

test("the session that the browser had before ends", async () => {
  await tied("bo");
  const jar: Jar = new Map();
  const first = await goes("bo", { jar });
  const second = await goes("bo", { jar });
  expect(second.session).not.toBe(first.session);
  expect((await whoIs(first.session)).ok).toBe(false);
  expect((await whoIs(second.session)).ok).toBe(true);
});

const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;
test.each([
  ["another issuer", (): object => ({ iss: "https://evil.example" })],
  ["another reader", () => ({ aud: "somebody-else" })],
  ["a time that is over", () => ({ iat: inAnHour() - 7200, exp: inAnHour() - 3700 })],
  ["another nonce", () => ({ nonce: "another" })],
  ["no nonce", () => ({ nonce: undefined })],
  ["no subject", () => ({ sub: undefined })],
])("an id token of %s is refused", async (_what, changed) => {
  await tied(`forged ${_what}`);
  provider.forge((claims) => ({ claims: { ...claims, ...changed() } }));
  expect(await goes(`forged ${_what}`)).toMatchObject({ location: "/login?problem=provider", session: undefined });
  provider.forge(undefined);
  expect((await goes(`forged ${_what}`)).location).toBe("/");
});

test("an id token that another hand signed is refused", async () => {
  await tied("signed");
  provider.forge((claims) => ({ claims, signedBy: "another" }));
  expect(await goes("signed")).toMatchObject({ location: "/login?problem=provider", session: undefined });
});

test("the way back opens once: neither its code nor its state opens again", async () => {
  await tied("gentaget");
  const jar: Jar = new Map();
  const url = await signInThere(await leave(jar), "gentaget");
  const taken: Jar = new Map(jar);
  expect((await back(jar, url)).location).toBe("/");
  // What was sent along is gone from the browser …
  expect(authCookies(jar)).toEqual([]);
  expect(await back(jar, url)).toMatchObject({ location: "/login?problem=provider", session: undefined });
  // … and to whoever had copied all of it, the provider gives nothing.
  expect(await back(taken, url)).toMatchObject({ location: "/login?problem=provider", session: undefined });
});

test.each([
  ["without its code verifier", (jar: Jar) => jar.delete("__Secure-authjs.pkce.code_verifier")],
  ["without its state", (jar: Jar) => jar.delete("__Secure-authjs.state")],
  ["without its nonce", (jar: Jar) => jar.delete("__Secure-authjs.nonce")],
  ["in another browser", (jar: Jar) => jar.clear()],
])("a way back %s opens nothing", async (_what, lose) => {
  await tied(_what);
  const jar: Jar = new Map();
  const url = await signInThere(await leave(jar), _what);
  lose(jar);
  expect(await back(jar, url)).toMatchObject({ location: "/login?problem=provider", session: undefined });
  expect(authCookies(jar)).toEqual([]);
});

test.each(["__Secure-authjs.pkce.code_verifier", "__Secure-authjs.nonce", "__Secure-authjs.state"])(
  "what another had in %s opens nothing",
  async (name) => {
    await tied(name);
    const [jar, other]: Jar[] = [new Map(), new Map()];
    const url = await signInThere(await leave(jar as Jar), name);
    await leave(other as Jar);
    jar?.set(name, other?.get(name) ?? "");
    expect(await back(jar as Jar, url)).toMatchObject({ location: "/login?problem=provider", session: undefined });
  },
);

test("a state that was changed on the way, and a no of the provider, are refused", async () => {
  await tied("ændret");
  const jar: Jar = new Map();
  const url = await signInThere(await leave(jar), "ændret");
  url.searchParams.set("state", `${url.searchParams.get("state")}x`);
  expect(await back(jar, url)).toMatchObject({ location: "/login?problem=provider", session: undefined });
  const refusing: Jar = new Map();
  const there = await leave(refusing);
  const no = new URL(`${callback}?error=access_denied&state=${there.searchParams.get("state")}`);
  expect(await back(refusing, no)).toMatchObject({ location: "/login?problem=provider", session: undefined });
});

test("a key that the provider has changed to is asked for", async () => {
  await tied("nøgle");
  expect((await goes("nøgle")).location).toBe("/");
  await provider.rotate();
  expect((await goes("nøgle")).location).toBe("/");
});
