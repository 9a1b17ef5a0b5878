import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { addPartnership, elsewhere } from "../testing/elsewhere.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { readLocalNames } from "../words/read-local.ts";
import { adoptRevision } from "./adopt-revision.ts";
import { draftOf } from "./draft.ts";
import { activityInput, contractInput, localInput, textsInput } from "./frame-inputs.ts";
import { proposeRevision } from "./propose-revision.ts";
import {
  reviseActivity,
  reviseActivityOrder,
  reviseAddActivity,
  reviseContract,
  reviseLocalNames,
  reviseRestoreActivity,
  reviseRetireActivity,
  reviseTexts,
} from "./revise-frame.ts";
import { dropRevision, startRevision } from "./start-revision.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await addPartnership(world);
});
afterAll(async () => world.close());
beforeEach(async () => {
  const left = await world.asks("admin", draftOf);
  if (left) valueOf(await world.as("admin", (tx, me) => dropRevision(tx, me, { version: left.version })));
  valueOf(await world.as("admin", startRevision));
});

type Doing = (tx: Tx, me: Member, version: number) => Promise<Result<unknown>>;
const says = (da: string) => ({ da, en: "" });
const revise = async (run: Doing, persona = "admin") => {
  const version = (await world.asks("admin", draftOf))?.version ?? 0;
  return world.as(persona, (tx, me) => run(tx, me, version));
};
const contentNow = async () => {
  const draft = await world.asks("admin", draftOf);
  if (!draft) throw new Error("no draft");
  return draft.content;
};

const writesAims: Doing = (tx, me, version) =>
  reviseContract(
    tx,
    me,
    contractInput.parse({ version, piece: "aims", intro: says("Sammen"), closing: says("For alle") }),
  );
const addsPlan: Doing = (tx, me, version) =>
  reviseTexts(
    tx,
    me,
    textsInput.parse({
      version,
      address: "economy",
      order: "n1 i0 i1 i2 i3 i4",
      rows: { n1: { plan: "Ny plan", period: "2027–30", amount: says("1 mio. kr.") } },
    }),
  );
const writesStreets: Doing = (tx, me, version) =>
  reviseLocalNames(tx, me, localInput.parse({ version, streets: "Havnegade\nKajgade" }));
const addsActivity: Doing = (tx, me, version) => reviseAddActivity(tx, me, { version, ...says("Café") });
const writesActivity =
  (change: object = {}): Doing =>
  (tx, me, version) =>
    reviseActivity(
      tx,
      me,
      activityInput.parse({
        version,
        activity: "INDSATS",
        name: says("Indsats"),
        functions: "SOCIAL_VICEVAERT",
        places: says("Her"),
        anchoring: says("I driften"),
        revision: says("Forum"),
        ...change,
      }),
    );
const ordersActivities: Doing = (tx, me, version) =>
  reviseActivityOrder(tx, me, { version, order: ["SUNDHED", "INDSATS"] });
const retires: Doing = (tx, me, version) => reviseRetireActivity(tx, me, { version, activity: "SUNDHED" });
const restores: Doing = (tx, me, version) => reviseRestoreActivity(tx, me, { version, activity: "SUNDHED" });
const all = [writesAims, addsPlan, writesStreets, addsActivity, writesActivity(), ordersActivities, retires];

describe("a piece of the frame, an activity, and local names", () => {
  test("are changed by whoever administers, one after the other", async () => {
    for (const each of all) valueOf(await revise(each));
    const { contract, activities, local } = await contentNow();
    expect([contract.aims.intro.da, contract.economy[0]?.plan, contract.economy.length]).toEqual([
      "Sammen",
      "Ny plan",
      6,
    ]);
    expect([local?.streets, local?.towns]).toEqual([["Havnegade", "Kajgade"], []]);
    expect(activities.map(({ code }) => code)).toEqual(["INDSATS", "CAFE"]);
    expect(activities[0]?.functions).toEqual(["SOCIAL_VICEVAERT"]);
    valueOf(await revise(restores));
    expect((await contentNow()).activities.map(({ code }) => code)).toEqual(["INDSATS", "SUNDHED", "CAFE"]);
  });

  test("are changed by nobody else, and by nobody who saw an older draft", async () => {
    for (const each of [...all, restores]) {
      expect(await revise(each, "forum")).toMatchObject({ code: "not-yours" });
      expect(await revise(each, elsewhere("admin"))).toMatchObject({ code: "no-draft" });
    }
    valueOf(await revise(retires));
    for (const each of [...all, restores])
      expect(await world.as("admin", (tx, me) => each(tx, me, 1))).toMatchObject({ code: "draft-stale" });
  });

  test("are refused at their fields, and a function that is not there as well", async () => {
    expect(await revise(writesActivity({ functions: "UNHEARD_OF" }))).toMatchObject({
      code: "unknown-function",
      field: "functions",
    });
    expect(await revise(writesActivity({ name: {} }))).toMatchObject({ code: "words-needed", field: "name.da" });
    expect((await contentNow()).activities[0]?.code).toBe("INDSATS");
  });

  test("never take the code of an activity that an earlier version had", async () => {
    valueOf(await revise(retires));
    valueOf(await revise((tx, me, version) => reviseAddActivity(tx, me, { version, ...says("Sundhed") })));
    expect((await contentNow()).activities.at(-1)?.code).toBe("SUNDHED_2");
  });
});

test("local names are the guard's once the version governs", async () => {
  const known = (word: string) => world.asks("admin", async (tx, me) => (await readLocalNames(tx, me)).words.has(word));
  valueOf(await revise(writesStreets));
  expect(await known("kajgade")).toBe(false);
  const version = (await world.asks("admin", draftOf))?.version ?? 0;
  valueOf(await world.as("admin", (tx, me) => proposeRevision(tx, me, { version, commentsUntil: me.today })));
  valueOf(
    await world.as("forum", (tx, me) =>
      adoptRevision(tx, me, { version: version + 1, meetingOn: me.today, validFrom: me.today }),
    ),
  );
  expect(await known("kajgade")).toBe(true);
  valueOf(await world.as("admin", startRevision));
});
