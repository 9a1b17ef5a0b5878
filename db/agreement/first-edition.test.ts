import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, type Day, day } from "#lib/calendar/day.ts";
import { type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import { openPool, type Tx } from "../client.ts";
import { agreementIfAny } from "../directory/directory.ts";
import { readInbox } from "../inbox/read-inbox.ts";
import { readNotices } from "../notice/read-notices.ts";
import { addBegun, begun } from "../testing/begun.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { readWork } from "../work/read-work.ts";
import { adoptRevision } from "./adopt-revision.ts";
import { addComment, commentsOf, removeComment } from "./comment.ts";
import { draftOf } from "./draft.ts";
import { localInput, textsInput } from "./frame-inputs.ts";
import { giveRevisionBack, proposeRevision, takeRevisionBack } from "./propose-revision.ts";
import { readAgreementPage } from "./read-agreement.ts";
import { readProposal } from "./read-proposal.ts";
import { type RevisionView, readRevision } from "./read-revision.ts";
import { reviseFunction, takeTemplateForAll } from "./revise.ts";
import { reviseActivity, reviseAddActivity, reviseContract, reviseLocalNames, reviseTexts } from "./revise-frame.ts";
import { reviseAddService, reviseList } from "./revise-service.ts";
import { addServiceInput, listInput } from "./service-inputs.ts";
import { startRevision } from "./start-revision.ts";
import { templateForAll } from "./templates.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld({ on: "2026-12-02T10:00" });
  await addBegun(world);
});
afterAll(async () => world.close());

type Doing<T = unknown> = (tx: Tx, me: Member) => Promise<Result<T>>;
const admin = <T>(run: Doing<T>) => world.as(begun("admin"), run);
const forum = <T>(run: Doing<T>) => world.as(begun("forum"), run);
const version = async () => (await world.asks(begun("admin"), draftOf))?.version ?? 0;
const shown = async (): Promise<RevisionView> => valueOf(await admin(readRevision));
const page = async (who: Parameters<typeof begun>[0]) =>
  valueOf(await world.as(begun(who), (tx, me) => readAgreementPage(tx, me, { locale: "da" })));
const mails = () =>
  world.owns(
    ["mail"],
    (sql) => sql<{ to: string; values: object }[]>`
    select to_address as to, "values" from mail where kind = 'agreement-proposed' order by at`,
  );
const wrongly = (statement: (tx: Tx, me: Member) => Promise<unknown>, persona = begun("forum")) =>
  world
    .as(persona, async (tx, me) => {
      await statement(tx, me);
      return refused("taken");
    })
    .then(
      (answer) => (answer.ok ? "ok" : answer.code),
      (error: unknown) => (error as postgres.PostgresError).code ?? String(error),
    );

type Revising = (tx: Tx, me: Member, version: number) => Promise<Result<unknown>>;
/** Saves pieces of the draft one after the other, each as the one before left it. */
async function revise(...pieces: Revising[]): Promise<void> {
  for (const piece of pieces) {
    const seen = await version();
    valueOf(await admin((tx, me) => piece(tx, me, seen)));
  }
}
const said = (da: string) => ({ da, en: "" });
const nothing = { title: {}, subject: {}, intro: {}, closing: {}, coordination: {}, revision: {} };
const writesContract =
  (piece: "title" | "aims" | "coordination", texts: object, filed: { date?: Day; file?: string } = {}): Revising =>
  (tx, me, seen) =>
    reviseContract(tx, me, {
      version: seen,
      piece,
      texts: { ...nothing, ...texts },
      date: filed.date,
      file: filed.file ?? "",
    });
const writesTexts =
  (address: string, row: object): Revising =>
  (tx, me, seen) =>
    reviseTexts(tx, me, textsInput.parse({ version: seen, address, order: "n1", rows: { n1: row } }));

describe("a partnership in which nothing is agreed yet", () => {
  test("says so to everybody, and whoever administers it may begin", async () => {
    expect(await page("dpo")).toEqual({ view: null, revises: null, drafting: false });
    expect(await page("admin")).toEqual({ view: null, revises: "prepares", drafting: false });
    expect(await page("forum")).toMatchObject({ view: null, revises: "adopts" });
  });

  test("has its notices, and refuses what only an agreement makes", async () => {
    for (const who of ["admin", "forum", "dpo"] as const) {
      expect(await world.asks(begun(who), agreementIfAny)).toBeNull();
      expect(await world.as(begun(who), (tx, me) => readNotices(tx, me, "da"))).toMatchObject({ ok: true });
      for (const reads of [(tx, me) => readWork(tx, me, "da"), (tx, me) => readInbox(tx, me)] as Doing[])
        expect(await world.as(begun(who), reads)).toMatchObject({ code: "no-agreement" });
    }
  });
});

describe("the first edition", () => {
  test("begins empty, by the administrator alone, and takes what holds for all from the template", async () => {
    expect(await forum(startRevision)).toMatchObject({ code: "not-yours" });
    valueOf(await admin(startRevision));
    const view = await shown();
    expect([view.first, view.draft?.basedOn, view.draft?.content.services]).toEqual([true, null, []]);
    expect(view.steps.find(({ step }) => step === "forAll")?.state).toBe("missing");
    const taken = await version();
    valueOf(await admin((tx, me) => takeTemplateForAll(tx, me, { version: taken })));
    const next = await shown();
    expect(next.draft?.content.forAll).toEqual(templateForAll());
    expect(next.steps.find(({ step }) => step === "forAll")?.state).toBe("done");
    const again = await version();
    expect(await admin((tx, me) => takeTemplateForAll(tx, me, { version: again }))).toMatchObject({
      code: "template-there",
    });
  });

  test("is saved however incomplete, and not proposed before it is whole", async () => {
    await revise(writesContract("title", { title: said("Aftale for Amager") }));
    const { flaws } = await shown();
    expect(flaws.some(({ about }) => about === "subject")).toBe(true);
    expect(flaws.some(({ about }) => about === "title")).toBe(false);
    const now = await version();
    expect(await admin((tx, me) => proposeRevision(tx, me, { version: now, commentsUntil: me.today }))).toMatchObject({
      code: "revision-flawed",
    });
  });

  test("names functions that come with it, proposed for comments until a day, and Forum alone is told", async () => {
    for (const [da, duty] of [
      ["Vært", "refer"],
      ["Rådgiver", "receive"],
    ] as const) {
      const seen = await version();
      valueOf(await admin((tx, me) => reviseFunction(tx, me, { version: seen, da, en: "", duties: [duty] })));
    }
    await revise(
      writesContract(
        "title",
        { title: said("Aftale for Amager"), subject: said("Udsatte") },
        { date: day("2026-12-01"), file: "26-1" },
      ),
      writesContract("aims", { intro: said("Sammen"), closing: said("For alle") }),
      writesContract("coordination", { coordination: said("Forum"), revision: said("Forum") }),
      writesTexts("contract.frame", { text: said("Vi samarbejder.") }),
      writesTexts("economy", { plan: "Remisevænget", period: "2026–30", amount: said("1 mio. kr.") }),
      (tx, me, seen) =>
        reviseLocalNames(tx, me, localInput.parse({ version: seen, streets: "Amagerbrogade\nØresundsvej" })),
      (tx, me, seen) =>
        reviseAddService(
          tx,
          me,
          addServiceInput.parse({ version: seen, name: said("Støtte"), from: "VAERT", to: "RAADGIVER" }),
        ),
      (tx, me, seen) =>
        reviseList(
          tx,
          me,
          listInput.parse({
            version: seen,
            service: "STOETTE",
            list: "situations",
            order: "n1",
            rows: { n1: said("Er alene") },
          }),
        ),
      (tx, me, seen) => reviseAddActivity(tx, me, { version: seen, ...said("Café") }),
      (tx, me, seen) =>
        reviseActivity(tx, me, {
          version: seen,
          activity: "CAFE",
          name: said("Café"),
          area: undefined,
          functions: ["VAERT"],
          places: said("Torvet"),
          anchoring: said("I driften"),
          revision: said("Forum"),
        }),
    );
    expect((await shown()).flaws.map(({ part, about }) => `${part} ${about}`)).toEqual(["activities.CAFE about"]);
    await revise(writesTexts("activities.CAFE.about", { text: said("Hver torsdag.") }));
    expect((await shown()).flaws).toEqual([]);
    expect((await shown()).steps.filter(({ state }) => state !== "done").map(({ step }) => step)).toEqual([
      "areas",
      "meetings",
    ]);
    const seen = await version();
    const proposed = (ahead: number) =>
      admin((tx, me) => proposeRevision(tx, me, { version: seen, commentsUntil: addDays(me.today, ahead) }));
    expect(await proposed(-1)).toMatchObject({ code: "from-today", field: "commentsUntil" });
    expect(await proposed(400)).toMatchObject({ code: "date-too-far", field: "commentsUntil" });
    expect(await mails()).toEqual([]);
    expect(await world.asks(begun("forum"), readProposal)).toBeNull();
    valueOf(await proposed(7));
    expect(await world.asks(begun("forum"), readProposal)).toEqual({ commentsUntil: "2026-12-09" });
    for (const who of [begun("admin"), begun("dpo"), "forum"])
      expect([who, await world.asks(who, readProposal)]).toEqual([who, null]);
    expect(await mails()).toEqual([{ to: begun("forum"), values: { page: "/agreement/revision" } }]);
    expect(
      await wrongly(
        ({ sql }) => sql`update agreement_draft set comments_until = '2027-06-01', version = version + 1`,
        begun("admin"),
      ),
    ).toBe("BB020");
  });

  test("is commented on by Forum alone, until the day, and the administrator reads it", async () => {
    const seen = await version();
    const says = (text: string) => (tx: Tx, me: Member) =>
      addComment(tx, me, { version: seen, text: text as Parameters<typeof addComment>[2]["text"] });
    expect(await admin(says("Fin"))).toMatchObject({ code: "not-yours" });
    expect(await world.as(begun("dpo"), says("Fin"))).toMatchObject({ code: "not-yours" });
    expect(await world.as("forum", says("Fin"))).toMatchObject({ code: "no-draft" });
    expect(await forum((tx, me) => addComment(tx, me, { version: 1, text: "Fin" as never }))).toMatchObject({
      code: "draft-stale",
    });
    valueOf(await forum(says("Frister er for korte.")));
    valueOf(await forum(says("En fejl.")));
    const [first, second] = await world.asks(begun("admin"), commentsOf);
    expect([first?.text, second?.text]).toEqual(["Frister er for korte.", "En fejl."]);
    for (const persona of [begun("dpo"), "admin", "forum"]) expect(await world.asks(persona, commentsOf)).toEqual([]);
    expect(await admin((tx, me) => removeComment(tx, me, { comment: first?.id ?? "" }))).toMatchObject({
      code: "not-yours",
    });
    valueOf(await forum((tx, me) => removeComment(tx, me, { comment: second?.id ?? "" })));

    const own = (tx: Tx, me: Member, change: object = {}) =>
      tx.sql`insert into agreement_comment ${tx.sql({
        partnership_id: me.partnership,
        id: randomUUID(),
        person_id: me.person,
        post_id: me.posts[0] ?? "",
        text: "Nej",
        ...change,
      })}`;
    expect(await wrongly((tx, me) => own(tx, me), begun("admin"))).toBe("42501");
    expect(await wrongly((tx, me) => own(tx, me), begun("dpo"))).toBe("42501");
    const other = await world.asks(begun("admin"), async (_tx, me) => me);
    expect(await wrongly((tx, me) => own(tx, me, { person_id: other.person }))).toBe("42501");
    expect(await wrongly((tx, me) => own(tx, me, { at: "2020-01-01T00:00:00Z" }))).toBe("42501");
    expect(await wrongly((tx, me) => own(tx, me, { text: "x".repeat(501) }))).toBe("23514");
    expect(await wrongly(({ sql }) => sql`update agreement_comment set text = 'Ja'`)).toBe("42501");

    await world.turnTo("2026-12-10T10:00");
    for (const persona of [begun("admin"), begun("forum"), begun("dpo"), "forum"]) await world.signsInAgain(persona);
    expect(await forum(says("For sent"))).toMatchObject({ code: "comments-over" });
    expect(await wrongly((tx, me) => own(tx, me))).toBe("42501");
    expect(await forum((tx, me) => removeComment(tx, me, { comment: first?.id ?? "" }))).toMatchObject({
      code: "comments-over",
    });
  });

  test("comes back with its comments, is proposed anew, and is adopted as version 1 with its functions", async () => {
    const before = await version();
    valueOf(await forum((tx, me) => giveRevisionBack(tx, me, { version: before })));
    expect((await shown()).comments).toHaveLength(1);
    const again = await version();
    valueOf(await admin((tx, me) => proposeRevision(tx, me, { version: again, commentsUntil: me.today })));
    const seen = await version();
    valueOf(await admin((tx, me) => takeRevisionBack(tx, me, { version: seen })));
    const last = await version();
    valueOf(await admin((tx, me) => proposeRevision(tx, me, { version: last, commentsUntil: me.today })));
    expect(await mails()).toHaveLength(3);
    const adopting = { version: last + 1 };
    const adopts: Doing<{ number: number }> = (tx, me) =>
      adoptRevision(tx, me, { ...adopting, meetingOn: me.today, validFrom: me.today });
    expect(await admin(adopts)).toMatchObject({ code: "not-yours" });
    expect(await world.as("forum", adopts)).toMatchObject({ code: "no-draft" });
    expect(valueOf(await forum(adopts))).toEqual({ number: 1 });
    expect(await page("dpo")).toMatchObject({ view: { version: { number: 1, state: "in-force" } } });
    expect(
      await world.asks(begun("admin"), async ({ sql }) => {
        const rows = await sql<{ code: string }[]>`select code from function order by code`;
        return rows.map(({ code }) => code);
      }),
    ).toEqual(["ADMINISTRATOR", "DATABESKYTTELSE", "FORUM", "RAADGIVER", "VAERT"]);
    const left = await world.owns(
      ["agreement_comment", "agreement_draft"],
      (sql) => sql`select 1 from agreement_comment`,
    );
    expect(left.count).toBe(0);
  });

  test("is adopted once: nobody writes another first version", async () => {
    expect(
      await wrongly(
        ({ sql }, me) =>
          sql`insert into agreement_draft (partnership_id, based_on, content) values (${me.partnership}, null, '{}')`,
        begun("admin"),
      ),
    ).toBe("BB020");
    const pool = openPool(world.database.appUrl, { max: 1 });
    expect(await pool.sql`select 1 from agreement_comment`.then((rows) => rows.count)).toBe(0);
    await pool.close();
  });
});
