import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ok } from "#lib/result.ts";
import { asMember } from "../as-member.ts";
import { makeFeed, readFeed } from "../calendar/feed.ts";
import { hashOf } from "../client.ts";
import { invite } from "../people/invite.ts";
import { leave } from "../people/leave.ts";
import { openAuthenticator } from "../testing/authenticator.ts";
import {
  choosePassword,
  codeNow,
  type Enrolled,
  enrolSomebody,
  inviteSomebody,
  linkTo,
  nextCode,
  nowhere,
  password,
  secret,
  secretOffered,
  sendAnother,
  site,
} from "../testing/newcomer.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { acceptInvitation, addFactor, askForNewKey, enrol, invitationOf } from "./enrol.ts";
import { askForAnyKey, passWithCode, passWithKey } from "./factor.ts";
import { type Identity, signInAs } from "./identity.ts";
import { beginCeremony } from "./my-account.ts";
import { signIn } from "./sign-in.ts";

/**
 * Somebody recovers an account that another may have got into. Everything that could open it before is tried after each way
 * of recovering, and opens nothing; whoever recovered is in.
 */

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const means = { from: nowhere, secret, site };
const isIn = async (session: string) => (await asMember(world.pool, session, async () => ok(null))).ok;
const begin = async (session: string, kind: "step-up" | "enrol") =>
  valueOf(await asMember(world.pool, session, (tx) => beginCeremony(tx, kind))).ceremony;

type Before = Enrolled & {
  key: ReturnType<typeof openAuthenticator>;
  other: string;
  link: string;
  feed: string;
  identity: Identity;
  underWay: { factor: string; stepUp: string; enrol: string; unlock: Asked; key: Asked };
  locked: string;
};
type Asked = { token: string; options: never };

/** From a place of its own each time: strangers share their tries. */
const asked = async (session?: string) => {
  const from = { source: randomBytes(32), ...(session ? { session } : {}) };
  return valueOf(await askForAnyKey(world.pool, from, site)) as unknown as Asked;
};

/** Somebody with everything that an account can have, and everything under way that can be. */
async function somebody(): Promise<Before> {
  const enrolled = await enrolSomebody(world);
  const key = openAuthenticator(site.origin);
  const adding = await begin(enrolled.session, "enrol");
  const made = key.make(valueOf(await askForNewKey(world.pool, adding, site)));
  const shown = { response: made, label: "Chrome, Android" };
  await valueOf(await addFactor(world.pool, adding, { ...means, shown }))(world.pool.sql);
  const signInWithKey = async () => {
    const { token, options } = await asked();
    return valueOf(await passWithKey(world.pool, token, { response: key.show(options), from: nowhere, site })).session;
  };
  const [other, locked] = [await signInWithKey(), await signInWithKey()];
  const { token: feed } = valueOf(await asMember(world.pool, other, (tx) => makeFeed(tx)));
  const identity = { issuer: "https://login.example", subject: randomUUID() };
  await world.owns(["identity", "session_rights", "account"], async (sql) => {
    await sql`insert into identity (issuer, subject, account_id)
      select ${identity.issuer}, ${identity.subject}, id from account where email = ${enrolled.email}`;
    await sql`update session_rights set seen_at = seen_at - interval '31 minutes' where hash = ${hashOf(locked)}`;
  });
  const link = await sendAnother(world, enrolled);
  const underWay = {
    factor: valueOf(await signIn(world.pool, { email: enrolled.email, password })).token,
    stepUp: await begin(other, "step-up"),
    enrol: await begin(other, "enrol"),
    unlock: await asked(locked),
    key: await asked(),
  };
  return { ...enrolled, key, other, link, feed, identity, underWay, locked };
}

const withCode = async (ceremony: string, code: string, session?: string) =>
  (await passWithCode(world.pool, ceremony, { code, secret, from: session ? { ...nowhere, session } : nowhere })).ok;
const withPassword = async ({ email }: Before, code: string) => {
  const first = await signIn(world.pool, { email, password });
  return first.ok && withCode(first.value.token, code);
};
const withKey = async ({ key }: Before, { token, options }: Asked, session?: string) =>
  (
    await passWithKey(world.pool, token, {
      response: key.show(options),
      from: session ? { ...nowhere, session } : nowhere,
      site,
    })
  ).ok;

/** Every way into an account, as whoever had it before would take it: does it open? */
const ways: Record<string, (before: Before) => Promise<boolean>> = {
  "the session": ({ session }) => isIn(session),
  "another session": ({ other }) => isIn(other),
  "a session that stood still, by the key": (before) => withKey(before, before.underWay.unlock, before.locked),
  "the password and the app": (before) => withPassword(before, nextCode(world, before.app)),
  "the key": async (before) => withKey(before, await asked()),
  "a key that was asked for before": (before) => withKey(before, before.underWay.key),
  "the organisation's login": async ({ identity }) => (await signInAs(world.pool, identity, { from: nowhere })).ok,
  "the calendar's address": async ({ feed }) => (await readFeed(world.pool, feed)) !== null,
  "an earlier link": async ({ link }) => (await invitationOf(world.pool, link)) !== null,
  "a login that waited for its factor": ({ underWay, codes }) => withCode(underWay.factor, codes[7] ?? ""),
  "proof that was asked for": ({ underWay, other, app }) => withCode(underWay.stepUp, nextCode(world, app), other),
  "a factor that was about to be added": async ({ underWay }) =>
    (await askForNewKey(world.pool, underWay.enrol, site)).ok,
  "a browser that was known": async ({ email, device }) => {
    const known = await world.owns(
      ["device", "account"],
      (sql) => sql`select 1 from device d join account a on a.id = d.account_id
        where a.email = ${email} and d.hash = sha256(${hashOf(device)} || uuid_send(a.id))`,
    );
    return known.length > 0;
  },
};
const byLinkAlone: typeof ways = {
  "the password and another recovery code": (before) => withPassword(before, before.codes[8] ?? ""),
};

const chosen = "en ny hest til hver mark";
const byLink = async ({ email, person }: Before) => sendAnother(world, { email, person, link: "" });
async function begunWith(link: string): Promise<string> {
  return valueOf(await acceptInvitation(world.pool, link, { password: chosen, secret })).ceremony;
}
async function enrolsApp(link: string): Promise<string> {
  const ceremony = await begunWith(link);
  const shown = { code: codeNow(world, await secretOffered(world, ceremony)) };
  return valueOf(await enrol(world.pool, { ...means, ceremony, invitation: link, shown })).session;
}

/** Every way of recovering; each answers with the session of whoever did. */
const paths: [path: string, recover: (before: Before) => Promise<string>, also: typeof ways][] = [
  ["a link and an app", async (before) => enrolsApp(await byLink(before)), byLinkAlone],
  [
    "a link and a key",
    async (before) => {
      const link = await byLink(before);
      const ceremony = await begunWith(link);
      const response = openAuthenticator(site.origin).make(valueOf(await askForNewKey(world.pool, ceremony, site)));
      const shown = { response, label: "Firefox" };
      return valueOf(await enrol(world.pool, { ...means, ceremony, invitation: link, shown })).session;
    },
    byLinkAlone,
  ],
  [
    "a link and the organisation's login",
    async (before) => {
      const identity = { issuer: "https://login.example", subject: randomUUID() };
      return valueOf(await signInAs(world.pool, identity, { from: nowhere, invitation: await byLink(before) })).session;
    },
    byLinkAlone,
  ],
  [
    "a recovery code after the password",
    async ({ email, codes }) => {
      const { token } = valueOf(await signIn(world.pool, { email, password }));
      return valueOf(await passWithCode(world.pool, token, { ...means, code: codes[0] ?? "" })).session;
    },
    {},
  ],
  [
    "a recovery code as proof again",
    async ({ session, codes }) => {
      const ceremony = await begin(session, "step-up");
      const from = { ...nowhere, session };
      return valueOf(await passWithCode(world.pool, ceremony, { ...means, from, code: codes[0] ?? "" })).session;
    },
    {},
  ],
  [
    "coming back after having left",
    async ({ email, person }) => {
      await world.asks("leder.sck", async (tx, me) => valueOf(await leave(tx, me, { person, heirs: {} })));
      const holds = [await world.post("boligraadgiver.sck")];
      await world.asks("leder.sck", async (tx, me) => {
        const again = { name: "Tove Totrin", mail: email, holds, standsIn: [], from: me.today, locale: "da" as const };
        return valueOf(await invite(tx, me, again));
      });
      return enrolsApp(await linkTo(world, email));
    },
    byLinkAlone,
  ],
];

describe.each(paths)("after %s", (_path, recover, also) => {
  let before: Before;
  let session: string;
  beforeAll(async () => {
    before = await somebody();
    session = await recover(before);
  });

  test.each(Object.entries({ ...ways, ...also }))("%s opens nothing", async (_way, opens) => {
    expect(await opens(before)).toBe(false);
  });

  test("whoever recovered is in", async () => expect(await isIn(session)).toBe(true));
});

test("each of the ways does open it before", async () => {
  const closed: string[] = [];
  for (const [way, opens] of Object.entries({ ...ways, ...byLinkAlone })) {
    if (!(await opens(await somebody()))) closed.push(way);
  }
  expect(closed).toEqual([]);
});

test("whatever belongs to an account is among them", async () => {
  const tables = await world.owns(
    [],
    (sql) => sql<{ name: string }[]>`
      select conrelid::regclass::text as name from pg_constraint where confrelid = 'account'::regclass order by 1`,
  );
  // A person is who somebody is in a partnership, and opens nothing by itself.
  const known = ["calendar_feed", "ceremony", "credential", "device", "factor", "identity", "invitation"];
  expect(tables.map(({ name }) => name)).toEqual([...known, "person", "recovery_code", "session"]);
});

describe("a link that two follow", () => {
  test("goes on for the later one alone", async () => {
    const { link } = await inviteSomebody(world);
    const first = await choosePassword(world, link);
    const second = await choosePassword(world, link);
    expect(await askForNewKey(world.pool, first, site)).toMatchObject({ code: "ceremony-over" });
    const shown = { code: codeNow(world, await secretOffered(world, second)) };
    expect(await enrol(world.pool, { ...means, ceremony: second, invitation: link, shown })).toMatchObject({
      ok: true,
    });
  });

  test("goes on for nobody once a newer one was sent", async () => {
    const newcomer = await inviteSomebody(world);
    const first = await choosePassword(world, newcomer.link);
    await sendAnother(world, newcomer);
    expect(await askForNewKey(world.pool, first, site)).toMatchObject({ code: "ceremony-over" });
  });
});

test("whoever recovered with the last code adds a factor, and comes in with it", async () => {
  const { email, codes } = await enrolSomebody(world);
  await world.owns(
    ["recovery_code", "account"],
    (sql) => sql`update recovery_code r set used_at = app_now() from account a
      where a.id = r.account_id and a.email = ${email}
        and r.hash <> sha256(convert_to(${(codes[0] ?? "").replaceAll("-", "")}, 'UTF8'))`,
  );
  const { token } = valueOf(await signIn(world.pool, { email, password }));
  const { session } = valueOf(await passWithCode(world.pool, token, { ...means, code: codes[0] ?? "" }));
  expect((await signIn(world.pool, { email, password })).ok).toBe(false);
  const ceremony = await begin(session, "enrol");
  const key = openAuthenticator(site.origin);
  const shown = { response: key.make(valueOf(await askForNewKey(world.pool, ceremony, site))), label: "Chrome" };
  await valueOf(await addFactor(world.pool, ceremony, { ...means, shown }))(world.pool.sql);
  const question = await asked();
  const answer = { response: key.show(question.options), from: nowhere, site };
  expect((await passWithKey(world.pool, question.token, answer)).ok).toBe(true);
});
