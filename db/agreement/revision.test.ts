import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { serviceOf } from "#lib/agreement/service-of.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import type { Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf } from "../directory/directory.ts";
import { addPartnership, elsewhere } from "../testing/elsewhere.ts";
import { personas } from "../testing/who-sees.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { adoptRevision } from "./adopt-revision.ts";
import { draftOf } from "./draft.ts";
import { giveRevisionBack, proposeRevision, takeRevisionBack } from "./propose-revision.ts";
import { readAgreement } from "./read-agreement.ts";
import { readRevision } from "./read-revision.ts";
import { reviseNorm, reviseRoute } from "./revise.ts";
import { reviseAddActivity } from "./revise-frame.ts";
import { reviseList } from "./revise-service.ts";
import { dropRevision, startRevision } from "./start-revision.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await addPartnership(world);
});
afterAll(async () => world.close());
afterEach(async () => {
  const draft = await world.asks("admin", draftOf);
  if (draft?.proposed) await world.as("admin", (tx, me) => takeRevisionBack(tx, me, { version: draft.version }));
  const left = await world.asks("admin", draftOf);
  if (left) await world.as("admin", (tx, me) => dropRevision(tx, me, { version: left.version }));
});

type Doing = (tx: Tx, me: Member) => Promise<Result<unknown>>;
const admin = (run: Doing) => world.as("admin", run);
const forum = (run: Doing) => world.as("forum", run);
const version = async () => (await world.asks("admin", draftOf))?.version ?? 0;
/** A revision of one norm, as far as it is wanted. */
async function revision({ proposed }: { proposed: boolean }): Promise<number> {
  valueOf(await admin(startRevision));
  valueOf(await admin((tx, me) => reviseNorm(tx, me, { version: 1, service: "SKP", answer: 4, contact: 9 })));
  if (proposed) valueOf(await admin((tx, me) => proposeRevision(tx, me, { version: 2, commentsUntil: me.today })));
  return version();
}

/** What the database says to a statement of the application, which is undone. */
async function told(persona: string, statement: (tx: Tx, me: Member) => Promise<unknown>): Promise<string> {
  let code = "taken";
  await world
    .as(persona, async (tx, me) => {
      await statement(tx, me);
      return { ok: false, code: "undo" };
    })
    .catch((error: unknown) => {
      code = (error as postgres.PostgresError).code ?? String(error);
    });
  return code;
}

const adoption = (tx: Tx, me: Member, change: Record<string, unknown> = {}) =>
  tx.sql`insert into agreement ${tx.sql({
    partnership_id: me.partnership,
    id: randomUUID(),
    number: 4,
    valid_from: me.today,
    content: null as never,
    adopted_by: me.posts[0] ?? null,
    meeting_on: me.today,
    adopted_on: me.today,
    ...change,
  })}`;

async function asProposed(persona: string, change: (me: Member) => Record<string, unknown> = () => ({})) {
  const draft = await world.asks("admin", draftOf);
  return told(persona, (tx, me) => adoption(tx, me, { content: tx.sql.json(draft?.content as never), ...change(me) }));
}

describe("a revision", () => {
  test("is prepared by the administrator alone, one at a time", async () => {
    expect(await world.as("sagsbehandler.sck", startRevision)).toMatchObject({ code: "not-yours" });
    expect(await forum(startRevision)).toMatchObject({ code: "not-yours" });
    expect(await admin(startRevision)).toMatchObject({ ok: true });
    expect(await admin(startRevision)).toMatchObject({ code: "already-revising" });
  });

  test("is there for nobody but the administrator before it is proposed, and then for Boligsocialt Forum too", async () => {
    await revision({ proposed: false });
    const sees = async (persona: string) => world.asks(persona, async (tx) => (await draftOf(tx)) !== null);
    for (const persona of [...personas, elsewhere("admin")])
      expect([persona, await sees(persona)]).toEqual([persona, persona === "admin"]);
    valueOf(await admin((tx, me) => proposeRevision(tx, me, { version: 2, commentsUntil: me.today })));
    for (const persona of [...personas, elsewhere("admin"), elsewhere("forum")])
      expect([persona, await sees(persona)]).toEqual([persona, persona === "admin" || persona === "forum"]);
    const shown = valueOf(await world.as("forum", readRevision));
    expect(shown.changes.map(({ before, after }) => [before, after])).toEqual([
      [2, 4],
      [5, 9],
    ]);
    expect(await world.as("sagsbehandler.sck", readRevision)).toMatchObject({ code: "not-found" });
  });

  test("loses nothing: who saved over somebody is told, and what cannot be is refused at its field", async () => {
    await revision({ proposed: false });
    expect(
      await admin((tx, me) => reviseNorm(tx, me, { version: 1, service: "SKP", answer: 1, contact: 1 })),
    ).toMatchObject({ code: "draft-stale" });
    const nobody = { from: ["OMRAADECHEF"], order: [], to: { r0: { first: "UNHEARD_OF", others: [] } }, also: [] };
    expect(await admin((tx, me) => reviseRoute(tx, me, { version: 2, service: "SKP", ...nobody }))).toMatchObject({
      code: "function-cannot-refer",
      field: "from",
      details: { missing: [{ field: "from" }, { code: "unknown-function", field: "to.r0.first" }] },
    });
    expect(await admin((tx, me) => reviseAddActivity(tx, me, { version: 2, en: "New" }))).toMatchObject({
      code: "words-needed",
      field: "da",
    });
    const draft = await world.asks("admin", draftOf);
    expect([draft?.version, draft && serviceOf(draft.content, "SKP").norm.answer]).toEqual([2, 4]);
  });

  test("is proposed only when it changes something, and then stands as it is until it comes back", async () => {
    valueOf(await admin(startRevision));
    expect(await admin((tx, me) => proposeRevision(tx, me, { version: 1, commentsUntil: me.today }))).toMatchObject({
      code: "nothing-changed",
    });
    valueOf(await admin((tx, me) => reviseNorm(tx, me, { version: 1, service: "SKP", answer: 4, contact: 9 })));
    valueOf(await admin((tx, me) => proposeRevision(tx, me, { version: 2, commentsUntil: me.today })));
    expect(
      await admin((tx, me) => reviseNorm(tx, me, { version: 3, service: "SKP", answer: 1, contact: 1 })),
    ).toMatchObject({ code: "proposal-stands" });
    expect(await told("admin", ({ sql }) => sql`update agreement_draft set content = '{}', version = 4`)).toBe("BB020");
    expect(await forum((tx, me) => giveRevisionBack(tx, me, { version: 2 }))).toMatchObject({ code: "draft-stale" });
    expect(await forum((tx, me) => giveRevisionBack(tx, me, { version: 3 }))).toMatchObject({ ok: true });
    const draft = await world.asks("admin", draftOf);
    expect(draft).toMatchObject({ proposed: false, version: 4 });
    expect(draft?.returnedOn).not.toBeNull();
    expect(await admin((tx, me) => giveRevisionBack(tx, me, { version: 4 }))).toMatchObject({ code: "not-yours" });
  });
});

describe("the database refuses a version", () => {
  test("that anybody but Boligsocialt Forum adopts", async () => {
    await revision({ proposed: true });
    for (const persona of personas.filter((each) => each !== "forum"))
      expect([persona, await asProposed(persona)]).not.toEqual([persona, "taken"]);
    expect(await asProposed(elsewhere("forum"))).not.toBe("taken");
    expect(await asProposed("forum")).toBe("taken");
  });

  test.each<[string, (me: Member) => Record<string, unknown>]>([
    ["with a content that was not proposed", () => ({ content: {} })],
    ["with another number than the next", () => ({ number: 5 })],
    ["with the number of one that there is", () => ({ number: 3 })],
    ["from a day that has passed", (me) => ({ valid_from: addDays(me.today, -1) })],
    ["that was adopted another day", (me) => ({ adopted_on: addDays(me.today, -1) })],
    ["at a meeting that was not held", (me) => ({ meeting_on: addDays(me.today, 1) })],
    ["at no meeting", () => ({ meeting_on: null })],
    ["in the name of nobody", () => ({ adopted_by: null })],
  ])("%s", async (_, change) => {
    await revision({ proposed: true });
    expect(await asProposed("forum")).toBe("taken");
    expect(await asProposed("forum", change)).not.toBe("taken");
  });

  test("in the name of another post", async () => {
    await revision({ proposed: true });
    const post = await world.post("omraadechef.sck");
    expect(await asProposed("forum", () => ({ adopted_by: post }))).toBe("BB006");
  });

  test("of a draft that nobody proposed", async () => {
    await revision({ proposed: false });
    expect(await asProposed("forum")).toBe("BB020");
  });

  test("that has been adopted, when it is to change or to go, even by the owner", async () => {
    expect(await told("admin", ({ sql }) => sql`update agreement set number = 9`)).toBe("42501");
    for (const statement of ["update agreement set number = 9", "delete from agreement"])
      await expect(world.owns(["agreement"], (sql) => sql.unsafe(statement))).rejects.toMatchObject({ code: "BB020" });
  });

  test("and a proposal that Boligsocialt Forum throws away", async () => {
    await revision({ proposed: true });
    expect(await told("forum", ({ sql }) => sql`delete from agreement_draft`)).toBe("BB006");
  });

  test("and a draft that begins as proposed, or of an old version", async () => {
    const begin = (fields: (me: Member) => Record<string, unknown>) =>
      told(
        "admin",
        ({ sql }, me) =>
          sql`insert into agreement_draft ${sql({ partnership_id: me.partnership, based_on: me.agreement, content: sql.json({}), ...fields(me) })}`,
      );
    expect(await begin(() => ({}))).toBe("taken");
    expect(await begin(() => ({ proposed: true }))).toBe("BB020");
    expect(await begin(() => ({ version: 7 }))).toBe("BB020");
    expect(await begin(() => ({ based_on: randomUUID() }))).toBe("BB020");
  });
});

describe("adoption", () => {
  const days = (me: Member, meeting = 0, from = 0) => ({
    meetingOn: addDays(me.today, meeting),
    validFrom: addDays(me.today, from),
  });

  test("is refused to whoever is not the forum, with days that cannot be, or of what was not seen", async () => {
    const seen = await revision({ proposed: true });
    const tries = (persona: string, change: { meeting?: number; from?: number; seen?: number } = {}) =>
      world.as(persona, (tx, me) =>
        adoptRevision(tx, me, { version: change.seen ?? seen, ...days(me, change.meeting, change.from) }),
      );
    expect(await tries("admin")).toMatchObject({ code: "not-yours" });
    expect(await tries("forum", { seen: 2 })).toMatchObject({ code: "draft-stale" });
    expect(await tries("forum", { meeting: 1 })).toMatchObject({ code: "date-past", field: "meetingOn" });
    expect(await tries("forum", { from: -1 })).toMatchObject({ code: "from-today", field: "validFrom" });
    expect(await tries("forum", { from: 500 })).toMatchObject({ code: "date-too-far", field: "validFrom" });
  });

  test("governs from its day on; what was made before keeps its version", async () => {
    const before = await world.logs("vicevaert.titanparken", { service: "SKP" });
    valueOf(await admin(startRevision));
    const route = {
      from: ["SOCIAL_VICEVAERT", "PROJEKTLEDER_VICEVAERT"],
      order: [],
      to: { r0: { first: "BOLIGRAADGIVER", others: [] } },
      also: ["STOETTEKONTAKTPERSON"],
    };
    valueOf(await admin((tx, me) => reviseRoute(tx, me, { version: 1, service: "SKP", ...route })));
    valueOf(await admin((tx, me) => reviseNorm(tx, me, { version: 2, service: "SKP", answer: 4, contact: 9 })));
    const added = { da: "Bor her ikke", en: "Does not live here" };
    valueOf(
      await admin((tx, me) =>
        reviseList(tx, me, {
          version: 3,
          service: "SKP",
          list: "returnReasons",
          order: ["n1"],
          rows: { n1: { ...added, onlyIf: [], rulesOut: [] } },
        }),
      ),
    );
    valueOf(await admin((tx, me) => proposeRevision(tx, me, { version: 4, commentsUntil: me.today })));
    const adopted = valueOf(await world.as("forum", (tx, me) => adoptRevision(tx, me, { version: 5, ...days(me) })));
    expect(adopted).toEqual({ number: 4 });
    expect(await world.asks("admin", draftOf)).toBeNull();

    const after = await world.logs("vicevaert.titanparken", { service: "SKP" });
    const rows = await world.asks(
      "vicevaert.titanparken",
      (tx) => tx.sql<{ code: string; agreement: string; to: string }[]>`
          select r.code, r.agreement_id as agreement, h.to_post as to
          from referral r join handover h on h.partnership_id = r.partnership_id and h.id = r.waiting_id
          where r.code in (${before}, ${after})`,
    );
    const of = (code: string) => rows.find((row) => row.code === code);
    expect(of(before)?.to).toBe(await world.post("skp.sck"));
    expect(of(after)?.to).toBe(await world.post("boligraadgiver.sck"));
    const termsOf = (code: string) =>
      world.asks("vicevaert.titanparken", async (tx, me) => {
        const service = serviceOf(await agreementOf(tx, me, of(code)?.agreement), "SKP");
        return [service.norm.answer, service.returnReasons.some(({ text }) => text.da === added.da)];
      });
    expect(await termsOf(before)).toEqual([2, false]);
    expect(await termsOf(after)).toEqual([4, true]);
    // The old one is returned for a reason of its own version, and not for one that came later.
    expect(await world.tries("skp.sck", "return", before, { reason: "BOR_HER_IKKE" })).toMatchObject({ ok: false });

    const seen = valueOf(await world.as("sagsbehandler.sck", (tx, me) => readAgreement(tx, me, { locale: "da" })));
    expect(seen.version).toMatchObject({
      number: 4,
      state: "in-force",
      adopted: { by: expect.stringContaining("Forum") },
    });
    const old = valueOf(
      await world.as("sagsbehandler.sck", (tx, me) => readAgreement(tx, me, { locale: "da", number: 3 })),
    );
    expect([old.version.state, serviceOf(old.content, "SKP").norm.answer]).toEqual(["over", 2]);
    expect(
      await world.as("sagsbehandler.sck", (tx, me) => readAgreement(tx, me, { locale: "da", number: 99 })),
    ).toMatchObject({ code: "not-found" });
  });

  test("for a day to come changes nothing before that day, and no other partnership ever", async () => {
    const inForce = (persona: string) => world.asks(persona, async (_tx, me) => me.agreement);
    const [here, there] = await Promise.all([inForce("admin"), inForce(elsewhere("admin"))]);
    const seen = await (async () => {
      valueOf(await admin(startRevision));
      valueOf(await admin((tx, me) => reviseNorm(tx, me, { version: 1, service: "BRO", answer: 7, contact: 9 })));
      valueOf(await admin((tx, me) => proposeRevision(tx, me, { version: 2, commentsUntil: me.today })));
      return version();
    })();
    valueOf(await world.as("forum", (tx, me) => adoptRevision(tx, me, { version: seen, ...days(me, 0, 10) })));
    expect([await inForce("admin"), await inForce(elsewhere("admin"))]).toEqual([here, there]);
    const view = valueOf(await world.as("admin", (tx, me) => readAgreement(tx, me, { locale: "da" })));
    expect(view.versions[0]).toMatchObject({ number: 5, state: "to-come" });
    const today = await world.asks("admin", async (_tx, me): Promise<Day> => me.today);
    expect(view.version.until).toBe(addDays(today, 9));
    const theirs = valueOf(await world.as(elsewhere("admin"), (tx, me) => readAgreement(tx, me, { locale: "da" })));
    expect(theirs.versions).toHaveLength(1);
  });
});
