import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { showCode } from "#lib/referral/code.ts";
import { readLeader } from "../leader/read-leader.ts";
import { allowNotAsking } from "../testing/not-asked.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { readReferral } from "./read-referral.ts";

const titanparken = "vicevaert.titanparken";
const skp = "skp.sck";
const leader = "leder.akb";
const cannotAsk = { name: "cannot_ask", feedback: "yes" } as const;

let world: World;
let today = "";
beforeAll(async () => {
  world = await openWorld();
  await allowNotAsking(world, "SKP");
  today = await world.asks(skp, async (_tx, me) => me.today);
});
afterAll(() => world.close());

const unasked = () => world.logs(titanparken, { service: "SKP", consent: cannotAsk });
const reader = { locale: "da", aPlan: "en helhedsplan" } as const;
const askedOf = async (persona: string) =>
  valueOf(await world.as(persona, (tx, me) => readLeader(tx, me, reader))).organisation?.asked;
const sees = async (persona: string, code: string) =>
  world.as(persona, (tx, me) => readReferral(tx, me, { code, reader }));
const consents = async (persona: string, code: string) => valueOf(await sees(persona, code)).consents;
const meets = (code: string) => world.tries(skp, "identity", code, { on: today });
/** SQL of the application as that persona, who says that they answer to that code. */
const tells = (persona: string, code: string, statement: string) =>
  world.asks(persona, async ({ sql }) => {
    await sql`select set_config('app.code', ${code}, true)`;
    return sql.unsafe(statement.replaceAll("$code", code));
  });

describe("a resident who cannot be asked (C02)", () => {
  test("is not there at all where the agreement does not allow it", async () => {
    const elsewhere = world.logs(titanparken, { service: "BRO", consent: cannotAsk });
    await expect(elsewhere).rejects.toThrow("cannot-ask");
  });

  test("is named to nobody until the leader agrees, and then to the unit it was sent to", async () => {
    const code = await unasked();
    expect(await meets(code)).toMatchObject({ ok: false, code: "no-consent" });
    await world.does(leader, "approve", code);
    expect(await meets(code)).toMatchObject({ ok: true });
    await world.does(skp, "accept", code);
    expect(await consents(skp, code)).toMatchObject([{ name: "approved", covers: true }]);
  });

  test("is named to nobody by a leader who logged it themselves, nor by the database", async () => {
    const code = await unasked();
    const [post, person] = [await world.post(titanparken), await world.asks(leader, async (_tx, me) => me.person)];
    const holds = (kept: boolean) =>
      world.owns(["holding", "person"], (sql) =>
        kept
          ? sql`insert into holding (partnership_id, person_id, post_id, kind, valid_from)
              select partnership_id, id, ${post}, 'holder', '2013-12-12' from person where id = ${person}`
          : sql`delete from holding where person_id = ${person} and post_id = ${post}`,
      );
    await holds(true);
    await world.signsInAgain(leader);
    expect(await world.tries(leader, "approve", code)).toMatchObject({ ok: false, code: "not-yours" });
    expect(await tells(leader, code, "select 1 where cardinality(door.asked_of_me()) > 0")).toHaveLength(0);
    await holds(false);
    await world.signsInAgain(leader);
    expect(await tells(leader, code, "select 1 where cardinality(door.asked_of_me()) > 0")).toHaveLength(1);
  });

  test("is named to nobody by the database either, whoever writes around the rules", async () => {
    const code = await unasked();
    const its = `select r.partnership_id, r.id, r.events + 1, r.waiting_id, 'identity', door.me(), h.to_post,
        jsonb_build_object('on', door.today())
      from referral r join handover h on h.id = r.waiting_id where r.code = '$code'`;
    const around = world.asks(skp, async ({ sql }) => {
      await sql.unsafe(
        `insert into event (partnership_id, referral_id, seq, handover_id, act, person_id, post_id, details)
          ${its.replaceAll("$code", code)}`,
      );
      return sql`
        update handover set identity_on = door.today() where referral_id = (select id from referral where code = ${code})`;
    });
    await expect(around).rejects.toMatchObject({ code: "BB003" });
    const row = `insert into consent (partnership_id, referral_id, seq, unit_id, name, recorded_on)
      select c.partnership_id, c.referral_id, c.seq + 1, c.unit_id, 'approved', door.today() from consent c
      join referral r on r.id = c.referral_id where r.code = '$code'`;
    for (const persona of [titanparken, skp, leader])
      await expect(tells(persona, code, row), persona).rejects.toMatchObject({ code: "BB007" });
    expect(await meets(code)).toMatchObject({ ok: false, code: "no-consent" });
  });

  test("is answered for by nobody but the leader of those who logged it", async () => {
    const code = await unasked();
    const codeOf = async (persona: string) => {
      const result = await world.tries(persona, "approve", code);
      return result.ok ? "done" : result.code;
    };
    for (const persona of [titanparken, skp, "leder.sck"])
      expect([persona, await codeOf(persona)]).toEqual([persona, "not-yours"]);
    for (const persona of ["raadgiver.mimersgade", "forum", "admin", "dpo"])
      expect([persona, await codeOf(persona)]).toEqual([persona, "not-found"]);
    expect([await codeOf(leader), await codeOf(leader)]).toEqual(["done", "not-now"]);
  });

  test("tells the origin while it waits and once it is answered", async () => {
    const code = await unasked();
    expect(await consents(titanparken, code)).toMatchObject([{ name: "cannot_ask", covers: false }]);
    expect(valueOf(await sees(titanparken, code)).discussion).toBe(true);
    await world.does(leader, "approve", code);
    const view = valueOf(await sees(titanparken, code));
    expect(view).toMatchObject({ discussion: false, consents: [{ name: "approved", covers: true }] });
    expect(view.events[0]).toMatchObject({ say: "approve" });
  });
});

describe("what the leader is asked", () => {
  test("is the service, the receiver, the code and the day, and is gone once it is answered", async () => {
    const code = await unasked();
    const before = (await askedOf(leader)) ?? [];
    expect(before.find((row) => row.code === showCode(code))).toEqual({
      code: showCode(code),
      service: "Støttekontaktperson",
      to: "Støttekontaktperson, SCK",
      since: today,
    });
    await world.does(leader, "approve", code);
    expect((await askedOf(leader))?.map((row) => row.code)).toEqual(
      before.map((row) => row.code).filter((other) => other !== showCode(code)),
    );
    expect(await askedOf("leder.sck")).toBeUndefined();
  });

  test("opens nothing else of it: no referral, no situation, no note, before or after", async () => {
    const code = await unasked();
    const looks = async () => {
      const rows = await Promise.all(
        ["referral", "handover", "consent", "referral_matter", "message", "event", "resident_mark"].map((table) =>
          world.asks(leader, ({ sql }) => sql.unsafe(`select 1 from ${table}`)),
        ),
      );
      return rows.map((each) => each.length);
    };
    const nothing = [0, 0, 0, 0, 0, 0, 0];
    expect(await looks()).toEqual(nothing);
    await world.does(leader, "approve", code);
    expect(await looks()).toEqual(nothing);
    expect(await sees(leader, code)).toMatchObject({ ok: false, code: "not-found" });
  });

  test("shows consents by a code only where something is asked", async () => {
    const [asked, ordinary] = [await unasked(), await world.logs(titanparken, { service: "SKP" })];
    const count = async (code: string) => (await tells(leader, code, "select 1 from consent")).length;
    const matter = async (code: string) => (await tells(leader, code, "select 1 from referral_matter")).length;
    expect([await count(asked), await count(ordinary), await matter(asked)]).toEqual([1, 0, 0]);
    await world.does(leader, "approve", asked);
    expect(await count(asked)).toBe(0);
  });

  test("is written in the log: that it was shown, and that it was answered", async () => {
    const code = await unasked();
    await askedOf(leader);
    await world.does(leader, "approve", code);
    const rows = await world.owns(
      ["log", "referral"],
      (sql) => sql<{ kind: string; what: string }[]>`
        select l.kind, l.what from log l join referral r on r.id::text = any (l.referrals) where r.code = ${code} order by l.at`,
    );
    expect(rows).toContainEqual({ kind: "look", what: "leader" });
    expect(rows.at(-1)).toEqual({ kind: "change", what: "approve" });
  });
});

test("of a resident who took a yes back nobody says that they cannot be asked", async () => {
  const code = await world.logs(titanparken, { service: "SKP" });
  await world.does(titanparken, "consent", code, { withdrawn: true });
  const to = await world.post(skp);
  const again = await world.tries(titanparken, "send", code, { to, consent: cannotAsk });
  expect(again).toMatchObject({ ok: false, code: "cannot-ask" });
});
