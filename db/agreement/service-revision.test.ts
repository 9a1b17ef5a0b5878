import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { serviceName, serviceOf } from "#lib/agreement/service-of.ts";
import { ok, type Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import { readBoard } from "../board/read-board.ts";
import type { Tx } from "../client.ts";
import { agreementOf } from "../directory/directory.ts";
import { readInbox } from "../inbox/read-inbox.ts";
import { addPartnership, elsewhere } from "../testing/elsewhere.ts";
import { personas } from "../testing/who-sees.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { adoptRevision } from "./adopt-revision.ts";
import { draftOf } from "./draft.ts";
import { proposeRevision, takeRevisionBack } from "./propose-revision.ts";
import { readRevision } from "./read-revision.ts";
import {
  reviseAddService,
  reviseList,
  reviseRestore,
  reviseRetire,
  reviseServiceOrder,
  reviseServiceWords,
} from "./revise-service.ts";
import { listInput } from "./service-inputs.ts";
import { serviceLoads } from "./service-loads.ts";
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

type Doing<T> = (tx: Tx, me: Member) => Promise<Result<T>>;
const admin = async <T>(run: Doing<T>): Promise<T> => valueOf(await world.as("admin", run));
const refusalOf = (run: Doing<unknown>) => world.as("admin", run);
const food = {
  name: { da: "Madhjælp", en: "" },
  template: undefined,
  from: ["SOCIAL_VICEVAERT", "PROJEKTLEDER_VICEVAERT"],
  to: "BOLIGRAADGIVER",
};
const list = (input: object) => listInput.parse(input);

/** Adopts the draft, from today on. */
async function adopt(version: number): Promise<void> {
  await admin((tx, me) => proposeRevision(tx, me, { version, commentsUntil: me.today }));
  valueOf(
    await world.as("forum", (tx, me) =>
      adoptRevision(tx, me, { version: version + 1, meetingOn: me.today, validFrom: me.today }),
    ),
  );
}

describe("a service of a revision", () => {
  test("is added by the administrator alone, with who refers and who receives it", async () => {
    await admin(startRevision);
    for (const persona of personas.filter((each) => each !== "admin"))
      expect([persona, await world.as(persona, (tx, me) => reviseAddService(tx, me, { version: 1, ...food }))]).toEqual(
        [persona, { ok: false, code: "not-yours" }],
      );
    expect(
      await refusalOf((tx, me) => reviseAddService(tx, me, { version: 1, ...food, template: "X.Y" })),
    ).toMatchObject({
      code: "unknown-choice",
      field: "template",
    });
    expect(
      await refusalOf((tx, me) =>
        reviseAddService(tx, me, { version: 1, ...food, from: ["OMRAADECHEF"], to: "OMRAADECHEF" }),
      ),
    ).toMatchObject({
      code: "function-cannot-refer",
      field: "from",
      details: { missing: [{ field: "from" }, { code: "function-cannot-receive", field: "to" }] },
    });
    expect(await admin((tx, me) => reviseAddService(tx, me, { version: 1, ...food }))).toEqual({
      version: 2,
      code: "MADHJAELP",
    });
    const seen = await admin(readRevision);
    expect(seen.flaws).toMatchObject([{ part: "services.MADHJAELP", field: "situations", code: "situation-needed" }]);
    expect(await refusalOf((tx, me) => proposeRevision(tx, me, { version: 2, commentsUntil: me.today }))).toMatchObject(
      {
        code: "revision-flawed",
      },
    );
    expect(await refusalOf((tx, me) => reviseAddService(tx, me, { version: 1, ...food }))).toMatchObject({
      code: "draft-stale",
    });
  });

  test("is copied from the version in force, with its English as it was written", async () => {
    await admin(startRevision);
    const { code } = await admin((tx, me) =>
      reviseAddService(tx, me, { version: 1, ...food, name: { da: "Støtte til unge", en: "" }, template: ".SKP" }),
    );
    const draft = await world.asks("admin", draftOf);
    const added = draft?.content.services.find((each) => each.code === code);
    expect([code, added?.name.en, added?.situations.length]).toEqual(["STOETTE_TIL_UNGE", "", 7]);
    expect((await admin(readRevision)).flaws).toEqual([]);
  });

  test("can be logged once Forum has adopted it, is shown in Danish where the English is empty, and retired again", async () => {
    await admin(startRevision);
    await admin((tx, me) => reviseAddService(tx, me, { version: 1, ...food }));
    const rows = { n1: { da: "Kan ikke lave mad" }, n2: { da: "Får ikke handlet", en: "Does no shopping" } };
    const situations = { service: "MADHJAELP", list: "situations" as const, order: "n2 n1", rows };
    await admin((tx, me) => reviseList(tx, me, list({ version: 2, ...situations })));
    await adopt(3);
    const code = await world.logs("vicevaert.titanparken", { service: "MADHJAELP" });
    const inForce = await world.asks("vicevaert.titanparken", (tx, me) => agreementOf(tx, me));
    expect(serviceOf(inForce, "MADHJAELP").situations.map(({ text }) => text.en)).toEqual([
      "Does no shopping",
      "Kan ikke lave mad",
    ]);

    // Retired with one open: it goes on under its own version, and is called by its name.
    await admin(startRevision);
    await admin((tx, me) => reviseRetire(tx, me, { version: 1, service: "MADHJAELP" }));
    expect(await admin(async (tx, me) => ({ ok: true, value: await serviceLoads(tx, me) }))).toMatchObject({
      MADHJAELP: "few",
    });
    await adopt(2);
    expect(
      await world.as("vicevaert.titanparken", async (tx, me) => {
        const { log } = await import("../referral/log.ts");
        return log(tx, me, { service: "MADHJAELP" } as never);
      }),
    ).toMatchObject({ code: "choose-service" });
    const inbox = valueOf(await world.as("boligraadgiver.sck", (tx, me) => readInbox(tx, me)));
    expect(inbox.rows.find((row) => row.code === code)?.service).toBe("Madhjælp");
    const board = valueOf(await world.as("sagsbehandler.sck", readBoardOf));
    expect(board.rows.find((row) => row.code === code)?.service).toBe("Madhjælp");
    await world.does("boligraadgiver.sck", "accept", code);
    await world.does("boligraadgiver.sck", "complete", code, { outcome: "PAA_STEDET" });
    const now = await world.asks("admin", (tx, me) => agreementOf(tx, me));
    expect(now.services.some((each) => each.code === "MADHJAELP")).toBe(false);
    expect(serviceName(serviceOf(now, "MADHJAELP")).da).toBe("Madhjælp");

    // Another one by the same name is another service.
    await admin(startRevision);
    expect(await admin((tx, me) => reviseAddService(tx, me, { version: 1, ...food }))).toMatchObject({
      code: "MADHJAELP_2",
    });
  });

  test("is brought back as the version before has it, and put in order", async () => {
    await admin(startRevision);
    await admin((tx, me) => reviseRetire(tx, me, { version: 1, service: "SKP" }));
    await admin((tx, me) => reviseRestore(tx, me, { version: 2, service: "SKP" }));
    expect((await admin(readRevision)).changes).toEqual([]);
    const codes = (await world.asks("admin", draftOf))?.content.services.map(({ code }) => code) ?? [];
    await admin((tx, me) => reviseServiceOrder(tx, me, { version: 3, order: codes.toReversed() }));
    expect((await admin(readRevision)).changes).toHaveLength(1);
    expect(await refusalOf((tx, me) => reviseRestore(tx, me, { version: 4, service: "SKP" }))).toMatchObject({
      code: "not-found",
    });
  });

  test("is saved in one piece though another piece of it lacks something", async () => {
    await admin(startRevision);
    const { code: service } = await admin((tx, me) => reviseAddService(tx, me, { version: 1, ...food }));
    const words = { name: food.name, short: { da: "Mad", en: "" }, hint: {}, decidedBy: {} };
    expect(await admin((tx, me) => reviseServiceWords(tx, me, { version: 2, service, ...words }))).toEqual({
      version: 3,
    });
  });
});

test("how many are open of a service is told to the administrator alone, of the own partnership, and no number under five", async () => {
  for (let count = 0; count < 6; count += 1) await world.logs("vicevaert.titanparken", { service: "BRO" });
  await world.logs("vicevaert.titanparken", { service: "SUNDHED" });
  const loads = (persona: string) => world.asks(persona, serviceLoads);
  expect(await loads("admin")).toMatchObject({ BRO: 6, SUNDHED: "few" });
  for (const persona of personas.filter((each) => each !== "admin"))
    expect([persona, await loads(persona)]).toEqual([persona, {}]);
  expect(await loads(elsewhere("admin"))).toEqual({});
});

/** The board's rows, whatever their clock. */
const readBoardOf = async (tx: Tx, me: Member) => {
  const read = await readBoard(tx, me, {
    service: undefined,
    unit: undefined,
    clock: undefined,
    page: 1,
    lang: "da",
  } as never);
  return read.ok ? ok({ rows: read.value.groups.flatMap(({ rows }) => rows) }) : read;
};
