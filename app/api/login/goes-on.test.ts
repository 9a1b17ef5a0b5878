import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoPassword } from "#db/seed/demo-password.ts";
import { addressOf } from "#db/seed/demo-people.ts";
import { handlerOf, pageOf } from "#db/testing/access/handlers.ts";
import { openAuthenticator } from "#db/testing/authenticator.ts";
import { ask, ownOrigin, serveFrom } from "#db/testing/call-handler.ts";
import { enrolSomebody, inviteSomebody, nextCode, password, toSecondFactor } from "#db/testing/newcomer.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import { proxy } from "../../../proxy.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
});
afterAll(async () => world.close());

/** Where somebody wanted to go, and where they go on: a page of ours, and never anybody else's. */
const wishes = [
  ["/notices", "/notices"],
  ["/meetings", "/meetings"],
  ["/referrals/new?service=SKP", "/referrals/new?service=SKP"],
  ["/referrals/7K4F2H9M", "/referrals/7K4F2H9M"],
  ["/", "/"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/%5Cevil.example", "/"],
  ["/%2F%2Fevil.example", "/"],
  ["https://evil.example/notices", "/"],
  ["javascript:alert(1)", "/"],
  ["/login", "/"],
  ["/api/sign-out", "/"],
] as const;

const native = { "content-type": "application/x-www-form-urlencoded" };
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const cookiesOf = (jar: Record<string, string>) =>
  Object.entries(jar)
    .map(([name, token]) => `__Host-brobyg${name}=${token}`)
    .join("; ");
async function posts(path: string, body: unknown, { jar = {}, headers = {} } = {}) {
  const answer = await ask(await handlerOf("POST", path, {}), {
    path,
    body,
    headers: { cookie: cookiesOf(jar), ...headers },
  });
  return { ...answer, next: (answer.json["value"] as { next?: string } | undefined)?.next };
}
const intent = () => ({ intent: randomUUID() });

describe("whoever logs in goes on to", () => {
  test.each(wishes)("%s with one click of the demo: %s", async (next, goesOn) => {
    const address = addressOf("forum");
    expect((await posts("/api/login/persona", { address, next, ...intent() })).next).toBe(goesOn);
    const plain = await posts("/api/login/persona", form({ address, next }), { headers: native });
    expect([plain.status, plain.headers.get("location")]).toEqual([303, goesOn]);
  });

  test.each(wishes)("%s with a password: %s", async (next, goesOn) => {
    const login = { email: addressOf("forum"), password: demoPassword, next };
    expect((await posts("/api/login/password", { ...login, ...intent() })).next).toBe(goesOn);
    const plain = await posts("/api/login/password", form(login), { headers: native });
    expect([plain.status, plain.headers.get("location")]).toEqual([303, goesOn]);
  });

  test.each(wishes)("%s with a password and a second step: %s", async (next, goesOn) => {
    const { email, app } = await enrolSomebody(world);
    const first = await posts("/api/login/password", { email, password, next, ...intent() });
    expect(first.next).toBe(goesOn === "/" ? "/login/factor" : `/login/factor?next=${encodeURIComponent(goesOn)}`);
    const jar = { "-ceremony": await toSecondFactor(world, email) };
    const passed = await posts("/api/login/code", { code: nextCode(world, app), next, ...intent() }, { jar });
    expect(passed.next).toBe(goesOn);
  });

  test.each(wishes)("%s with a recovery code, by way of the account: %s", async (next, goesOn) => {
    const { email, codes } = await enrolSomebody(world);
    const jar = { "-ceremony": await toSecondFactor(world, email) };
    const passed = await posts("/api/login/code", { code: codes[0], next, ...intent() }, { jar });
    const on = goesOn === "/" ? "" : `&next=${encodeURIComponent(goesOn)}`;
    expect(passed.next).toBe(`/account?recovery=used${on}`);
  });

  test("a page of ours with a passkey, in one touch and as a second step", async () => {
    const { email, link } = await inviteSomebody(world);
    const device = openAuthenticator(ownOrigin);
    const jar: Record<string, string> = { "-invitation": link };
    const send = async (path: string, body: object) => {
      const answer = await posts(path, { ...body, ...intent() }, { jar });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = "", token = ""] = /^__Host-brobyg([\w-]*)=([\w-]*);/.exec(line) ?? [];
        if (token) jar[name] = token;
        else delete jar[name];
      }
      return answer;
    };
    const asks = async (path: string, body: object) => (await send(path, body)).json["value"] as never;
    await send("/api/invitation/password", { email, password });
    await send("/api/invitation/factor", { response: device.make(await asks("/api/invitation/key/ask", {})) });
    const touches = async (which: string, next?: string) =>
      (await send("/api/login/key", { response: device.show(await asks("/api/login/key/ask", { which })), next })).next;
    for (const [next, goesOn] of wishes.slice(0, 8)) expect([next, await touches("any", next)]).toEqual([next, goesOn]);
    expect(await touches("any")).toBe("/");
    for (const [next, goesOn] of [wishes[0], wishes[5]]) {
      await send("/api/login/password", { email, password });
      expect(await touches("own", next)).toBe(goesOn);
    }
  });
});

describe("whoever opens a page signed out is led to a login that knows it", () => {
  const led = (path: string) => proxy(new NextRequest(`${ownOrigin}${path}`)).headers.get("location");

  test.each([
    ["/notices", `${ownOrigin}/login?next=%2Fnotices`],
    ["/meetings", `${ownOrigin}/login?next=%2Fmeetings`],
    ["/referrals/new?service=SKP", `${ownOrigin}/login?next=%2Freferrals%2Fnew%3Fservice%3DSKP`],
    ["/", `${ownOrigin}/login`],
    ["//evil.example/x", `${ownOrigin}/login`],
    ["/%5Cevil.example", `${ownOrigin}/login`],
  ])("without a cookie: %s", (path, login) => expect(led(path)).toBe(login));

  test("with a session that has ended", async () => {
    const cookie = `__Host-brobyg=${"x".repeat(43)}`;
    for (const [path, login] of [
      ["/notices", "/login?next=%2Fnotices"],
      ["/", "/login"],
    ] as const) {
      const passed = proxy(new NextRequest(`${ownOrigin}${path}`, { headers: { cookie } }));
      const seen = passed.headers.get("x-middleware-request-x-brobyg-path");
      expect(seen).toBe(path);
      const page = await pageOf(path, {});
      const { headers } = await ask(page, { path, headers: { cookie, "x-brobyg-path": seen } });
      expect(headers.get("location")).toBe(login);
    }
  });

  test("and what another site says of the path leads nowhere else", async () => {
    const page = await pageOf("/notices", {});
    for (const said of ["//evil.example", "/\\evil.example", "https://evil.example"]) {
      const { headers } = await ask(page, { path: "/notices", headers: { "x-brobyg-path": said } });
      expect(headers.get("location")).toBe("/login");
    }
  });
});
