import { createHash } from "node:crypto";
import type postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addDays } from "#lib/calendar/day.ts";
import { ok } from "#lib/result.ts";
import { signIn } from "../account/sign-in.ts";
import { directoryOf, isVacant } from "../directory/directory.ts";
import { readReferral } from "../referral/read-referral.ts";
import { demoPassword } from "../seed/demo-password.ts";
import { addressOf } from "../seed/demo-people.ts";
import { situations } from "../testing/situations.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { sayAway, takeAwayBack } from "./absence.ts";
import { handOver } from "./hand-over.ts";
import { endPost, givePost } from "./holdings.ts";
import { invite, sendLink } from "./invite.ts";
import { leave } from "./leave.ts";
import { readPeople } from "./read-people.ts";
import { readPerson } from "./read-person.ts";

let world: World;
let worlds = 0;
beforeEach(async () => {
  world = await openWorld();
  // Every clone has the same partnership, and a process keeps a directory for as long as it counts the same.
  worlds += 1;
  await world.owns(["partnership"], (sql) => sql`update partnership set directory = directory + ${worlds * 1000}`);
});
afterEach(() => world.close());

const idOf = (persona: string) => world.asks(persona, async (_tx, me) => me.person);
const today = () => world.asks("admin", async (_tx, me) => me.today);
const reader = { locale: "da", aPlan: "en helhedsplan" } as const;
const assignedTo = async (persona: string, code: string) =>
  valueOf(await world.as(persona, (tx, me) => readReferral(tx, me, { code, reader }))).assigned;
const refusalOf = async (persona: string, statement: string) => {
  try {
    await world.asks(persona, ({ sql }) => sql.unsafe(statement));
    return null;
  } catch (error) {
    return (error as postgres.PostgresError).code;
  }
};

const allMails = () =>
  world.owns(
    ["mail"],
    (sql) => sql<{ kind: string; to: string; values: { token?: string } }[]>`
    select kind, to_address as to, "values" from mail order by at, kind`,
  );
/** But for those that tell the data protection officer. */
const mails = async () => (await allMails()).filter(({ kind }) => kind !== "access-changed");

describe("an invitation", () => {
  const newcomer = async (over: object = {}) => ({
    name: "Nanna Nøglering",
    mail: "nanna@noerrebro.example",
    holds: [await world.post("boligraadgiver.sck")],
    standsIn: [],
    from: await today(),
    locale: "da" as const,
    ...over,
  });

  test("of a new address makes a person with the post, and mails a link of which only the hash is kept", async () => {
    const input = await newcomer();
    const { person } = valueOf(await world.as("leder.sck", (tx, me) => invite(tx, me, input)));
    const [mail] = await mails();
    expect(mail).toMatchObject({ kind: "invitation", to: "nanna@noerrebro.example" });
    const token = mail?.values.token ?? "";
    const kept = await world.owns(
      ["invitation"],
      (sql) => sql<{ hash: Buffer; days: number }[]>`
      select hash, extract(day from ends_at - app_now())::int as days from invitation`,
    );
    expect(kept[0]?.hash).toEqual(createHash("sha256").update(token).digest());
    expect(kept).toHaveLength(1);
    const view = valueOf(await world.as("leder.sck", (tx, me) => readPerson(tx, me, { person, locale: "da" })));
    expect(view.held).toMatchObject([{ label: "Boligrådgiver, SCK", deputy: false, mayEnd: true }]);
  });

  test("of somebody who is known already gives the posts and tells them, without a link", async () => {
    const input = await newcomer({
      mail: addressOf("skp.sck"),
      holds: [],
      standsIn: [await world.post("boligraadgiver.sck")],
    });
    const { person } = valueOf(await world.as("leder.sck", (tx, me) => invite(tx, me, input)));
    expect(person).toBe(await idOf("skp.sck"));
    expect((await mails()).map(({ kind, values }) => [kind, values])).toEqual([["welcome", {}]]);
  });

  test("is for posts of one's own units only", async () => {
    const foreign = await newcomer({ holds: [await world.post("vicevaert.titanparken")] });
    for (const persona of ["leder.sck", "boligraadgiver.sck", "dpo"])
      expect(await world.as(persona, (tx, me) => invite(tx, me, foreign))).toMatchObject({ code: "not-yours" });
    expect(
      await refusalOf(
        "boligraadgiver.sck",
        `select door.add_person('Nanna', 'n@a.example', array['${foreign.holds[0]}']::uuid[])`,
      ),
    ).toBe("BB006");
    valueOf(await world.as("leder.akb", (tx, me) => invite(tx, me, foreign)));
  });

  test("sent anew opens by its last link alone, and by nobody else's wish", async () => {
    const { person } = valueOf(await world.as("leder.sck", async (tx, me) => invite(tx, me, await newcomer())));
    expect(await world.as("leder.akb", (tx, me) => sendLink(tx, me, { person, locale: "da" }))).toMatchObject({
      code: "not-yours",
    });
    valueOf(await world.as("admin", (tx, me) => sendLink(tx, me, { person, locale: "da" })));
    const open = await world.owns(["invitation"], (sql) => sql`select 1 from invitation where used_at is null`);
    expect(open).toHaveLength(1);
  });
});

describe("posts are given by others", () => {
  test("an administrator gives themselves none, whatever they try", async () => {
    const [person, post, from] = [await idOf("admin"), await world.post("boligraadgiver.sck"), await today()];
    expect(await world.as("admin", (tx, me) => givePost(tx, me, { person, post, as: "holder", from }))).toMatchObject({
      code: "not-to-oneself",
    });
    expect(
      await refusalOf(
        "admin",
        `insert into holding (partnership_id, person_id, post_id, kind, valid_from)
        select partnership_id, id, '${post}', 'holder', door.today() from person where id = door.me()`,
      ),
    ).toBe("BB006");
    // Somebody else may be given it by the same administrator.
    valueOf(
      await world.as("admin", async (tx, me) =>
        givePost(tx, me, { person: await idOf("dpo"), post, as: "deputy", from }),
      ),
    );
  });

  test("given, taken back and given again on one day", async () => {
    const [person, post, from] = [await idOf("skp.sck"), await world.post("boligraadgiver.sck"), await today()];
    const give = () => world.as("leder.sck", (tx, me) => givePost(tx, me, { person, post, as: "holder", from }));
    valueOf(await give());
    expect(await give()).toMatchObject({ code: "already-holds" });
    valueOf(await world.as("leder.sck", (tx, me) => endPost(tx, me, { person, post })));
    valueOf(await give());
  });

  test("the last administrator stays one", async () => {
    const [person, post] = [await idOf("admin"), await world.post("administrator")];
    expect(await world.as("admin", (tx, me) => endPost(tx, me, { person, post }))).toMatchObject({
      code: "last-administrator",
    });
  });
});

describe("a holiday", () => {
  test("lets the deputy see and answer meanwhile, and ends with the day it is taken back", async () => {
    const code = await world.logs("vicevaert.titanparken", { service: "HJEMMEHJAELP", answers: { ALDER: "FRA_65" } });
    const sees = () => world.as("brobygger.suf", (tx, me) => readReferral(tx, me, { code, reader }));
    expect((await sees()).ok).toBe(false);
    const [person, from] = [await idOf("myndighed.suf"), await today()];
    valueOf(await world.as("myndighed.suf", (tx, me) => sayAway(tx, me, { person, from, to: addDays(from, 6) })));
    await world.does("brobygger.suf", "accept", code);
    valueOf(await world.as("myndighed.suf", (tx, me) => takeAwayBack(tx, me, { person, from })));
    expect((await sees()).ok).toBe(false);
  });

  test("is said by oneself or by who leads one, forwards, and not of the past", async () => {
    const [person, from] = [await idOf("skp.sck"), await today()];
    const say = (persona: string, days: [number, number]) =>
      world.as(persona, (tx, me) =>
        sayAway(tx, me, { person, from: addDays(from, days[0]), to: addDays(from, days[1]) }),
      );
    expect(await say("boligraadgiver.sck", [0, 1])).toMatchObject({ code: "not-yours" });
    expect(await say("leder.akb", [0, 1])).toMatchObject({ code: "not-yours" });
    expect(await say("skp.sck", [3, 1])).toMatchObject({ code: "absence-backwards", field: "to" });
    expect(await say("skp.sck", [-3, -1])).toMatchObject({ code: "absence-over" });
    expect((await say("leder.sck", [0, 1])).ok).toBe(true);
    expect(await say("skp.sck", [0, 2])).toMatchObject({ code: "absence-known" });
  });
});

describe("somebody who stops", () => {
  const gone = "boligraadgiver.sck";
  const heirOf = async () => ({ [await world.post(gone)]: await idOf("boligraadgiver2.sck") });

  test("hands over all they follow themselves, and reads how much it was", async () => {
    const codes = [await situations.taken(world), await situations.taken(world)];
    const heirs = await heirOf();
    const person = await idOf(gone);
    expect(valueOf(await world.as(gone, (tx, me) => handOver(tx, me, { person, heirs })))).toEqual({ moved: 2 });
    for (const code of codes) expect(await assignedTo(gone, code)).toBe("Birthe Dørtrin");
  });

  test("is handed over by their leader, who reads no number and no referral", async () => {
    const code = await situations.taken(world);
    const person = await idOf(gone);
    const done = await world.as("leder.sck", async (tx, me) => handOver(tx, me, { person, heirs: await heirOf() }));
    expect(valueOf(done)).toEqual({ moved: null });
    expect(await assignedTo(gone, code)).toBe("Birthe Dørtrin");
  });

  test("by nobody else, and to nobody outside the post", async () => {
    const person = await idOf(gone);
    for (const persona of ["boligraadgiver2.sck", "leder.akb", "skp.sck"])
      expect(await world.as(persona, (tx, me) => handOver(tx, me, { person, heirs: {} }))).toMatchObject({
        code: "not-yours",
      });
    expect(await refusalOf("skp.sck", `select door.hand_over('${person}', '{}')`)).toBe("BB006");
    const outsider = { [await world.post(gone)]: await idOf("skp.sck") };
    expect(await world.as(gone, (tx, me) => handOver(tx, me, { person, heirs: outsider }))).toMatchObject({
      code: "not-of-this-post",
    });
    expect(await refusalOf(gone, `select door.hand_over('${person}', '${JSON.stringify(outsider)}')`)).toBe("BB010");
  });

  test("is out at once everywhere, and leaves nothing without an owner", async () => {
    const code = await situations.taken(world);
    const person = await idOf(gone);
    await world.asks(
      gone,
      ({ sql }, me) => sql`
      insert into draft (partnership_id, id, person_id, coded) values (${me.partnership}, gen_random_uuid(), ${person}, '{}')`,
    );
    valueOf(await world.as("leder.sck", (tx, me) => leave(tx, me, { person, heirs: {} })));
    expect(await world.as(gone, async () => ok(1))).toMatchObject({ code: "signed-out" });
    expect((await signIn(world.pool, { email: addressOf(gone), password: demoPassword })).ok).toBe(false);
    expect(await assignedTo("boligraadgiver2.sck", code)).toBeNull();
    const left = await world.owns(["draft", "holding", "referral"], async (sql) => ({
      drafts: await sql`select 1 from draft where person_id = ${person}`,
      held: await sql`select 1 from holding where person_id = ${person} and (valid_to is null or valid_to >= door.today())`,
      followed: await sql`select 1 from referral where assigned = ${person} and status = 'open'`,
    }));
    expect(left).toEqual({ drafts: [], held: [], followed: [] });
  });

  test("leaves a post that nobody else holds shown open, with its referrals", async () => {
    const code = await world.logs("vicevaert.titanparken", { service: "SKP" });
    const [person, post] = [await idOf("skp.sck"), await world.post("skp.sck")];
    valueOf(await world.as("admin", (tx, me) => leave(tx, me, { person, heirs: {} })));
    const view = valueOf(await world.as("leder.sck", (tx, me) => readPeople(tx, me, "da")));
    expect(view.open).toContainEqual({ id: post, label: "Støttekontaktperson, SCK", state: "vacant", until: null });
    expect(await world.asks("leder.sck", async (tx, me) => isVacant(await directoryOf(tx, me), post, me.today))).toBe(
      true,
    );
    const read = valueOf(await world.as("vicevaert.titanparken", (tx, me) => readReferral(tx, me, { code, reader })));
    expect(read.waitsFor?.label).toBe("Støttekontaktperson, SCK");
  });

  test("is not oneself, not somebody whom others lead too, and not the last administrator", async () => {
    const admin = await idOf("admin");
    expect(await world.as("admin", (tx, me) => leave(tx, me, { person: admin, heirs: {} }))).toMatchObject({
      code: "not-oneself",
    });
    const [person, from] = [await idOf("skp.sck"), await today()];
    const elsewhere = {
      person,
      post: await world.post("brobygger.lokalomraadekontoret"),
      as: "holder" as const,
      from,
    };
    valueOf(await world.as("admin", (tx, me) => givePost(tx, me, elsewhere)));
    expect(await world.as("leder.sck", (tx, me) => leave(tx, me, { person, heirs: {} }))).toMatchObject({
      code: "also-elsewhere",
    });
    await world.asks("leder.sck", ({ sql }) => sql`update person set left_on = ${from} where id = ${person}`);
    const [kept] = await world.owns(["person"], (sql) => sql`select left_on from person where id = ${person}`);
    expect(kept).toEqual({ left_on: null });
  });

  test("works through several functions at once until then", async () => {
    const person = await idOf("skp.sck");
    const given = { person, post: await world.post("boligraadgiver.sck"), as: "holder" as const, from: await today() };
    valueOf(await world.as("leder.sck", (tx, me) => givePost(tx, me, given)));
    await world.signsInAgain("skp.sck");
    const code = await situations.sent(world);
    await world.does("skp.sck", "accept", code);
    expect(await world.asks("skp.sck", async (_tx, me) => me.posts.length)).toBe(3);
  });
});

test("whoever keeps nobody has no list of people, and a stranger's page is as absent as none", async () => {
  expect(await world.as("skp.sck", (tx, me) => readPeople(tx, me, "da"))).toMatchObject({ code: "not-found" });
  const person = await idOf("vicevaert.titanparken");
  expect(await world.as("leder.sck", (tx, me) => readPerson(tx, me, { person, locale: "da" }))).toMatchObject({
    code: "not-found",
  });
  expect(
    await world.as("leder.sck", (tx, me) => readPerson(tx, me, { person: crypto.randomUUID(), locale: "da" })),
  ).toMatchObject({ code: "not-found" });
});
