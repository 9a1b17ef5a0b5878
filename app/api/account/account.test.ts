import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { markOf } from "#db/account/seal.ts";
import { demoPassword } from "#db/seed/demo-password.ts";
import { addressOf } from "#db/seed/demo-people.ts";
import { handlerOf } from "#db/testing/access/handlers.ts";
import { openAuthenticator } from "#db/testing/authenticator.ts";
import { ask, authSecret, forgetCounts, ownOrigin, serveFrom } from "#db/testing/call-handler.ts";
import { addPartnership, elsewhere } from "#db/testing/elsewhere.ts";
import {
  type Enrolled,
  enrolSomebody,
  inviteSomebody,
  nextCode,
  password,
  secret,
  toSecondFactor,
} from "#db/testing/newcomer.ts";
import { openWorld, type World } from "#db/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
});
afterAll(async () => world.close());

const enrolled = () => enrolSomebody(world);

/** A browser: posts what a page of ours would, and keeps the cookies that it is given. */
function openBrowser(held: Record<string, string> = {}) {
  const jar = new Map(Object.entries(held));
  const send = async (address: string, body?: unknown, headers: Record<string, string | null> = {}) => {
    const cookie = [...jar].map(([name, token]) => `__Host-brobyg${name}=${token}`).join("; ");
    const method = body === undefined ? "GET" : "POST";
    const params = address.startsWith("/invitation/") ? { token: address.slice(12) } : {};
    const answer = await ask(await handlerOf(method, address, params), {
      path: address,
      params,
      headers: { cookie, ...headers },
      body: body && { ...body, intent: randomUUID() },
    });
    for (const set of answer.headers.getSetCookie()) {
      expect(set).toMatch(/^__Host-brobyg[\w-]*=[\w-]*; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/);
      const [, name = "", token = ""] = /^__Host-brobyg([\w-]*)=([\w-]*);/.exec(set) ?? [];
      if (token) jar.set(name, token);
      else jar.delete(name);
    }
    return answer;
  };
  return { jar, send };
}

/** Whoever has signed in, in a browser of theirs. */
const browserOf = ({ session, device }: Pick<Enrolled, "session" | "device">) =>
  openBrowser({ "": session, "-device": device });
const isIn = async ({ send }: ReturnType<typeof openBrowser>) => (await send("/api/work")).status === 200;

/** The same person in another browser, half a minute later: their app shows another code. */
async function signedInElsewhere({ email, app }: Enrolled) {
  await world.owns(
    ["factor", "account"],
    (sql) => sql`update factor set last_step = 0 where account_id = (select id from account where email = ${email})`,
  );
  const browser = openBrowser({ "-ceremony": await toSecondFactor(world, email) });
  await browser.send("/api/login/code", { code: nextCode(world, app) });
  return browser;
}

/** The session was opened long ago. */
const letProofGrowOld = ({ email }: Enrolled) =>
  world.owns(
    ["session", "account"],
    (sql) => sql`
      update session set strong_at = app_now() - interval '11 minutes'
      where account_id = (select id from account where email = ${email})`,
  );

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

describe("an account of one's own", () => {
  test("is changed only by whoever showed a factor lately, which gives the session a new token", async () => {
    const mine = await enrolled();
    await letProofGrowOld(mine);
    const browser = browserOf(mine);
    for (const [address, body] of [
      ["/api/account/factors", {}],
      ["/api/account/recovery", {}],
      ["/api/account/factors/remove", { factor: randomUUID() }],
      ["/api/account/password", { old: password, password: "et helt nyt kodeord" }],
    ] as const)
      expect((await browser.send(address, body)).json["code"]).toBe("not-strong");

    expect((await browser.send("/api/account/prove", {})).status).toBe(200);
    const passed = await browser.send("/api/login/code", { code: nextCode(world, mine.app) });
    expect(passed.json["value"]).toEqual({ next: "/account" });
    expect(browser.jar.get("")).not.toBe(mine.session);
    expect(await isIn(browserOf(mine))).toBe(false);
    expect(await isIn(browser)).toBe(true);
    const renewed = await browser.send("/api/account/recovery", {});
    expect((renewed.json["value"] as { codes: string[] }).codes).toHaveLength(10);
    const login = openBrowser({ "-ceremony": await toSecondFactor(world, mine.email) });
    expect((await login.send("/api/login/code", { code: mine.codes[0] })).json["code"]).toBe("wrong-code");
  });

  test("proof of somebody else gives nothing", async () => {
    const [mine, theirs] = [await enrolled(), await enrolled()];
    const browser = browserOf(mine);
    await browser.send("/api/account/prove", {});
    expect((await browser.send("/api/login/code", { code: nextCode(world, theirs.app) })).json["code"]).toBe(
      "wrong-code",
    );
    const stolen = openBrowser({ "": theirs.session, "-ceremony": browser.jar.get("-ceremony") ?? "" });
    expect((await stolen.send("/api/login/code", { code: nextCode(world, mine.app) })).json["code"]).toBe(
      "other-person",
    );
  });

  test("gets another factor, and loses any but the last", async () => {
    const mine = await enrolled();
    const browser = browserOf(mine);
    const factors = () =>
      world.owns(
        ["factor", "account"],
        (sql) => sql<{ id: string; label: string }[]>`
          select f.id, f.label from factor f join account a on a.id = f.account_id
          where a.email = ${mine.email} and f.confirmed_at is not null order by f.confirmed_at`,
      );
    const [first] = await factors();
    const last = await browser.send("/api/account/factors/remove", { factor: first?.id });
    expect([last.status, last.json["code"]]).toEqual([409, "last-factor"]);

    await browser.send("/api/account/factors", {});
    const question = (await browser.send("/api/invitation/key/ask", {})).json["value"] as never;
    const response = openAuthenticator(ownOrigin).make(question);
    const agent = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0" };
    expect((await browser.send("/api/account/factors/add", { response }, agent)).status).toBe(200);
    expect((await factors()).map(({ label }) => label)).toEqual(["App", "Firefox, Linux"]);

    const stranger = browserOf(await enrolled());
    expect((await stranger.send("/api/account/factors/remove", { factor: first?.id })).status).toBe(409);
    expect((await browser.send("/api/account/factors/remove", { factor: first?.id })).status).toBe(200);
    const [left] = await factors();
    expect((await browser.send("/api/account/factors/remove", { factor: left?.id })).status).toBe(409);
  });

  test("a factor that another began is not added by whoever is signed in here", async () => {
    const [mine, theirs] = [browserOf(await enrolled()), browserOf(await enrolled())];
    await theirs.send("/api/account/factors", {});
    mine.jar.set("-ceremony", theirs.jar.get("-ceremony") ?? "");
    expect((await mine.send("/api/account/factors/add", { code: "000000" })).json["code"]).toBe("ceremony-over");
  });

  test("changes its password, which ends every other session, and is guessed at six times a minute", async () => {
    const mine = await enrolled();
    const browser = browserOf(mine);
    const other = await signedInElsewhere(mine);
    expect(await isIn(other)).toBe(true);
    const to = "et helt nyt kodeord";
    const wrong = await browser.send("/api/account/password", { old: "en forkert sætning", password: to });
    expect([wrong.json["code"], wrong.json["field"]]).toEqual(["wrong-password", "old"]);
    expect((await browser.send("/api/account/password", { old: password, password: to })).status).toBe(200);
    expect([await isIn(browser), await isIn(other)]).toEqual([true, false]);
    const guesses = [];
    for (let tries = 0; tries < 6; tries += 1)
      guesses.push((await browser.send("/api/account/password", { old: password, password: to })).status);
    expect(guesses.at(-1)).toBe(429);
  });

  test("ends its sessions one by one and all others at once: each is refused the next time it asks", async () => {
    const mine = await enrolled();
    const browser = browserOf(mine);
    const others = [];
    for (let more = 0; more < 3; more += 1) others.push(await signedInElsewhere(mine));
    const [id] = await world.owns(
      ["session", "account"],
      (sql) => sql<{ id: string }[]>`
        select s.id from session s join account a on a.id = s.account_id
        where a.email = ${mine.email} order by s.started_at desc limit 1`,
    );
    const stranger = browserOf(await enrolled());
    expect((await stranger.send("/api/account/sessions/end", { session: id?.id })).json["code"]).toBe("session-over");
    expect(await Promise.all(others.map(isIn))).toEqual([true, true, true]);
    await browser.send("/api/account/sessions/end", { session: id?.id });
    expect(await Promise.all(others.map(isIn))).toEqual([true, true, false]);
    await browser.send("/api/account/sessions/end", { session: "others" });
    expect(await Promise.all(others.map(isIn))).toEqual([false, false, false]);
    expect(await isIn(browser)).toBe(true);
  });

  test("goes over to a partnership of its own under a new token, and to no other", async () => {
    await addPartnership(world);
    const place = await world.asks(elsewhere("admin"), async (_tx, me) => me.partnership);
    const mine = await enrolled();
    const browser = browserOf(mine);
    const refused = await browser.send("/api/account/partnership", { partnership: place });
    expect([refused.status, refused.json["code"]]).toEqual([404, "no-partnership"]);
    await world.owns(
      ["person", "account"],
      (sql) => sql`
        update person set account_id = (select id from account where email = ${mine.email})
        where partnership_id = ${place} and account_id = (select id from account where email = ${elsewhere("skp.sck")})`,
    );
    expect((await browser.send("/api/account/partnership", { partnership: place })).status).toBe(200);
    expect(browser.jar.get("")).not.toBe(mine.session);
    expect([await isIn(browserOf(mine)), await isIn(browser)]).toEqual([false, true]);
  });
});

test("nobody of the demo changes the password that everybody there has", async () => {
  const browser = openBrowser({ "": await world.token("forum") });
  const answer = await browser.send("/api/account/password", { old: password, password: "et helt nyt kodeord" });
  expect([answer.status, answer.json["code"]]).toEqual([403, "not-yours"]);
});
