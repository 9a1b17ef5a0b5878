import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { markOf } from "#db/account/seal.ts";
import { demoPassword } from "#db/seed/demo-password.ts";
import { addressOf } from "#db/seed/demo-people.ts";
import { handlerOf } from "#db/testing/access/handlers.ts";
import { openAuthenticator } from "#db/testing/authenticator.ts";
import { ask, authSecret, forgetCounts, ownOrigin, serveFrom } from "#db/testing/call-handler.ts";
import { enrolSomebody, inviteSomebody, nextCode, password, secret, toSecondFactor } from "#db/testing/newcomer.ts";
import { browserOf, isIn, openBrowser } from "#db/testing/open-browser.ts";
import { openWorld, type World } from "#db/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
});
afterAll(async () => world.close());
const enrolled = () => enrolSomebody(world);

test("the secret of the tests is one", () => expect(secret).toBe(authSecret));

describe("a link that was mailed", () => {
  test("leaves the address at once, and leads through a password and a passkey to a session", async () => {
    const { email, link } = await inviteSomebody(world);
    const browser = openBrowser();
    const led = await browser.send(`/invitation/${link}`);
    expect([led.status, led.headers.get("location")]).toEqual([303, "/invitation"]);
    expect(led.headers.get("cache-control")).toBe("no-store");
    expect(browser.jar.get("-invitation")).toBe(link);

    const weak = await browser.send("/api/invitation/password", { email, password: "kort" });
    expect([weak.status, weak.json["field"]]).toEqual([400, "password"]);
    expect((await browser.send("/api/invitation/password", { email, password })).status).toBe(200);
    const question = (await browser.send("/api/invitation/key/ask", {})).json["value"] as never;
    const response = openAuthenticator(ownOrigin).make(question);
    const done = await browser.send("/api/invitation/factor", { response });
    expect((done.json["value"] as { codes: string[] }).codes).toHaveLength(10);
    expect([...browser.jar.keys()].toSorted()).toEqual(["", "-device"]);
    expect(await isIn(browser)).toBe(true);
  });

  test("begins anew where its second step took too long: the link is not over", async () => {
    const { link } = await inviteSomebody(world);
    const browser = openBrowser();
    await browser.send(`/invitation/${link}`);
    expect((await browser.send("/api/invitation/password", { password })).status).toBe(200);
    browser.jar.delete("-ceremony");
    const late = await browser.send("/api/invitation/factor", { code: "000000" });
    expect([late.status, late.json["code"]]).toEqual([410, "ceremony-over"]);
    expect((await browser.send("/api/invitation/password", { password })).status).toBe(200);
  });

  test("that nobody mailed is forgotten, and opens no step", async () => {
    const browser = openBrowser();
    await browser.send("/invitation/..%2f..%2f");
    expect(browser.jar.size).toBe(0);
    const answer = await browser.send("/api/invitation/password", { password });
    expect([answer.status, answer.json["code"]]).toEqual([410, "invitation-over"]);
  });
});

describe("what was typed on a page that another tab of the same browser has replaced", () => {
  const markOfToken = (token: string | undefined) => markOf(token ?? "", authSecret);

  test("is no second step of the login that took its place, and uses up none of its tries", async () => {
    const [mine, theirs] = [await enrolled(), await enrolled()];
    const [old, now] = [await toSecondFactor(world, mine.email), await toSecondFactor(world, theirs.email)];
    const browser = openBrowser({ "-ceremony": now });
    for (const [address, body] of [
      ["/api/login/code", { code: "000000" }],
      ["/api/login/key", { response: { id: "x" } }],
      ["/api/login/key/ask", { which: "own" }],
    ] as const) {
      const { status, json } = await browser.send(address, { ...body, of: markOfToken(old) });
      expect([address, status, json["code"]]).toEqual([address, 409, "other-login"]);
      expect(json["message"]).toBe("En anden er ved at logge ind i denne browser. Begynd forfra.");
    }
    for (let turn = 0; turn < 20; turn += 1)
      await browser.send("/api/login/code", { code: "000000", of: markOfToken(old) });
    await world.owns(["factor"], (sql) => sql`update factor set last_step = 0`);
    const code = nextCode(world, theirs.app);
    expect((await browser.send("/api/login/code", { code, of: markOfToken(now) })).status).toBe(200);
  });

  test("is no password of the invitation that took its place", async () => {
    const [mine, theirs] = [await inviteSomebody(world), await inviteSomebody(world)];
    const browser = openBrowser({ "-invitation": theirs.link });
    const of = markOfToken(mine.link);
    const steps = [
      ["/api/invitation/password", { password }],
      ["/api/invitation/key/ask", {}],
      ["/api/invitation/factor", { code: "000000" }],
    ] as const;
    browser.jar.set("-ceremony", "x".repeat(43));
    for (const [address, body] of steps)
      expect([address, (await browser.send(address, { ...body, of })).json["code"]]).toEqual([address, "other-login"]);
    const own = await browser.send("/api/invitation/password", { password, of: markOfToken(theirs.link) });
    expect(own.status).toBe(200);
  });
});

describe("every step", () => {
  const steps = [
    ["/api/login/code", { code: "000000" }],
    ["/api/login/key", { response: { id: "x" } }],
    ["/api/login/key/ask", { which: "any" }],
    ["/api/invitation/password", { password }],
    ["/api/invitation/key/ask", {}],
    ["/api/invitation/factor", { code: "000000" }],
    ["/api/account/prove", {}],
    ["/api/account/factors", {}],
    ["/api/account/factors/add", { code: "000000" }],
    ["/api/account/recovery", {}],
    ["/api/account/password", { old: password, password }],
    ["/api/account/partnership", { partnership: randomUUID() }],
  ] as const;

  test.each(steps)(
    "%s takes nothing from another site, and nothing that it does not declare",
    async (address, body) => {
      const mine = browserOf(await enrolled());
      for (const headers of [
        { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
        { origin: null, "sec-fetch-site": null },
        { origin: "null", "sec-fetch-site": "cross-site" },
      ])
        expect((await mine.send(address, body, headers)).json["code"]).toBe("foreign-origin");
      const more = await mine.send(address, { ...body, account: randomUUID() });
      expect([more.status, more.json["code"]]).toEqual([400, "wrong-input"]);
    },
  );

  test("without a session is limited by where it comes from, and by nothing that whoever asks makes up", async () => {
    const from = (address: string) => ({ "x-forwarded-for": `203.0.113.${Math.random()}, ${address}` });
    vi.stubEnv("BROBYG_CHANGES_PER_MINUTE", undefined);
    forgetCounts();
    const codes = [];
    for (let turn = 0; turn < 121; turn += 1)
      codes.push((await openBrowser().send("/api/login/code", { code: "1" }, from("198.51.100.7"))).status);
    expect(codes.at(-2)).toBe(410);
    expect(codes.at(-1)).toBe(429);
    expect((await openBrowser().send("/api/login/code", { code: "1" }, from("198.51.100.8"))).status).toBe(410);
  });
});

describe("another link in the middle of something", () => {
  const begun = async () => {
    const { link } = await inviteSomebody(world);
    const browser = openBrowser();
    await browser.send(`/invitation/${link}`);
    expect((await browser.send("/api/invitation/password", { password })).status).toBe(200);
    return { browser, link, ceremony: browser.jar.get("-ceremony") };
  };

  test("takes the place of nothing, by being opened: its reader is asked, and may go on with either", async () => {
    const { browser, link, ceremony } = await begun();
    const other = await inviteSomebody(world);
    for (const address of [other.link, other.link, "x".repeat(43), "nonsense"])
      await browser.send(`/invitation/${address}`);
    expect(Object.fromEntries(browser.jar)).toEqual({
      "-invitation": link,
      "-ceremony": ceremony,
      "-offered": other.link,
    });
    const stays = await browser.send("/api/invitation/choose", { goesOn: "begun" });
    expect(stays.json["value"]).toEqual({ next: "/invitation" });
    expect(Object.fromEntries(browser.jar)).toEqual({ "-invitation": link, "-ceremony": ceremony });
    await browser.send(`/invitation/${other.link}`);
    expect((await browser.send("/api/invitation/choose", { goesOn: "offered" })).status).toBe(200);
    expect(Object.fromEntries(browser.jar)).toEqual({ "-invitation": other.link });
    expect((await browser.send("/api/invitation/choose", { goesOn: "offered" })).status).toBe(410);
  });

  test("is the same link: what was begun goes on", async () => {
    const { browser, link, ceremony } = await begun();
    await browser.send(`/invitation/${link}`);
    expect(Object.fromEntries(browser.jar)).toEqual({ "-invitation": link, "-ceremony": ceremony });
  });

  test("does not end a login that waits for its second step", async () => {
    const { email } = await enrolled();
    const ceremony = await toSecondFactor(world, email);
    const browser = openBrowser({ "-ceremony": ceremony });
    const { link } = await inviteSomebody(world);
    await browser.send(`/invitation/${link}`);
    expect(Object.fromEntries(browser.jar)).toEqual({ "-ceremony": ceremony, "-offered": link });
    const stays = await browser.send("/api/invitation/choose", { goesOn: "begun" });
    expect(stays.json["value"]).toEqual({ next: "/login/factor" });
  });

  test("takes the place of one that opens nothing more", async () => {
    const browser = openBrowser({ "-invitation": "x".repeat(43), "-ceremony": "x".repeat(43) });
    const { link } = await inviteSomebody(world);
    await browser.send(`/invitation/${link}`);
    expect(Object.fromEntries(browser.jar)).toEqual({ "-invitation": link });
  });
});

describe("the first step of a login", () => {
  const form = { "content-type": "application/x-www-form-urlencoded" };

  test("leads on to the second one, and one of the demo's people in", async () => {
    const { email } = await enrolled();
    const browser = openBrowser();
    const first = await browser.send("/api/login/password", { email, password });
    expect(first.json["value"]).toEqual({ next: "/login/factor" });
    expect([...browser.jar.keys()]).toEqual(["-ceremony"]);
    const one = await browser.send("/api/login/persona", { address: addressOf("forum") });
    expect(one.json["value"]).toEqual({ next: "/" });
    expect(await isIn(browser)).toBe(true);
  });

  test("answers alike whatever was wrong", async () => {
    const { email } = await enrolled();
    const wrong = [
      { email, password: "en helt anden sætning" },
      { email: "ingen@noerrebro.example", password },
      { email: "x".repeat(10_000), password },
      { email, password: "x".repeat(10_000) },
      {},
    ];
    const answers = new Set<string>();
    for (const each of wrong) {
      const { status, text } = await openBrowser().send("/api/login/password", each);
      answers.add(`${status} ${text}`);
    }
    expect([...answers]).toHaveLength(1);
    expect([...answers][0]).toContain("Mailadresse eller adgangskode passer ikke.");
    expect((await openBrowser().send("/api/login/persona", { address: email })).json["code"]).toBe("wrong-login");
  });

  test("is taken from a form before scripts run, and says in words what was wrong", async () => {
    const POST = await handlerOf("POST", "/api/login/password", {});
    const right = await ask(POST, {
      headers: form,
      body: new URLSearchParams({ email: addressOf("forum"), password: demoPassword }).toString(),
    });
    expect([right.status, right.headers.get("location")]).toEqual([303, "/"]);
    const wrong = await ask(POST, { headers: form, body: "email=x%40y.example&password=" });
    expect([wrong.status, wrong.text]).toEqual([400, "Mailadresse eller adgangskode passer ikke. Prøv igen.\n"]);
  });
});

describe("the second step of a login", () => {
  test("gives a session for a code, which is taken once", async () => {
    const { email, app } = await enrolled();
    const code = nextCode(world, app);
    const browser = openBrowser({ "-ceremony": await toSecondFactor(world, email) });
    expect((await browser.send("/api/login/code", { code: "000000" })).json["code"]).toBe("wrong-code");
    expect(await isIn(browser)).toBe(false);
    const passed = await browser.send("/api/login/code", { code });
    expect(passed.json["value"]).toEqual({ next: "/" });
    expect([...browser.jar.keys()].toSorted()).toEqual(["", "-device"]);
    expect(await isIn(browser)).toBe(true);
    const again = openBrowser({ "-ceremony": await toSecondFactor(world, email) });
    expect((await again.send("/api/login/code", { code })).json["code"]).toBe("wrong-code");
  });

  test("without a first step is none", async () => {
    const answer = await openBrowser().send("/api/login/code", { code: "123456" });
    expect([answer.status, answer.json["code"]]).toEqual([410, "ceremony-over"]);
  });
});
