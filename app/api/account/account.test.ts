import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAuthenticator } from "#db/testing/authenticator.ts";
import { ownOrigin, serveFrom } from "#db/testing/call-handler.ts";
import { addPartnership, elsewhere } from "#db/testing/elsewhere.ts";
import { type Enrolled, enrolSomebody, nextCode, password, toSecondFactor } from "#db/testing/newcomer.ts";
import { browserOf, isIn, openBrowser } from "#db/testing/open-browser.ts";
import { openWorld, type World } from "#db/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
});
afterAll(async () => world.close());
const enrolled = () => enrolSomebody(world);

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
