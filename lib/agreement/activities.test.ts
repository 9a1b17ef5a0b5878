import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import {
  addActivity,
  orderActivities,
  restoreActivity,
  retireActivity,
  setActivity,
  type WrittenActivity,
} from "./activities.ts";
import { type Activity, type AgreementContent, agreementContent } from "./agreement.ts";
import { differences } from "./differences.ts";
import { emptyAgreement } from "./empty-agreement.ts";
import { gapsOf } from "./gaps.ts";

const { content } = noerrebro;
const valueOf = <T>(result: { ok: true; value: T } | { ok: false; code: string; field?: string }): T => {
  if (!result.ok) throw new Error(`${result.code} ${result.field}`);
  return result.value;
};
const [first, second] = content.activities as [Activity, Activity];
const codes = ({ activities }: AgreementContent) => activities.map(({ code }) => code);
/** An activity as its form shows it. */
const shown = (activity: Activity): WrittenActivity => {
  const { name, area = content.areas?.[0]?.code, functions, places, anchoring, revision } = activity;
  return { name, area, functions, places, anchoring, revision };
};

describe("an activity", () => {
  test("that is written as it stands is the same", () => {
    for (const activity of content.activities)
      expect(differences(content, valueOf(setActivity(content, activity.code, shown(activity))))).toEqual([]);
  });

  test("begins with its name alone, and says what is still missing", () => {
    const added = valueOf(addActivity(emptyAgreement(), { da: "Café på torvet", en: "" }, ["CAFE_PAA_TORVET"]));
    expect([added.code, codes(added.content)]).toEqual(["CAFE_PAA_TORVET_2", ["CAFE_PAA_TORVET_2"]]);
    expect(agreementContent.safeParse(added.content).success).toBe(true);
    const missing = gapsOf(added.content).filter(({ part }) => part === `activities.${added.code}`);
    expect(missing.map(({ code, about }) => `${code} ${about}`)).toEqual([
      "one-at-least about",
      "one-at-least functions",
      "text-missing places",
      "text-missing anchoring",
      "text-missing revision",
    ]);
    expect(addActivity(content, { da: " ", en: "Café" }, [])).toMatchObject({ code: "words-needed", field: "da" });
    expect(addActivity(content, { da: first.name.da.toUpperCase() }, [])).toMatchObject({
      code: "activity-named-twice",
      field: "da",
    });
  });

  test("is written bit by bit, and nothing that was said is taken out unseen", () => {
    const added = valueOf(addActivity(emptyAgreement(), { da: "Café" }, []));
    const nothing = { da: "", en: "" };
    const written = { name: { da: "Café" }, functions: [], places: { da: "Torvet" }, anchoring: nothing, revision: {} };
    const next = valueOf(setActivity(added.content, added.code, written));
    expect(next.activities[0]).toMatchObject({ places: { da: "Torvet", en: "" }, anchoring: nothing });
    expect(setActivity(next, added.code, { ...written, places: nothing })).toMatchObject({
      code: "words-needed",
      field: "places.da",
    });
    expect(setActivity(next, added.code, { ...written, revision: { en: "Forum" } })).toMatchObject({
      field: "revision.da",
    });
  });

  test("has a name of its own, an area that is there, and is there", () => {
    const write = (change: Partial<WrittenActivity>) =>
      setActivity(content, first.code, { ...shown(first), ...change });
    expect(write({ name: { da: "", en: "Name" } })).toMatchObject({ code: "words-needed", field: "name.da" });
    expect(write({ name: second.name })).toMatchObject({ code: "activity-named-twice", field: "name.da" });
    expect(write({ area: "UNHEARD_OF" })).toMatchObject({ code: "unknown-choice", field: "area" });
    expect(setActivity(content, "UNHEARD_OF", shown(first))).toMatchObject({ code: "not-found" });
  });

  test("keeps the order of the functions that stay", () => {
    const functions = [...first.functions.toReversed(), "FORUM"];
    const revised = valueOf(setActivity(content, first.code, { ...shown(first), functions }));
    expect(revised.activities[0]?.functions).toEqual([...first.functions, "FORUM"]);
  });

  test("stands where it is put, goes out, and comes back in its place", () => {
    const turned = codes(content).toReversed();
    expect(codes(orderActivities(content, turned))).toEqual(turned);
    expect(codes(orderActivities(content, [second.code]))[0]).toBe(second.code);
    const out = valueOf(retireActivity(content, first.code));
    expect(codes(out)).not.toContain(first.code);
    expect(differences(content, valueOf(restoreActivity(out, content, first.code)))).toEqual([]);
    expect(retireActivity(out, first.code)).toMatchObject({ code: "not-found" });
    expect(restoreActivity(content, content, first.code)).toMatchObject({ code: "not-found" });
  });

  test("is never the last that goes, and comes back to no name and no area that are not there", () => {
    const last = { ...content, activities: [first] };
    expect(retireActivity(last, first.code)).toMatchObject({ code: "last-activity" });
    const out = valueOf(retireActivity(content, first.code));
    const taken = valueOf(setActivity(out, second.code, { ...shown(second), name: first.name }));
    expect(restoreActivity(taken, content, first.code)).toMatchObject({ code: "activity-named-twice" });
    const before = { ...content, activities: [{ ...first, area: "GONE" }, second] };
    const back = valueOf(restoreActivity({ ...before, activities: [second] }, before, first.code));
    expect(back.activities[0]?.area).toBeUndefined();
  });
});
