import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ok } from "#lib/result.ts";
import { asMember } from "../as-member.ts";
import { hashOf } from "../client.ts";
import { openAuthenticator } from "../testing/authenticator.ts";
import {
  choosePassword,
  type Enrolled,
  enrolSomebody,
  inviteSomebody,
  nextCode,
  nowhere,
  password,
  secret,
  site,
  toSecondFactor,
} from "../testing/newcomer.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { askForNewKey, enrol } from "./enrol.ts";
import { askForAnyKey, askForKey, ceremonyOf, passWithCode, passWithKey } from "./factor.ts";
import { signIn } from "./sign-in.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => world.close());

const trying = (code: string) => ({ code, from: nowhere, secret });
const isIn = async (session: string) => (await asMember(world.pool, session, async () => ok(null))).ok;

describe("a code of an app", () => {
  test("lets its owner in once: a second time it is wrong, as is any other", async () => {
    const { email, app, first } = await enrolSomebody(world);
    const ceremony = await toSecondFactor(world, email);
    expect(await passWithCode(world.pool, ceremony, trying("000000"))).toMatchObject({ code: "wrong-code" });
    expect(await passWithCode(world.pool, ceremony, trying(first))).toMatchObject({ code: "wrong-code" });
    const code = nextCode(world, app);
    const { session } = valueOf(await passWithCode(world.pool, ceremony, trying(code)));
    expect(await isIn(session)).toBe(true);
    expect(await passWithCode(world.pool, ceremony, trying(code))).toMatchObject({ code: "ceremony-over" });
    const again = await toSecondFactor(world, email);
    expect(await passWithCode(world.pool, again, trying(code))).toMatchObject({ code: "wrong-code" });
  });

  test("is read as apps show it, in two halves", async () => {
    for (const between of [" ", "–"]) {
      const { email, app } = await enrolSomebody(world);
      const code = nextCode(world, app).replace(/(...)/, `$1${between}`);
      expect((await passWithCode(world.pool, await toSecondFactor(world, email), trying(code))).ok).toBe(true);
    }
  });

  test("is taken once when it is shown in two places at the same moment", async () => {
    const { email, app } = await enrolSomebody(world);
    const ceremonies = [await toSecondFactor(world, email), await toSecondFactor(world, email)];
    const code = nextCode(world, app);
    const answers = await Promise.all(ceremonies.map((each) => passWithCode(world.pool, each, trying(code))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  test("of somebody else opens nothing", async () => {
    const [mine, theirs] = [await enrolSomebody(world), await enrolSomebody(world)];
    const ceremony = await toSecondFactor(world, mine.email);
    expect(await passWithCode(world.pool, ceremony, trying(nextCode(world, theirs.app)))).toMatchObject({
      code: "wrong-code",
    });
    expect(await passWithCode(world.pool, ceremony, trying(theirs.codes[0] ?? ""))).toMatchObject({
      code: "wrong-code",
    });
  });

  test("is tried six times a minute and no more, and a right one after that too", async () => {
    const { email, app } = await enrolSomebody(world);
    const ceremony = await toSecondFactor(world, email);
    // One try of this minute confirmed the app.
    for (let tries = 0; tries < 5; tries += 1)
      expect(await passWithCode(world.pool, ceremony, trying("000000"))).toMatchObject({ code: "wrong-code" });
    expect(await passWithCode(world.pool, ceremony, trying(nextCode(world, app)))).toMatchObject({
      code: "too-many-tries",
    });
  });

  test("is not needed twice: the password alone opens no session, and the secret is sealed", async () => {
    const { email, session } = await enrolSomebody(world);
    expect(valueOf(await signIn(world.pool, { email, password }))).toMatchObject({ leads: "to-factor" });
    expect(await isIn(session)).toBe(true);
    const [kept] = await world.owns(
      ["factor", "account"],
      (sql) => sql<{ secret: Buffer }[]>`
        select f.secret from factor f join account a on a.id = f.account_id where a.email = ${email}`,
    );
    expect(kept?.secret.length).toBe(12 + 16 + 20);
  });
});

describe("a recovery code", () => {
  test("opens once, however it is typed, and only one of two who show it", async () => {
    const { email, codes } = await enrolSomebody(world);
    const typed = (codes[3] ?? "").replaceAll("-", " ").toUpperCase();
    const ceremonies = [await toSecondFactor(world, email), await toSecondFactor(world, email)];
    const answers = await Promise.all(ceremonies.map((each) => passWithCode(world.pool, each, trying(typed))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const later = await toSecondFactor(world, email);
    expect(await passWithCode(world.pool, later, trying(codes[3] ?? ""))).toMatchObject({ code: "wrong-code" });
    expect((await ceremonyOf(world.pool, later))?.recovery).toBe(9);
  });
});

describe("a passkey", () => {
  const device = openAuthenticator(site.origin);
  let owner: Omit<Enrolled, "app" | "first">;
  const notMade: unknown[] = [];
  beforeAll(async () => {
    const newcomer = await inviteSomebody(world);
    const ceremony = await choosePassword(world, newcomer.link);
    const means = { ceremony, invitation: newcomer.link, from: nowhere, secret, site };
    const made = async (wrong?: Parameters<typeof device.make>[1]) => {
      const options = valueOf(await askForNewKey(world.pool, ceremony, site));
      const response = device.make(options, wrong);
      return enrol(world.pool, { ...means, shown: { response, label: "Chrome, Android" } });
    };
    for (const wrong of [{ origin: "https://evil.example" }, { challenge: "AAAA" }, { verified: false }])
      notMade.push(await made(wrong));
    owner = { ...newcomer, ...valueOf(await made()) };
  });

  const asked = async () => valueOf(await askForAnyKey(world.pool, nowhere, site));
  const shown = async (wrong?: Parameters<typeof device.show>[1]) => {
    const { token, options } = await asked();
    return passWithKey(world.pool, token, { response: device.show(options, wrong), from: nowhere, site });
  };

  test("is not made on another site, for another question or by somebody its device did not know", () => {
    expect(notMade).toEqual(Array.from({ length: 3 }, () => ({ ok: false, code: "wrong-key" })));
  });

  test("lets its owner in by itself, in one touch", async () => {
    const { session } = valueOf(await shown());
    const who = await asMember(world.pool, session, async (_tx, me) => ok(me.person as string));
    expect(valueOf(who)).toBe(owner.person);
  });

  const wrongs: [what: string, wrong: Parameters<typeof device.show>[1]][] = [
    ["on another site", { origin: "https://evil.example" }],
    ["for another question", { challenge: "AAAA" }],
    ["by somebody its device did not know", { verified: false }],
    ["with a counter that went back, as a copy has", { counter: 1 }],
  ];
  test.each(wrongs)("opens nothing %s", async (_what, wrong) => {
    await shown();
    expect(await shown(wrong)).toMatchObject({ code: "wrong-key" });
  });

  test("of another device opens nothing, and an answer counts once", async () => {
    const { token, options } = await asked();
    const stranger = openAuthenticator(site.origin).show(options);
    expect(await passWithKey(world.pool, token, { response: stranger, from: nowhere, site })).toMatchObject({
      code: "wrong-key",
    });
    // The question is used up with the first answer, right or wrong.
    const late = { response: device.show(options), from: nowhere, site };
    expect(await passWithKey(world.pool, token, late)).toMatchObject({ code: "ceremony-over" });
  });

  test("is a second factor too, of its own account alone", async () => {
    const ceremony = await toSecondFactor(world, owner.email);
    const options = valueOf(await askForKey(world.pool, ceremony, site));
    expect(options.allowCredentials).toHaveLength(1);
    const { session } = valueOf(
      await passWithKey(world.pool, ceremony, { response: device.show(options), from: nowhere, site }),
    );
    expect(await isIn(session)).toBe(true);
    const other = await enrolSomebody(world);
    const theirs = await toSecondFactor(world, other.email);
    const question = valueOf(await askForKey(world.pool, theirs, site));
    const answer = { response: device.show(question), from: nowhere, site };
    expect(await passWithKey(world.pool, theirs, answer)).toMatchObject({ code: "wrong-key" });
  });
});

test("too many tries are refused alike for an address that is known and one that is not", async () => {
  const { email } = await enrolSomebody(world);
  const answers = async (address: string, source: string) => {
    const from = { source: hashOf(source) };
    const all = [];
    for (let tries = 0; tries < 8; tries += 1)
      all.push(await signIn(world.pool, { email: address, password: "en helt anden sætning" }, from));
    return all;
  };
  const known = await answers(email, "one address");
  expect(known).toEqual(await answers("ingen@noerrebro.example", "another address"));
  expect(known.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => ({ ok: false, code: "wrong-login" })));
  expect(known.at(-1)).toEqual({ ok: false, code: "too-many-tries" });
});

test("a try is written into the log where somebody has the address, and leaves nothing where nobody has it", async () => {
  const { email } = await enrolSomebody(world);
  const refusals = () =>
    world.owns(["log"], (sql) => sql`select person_id from log where what = 'login.refused' order by id`);
  const before = await refusals();
  await signIn(world.pool, { email: "ingen-mere@noerrebro.example", password: "en helt anden sætning" });
  expect(await refusals()).toEqual(before);
  await signIn(world.pool, { email, password: "en helt anden sætning" });
  expect(await refusals()).toHaveLength(before.length + 1);
});

test("a browser that somebody signed in from keeps its tries when strangers have used up theirs", async () => {
  const { email, device } = await enrolSomebody(world);
  for (let tries = 0; tries < 7; tries += 1)
    await signIn(world.pool, { email, password: "en helt anden sætning" }, { source: hashOf("a stranger") });
  expect(await signIn(world.pool, { email, password })).toMatchObject({ code: "too-many-tries" });
  const mine = await signIn(world.pool, { email, password }, { source: hashOf("home"), device });
  expect(mine).toMatchObject({ value: { leads: "to-factor" } });
});
