import { afterAll, beforeAll, expect, test } from "vitest";
import { ok } from "#lib/result.ts";
import { asMember } from "../as-member.ts";
import { hashOf } from "../client.ts";
import {
  choosePassword,
  codeNow,
  enrolSomebody,
  inviteSomebody,
  nextCode,
  nowhere,
  password,
  secret,
  secretOffered,
  sendAnother,
  site,
  toSecondFactor,
} from "../testing/newcomer.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { acceptInvitation, enrol, invitationOf } from "./enrol.ts";
import { ceremonyOf, passWithCode } from "./factor.ts";
import { signIn } from "./sign-in.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => world.close());

const now = (app: string) => codeNow(world, app);
const means = { from: nowhere, secret, site };

test("a link says whom it is for, and lets them in once", async () => {
  const { email, link } = await inviteSomebody(world);
  expect(await invitationOf(world.pool, link)).toMatchObject({ email, name: "Tove Totrin" });
  const ceremony = await choosePassword(world, link);
  const code = now(await secretOffered(world, ceremony));
  const all = { ...means, ceremony, invitation: link, shown: { code } };
  const { session, codes } = valueOf(await enrol(world.pool, all));
  expect(new Set(codes).size).toBe(10);
  expect((await asMember(world.pool, session, async () => ok(null))).ok).toBe(true);
  expect(await invitationOf(world.pool, link)).toBeNull();
  expect(await enrol(world.pool, all)).toMatchObject({ code: "ceremony-over" });
  expect(await acceptInvitation(world.pool, link, { password, secret })).toMatchObject({ code: "invitation-over" });
});

test("two who follow the same link at once become one account with one of their passwords, and one session", async () => {
  const { link } = await inviteSomebody(world);
  const ceremonies = await Promise.all([choosePassword(world, link), choosePassword(world, link)]);
  const answers = await Promise.all(
    ceremonies.map(async (ceremony) => {
      const begun = await ceremonyOf(world.pool, ceremony);
      const code = begun ? now(await secretOffered(world, ceremony)) : "000000";
      return enrol(world.pool, { ...means, ceremony, invitation: link, shown: { code } });
    }),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
});

test("a link that is three days old, was replaced, or never was opens nothing", async () => {
  const old = await inviteSomebody(world);
  await world.owns(
    ["invitation"],
    (sql) => sql`update invitation set ends_at = app_now() - interval '1 second' where hash = ${hashOf(old.link)}`,
  );
  const replaced = await inviteSomebody(world);
  const anew = await sendAnother(world, replaced);
  for (const link of [old.link, replaced.link, "x".repeat(43)]) {
    expect(await invitationOf(world.pool, link)).toBeNull();
    expect(await acceptInvitation(world.pool, link, { password, secret })).toMatchObject({ code: "invitation-over" });
  }
  expect(await invitationOf(world.pool, anew)).toMatchObject({ email: replaced.email });
});

test("a password alone opens nothing: without a factor nobody is in", async () => {
  const { email, link } = await inviteSomebody(world);
  await choosePassword(world, link);
  expect(await signIn(world.pool, { email, password })).toMatchObject({ code: "wrong-login" });
});

const weak: [password: string, code: string][] = [
  ["elleve tegn", "password-short"],
  ["x".repeat(129), "password-long"],
  ["password1234", "password-common"],
  ["abcabcabcabcabc", "password-common"],
  ["brobyg-brobyg!", "password-own"],
];
test.each(weak)("nobody chooses %s", async (chosen, code) => {
  const { link } = await inviteSomebody(world);
  expect(await acceptInvitation(world.pool, link, { password: chosen, secret })).toMatchObject({ code });
});

test("a new link to somebody who lost everything makes all that they had worthless", async () => {
  const before = await enrolSomebody(world);
  const link = await sendAnother(world, before);
  const ceremony = await choosePassword(world, link);
  const app = await secretOffered(world, ceremony);
  valueOf(await enrol(world.pool, { ...means, ceremony, invitation: link, shown: { code: now(app) } }));
  expect(await asMember(world.pool, before.session, async () => ok(null))).toMatchObject({ code: "signed-out" });
  const login = await toSecondFactor(world, before.email);
  for (const code of [nextCode(world, before.app), before.codes[0] ?? ""])
    expect(await passWithCode(world.pool, login, { ...means, code })).toMatchObject({ code: "wrong-code" });
  expect(await passWithCode(world.pool, login, { ...means, code: nextCode(world, app) })).toMatchObject({ ok: true });
});
