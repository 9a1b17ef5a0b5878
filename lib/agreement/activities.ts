import { ok, type Result, refused } from "../result.ts";
import type { Activity, AgreementContent } from "./agreement.ts";
import { codeFor, type Written, wordsOf } from "./codes.ts";
import { activityTexts } from "./gaps.ts";
import { backIn, inOrder } from "./in-order.ts";
import { laterWordsOf } from "./later-words.ts";
import type { Code } from "./words.ts";

const nameTaken = ({ activities }: AgreementContent, danish: string, except?: Code) =>
  activities.some(({ code, name }) => code !== except && name.da.toLowerCase() === danish.toLowerCase());

/**
 * A new activity, last in the agreement, of which nothing is said yet but its name. Refuses "words-needed" and
 * "activity-named-twice".
 *
 * @param taken codes of activities that there have been: none of them comes to mean another
 */
export function addActivity(
  content: AgreementContent,
  written: Written,
  taken: readonly Code[],
): Result<{ content: AgreementContent; code: Code }> {
  const name = wordsOf(written);
  if (!name) return refused("words-needed", "da");
  if (nameTaken(content, name.da)) return refused("activity-named-twice", "da");
  const code = codeFor(name.da, [...taken, ...content.activities.map((each) => each.code)]);
  const unwritten = { da: "", en: "" };
  const activity: Activity = {
    code,
    name,
    about: [],
    focus: [],
    functions: [],
    tasks: [],
    places: unwritten,
    anchoring: unwritten,
    revision: unwritten,
  };
  return ok({ code, content: { ...content, activities: [...content.activities, activity] } });
}

export type WrittenActivity = {
  name: Written;
  area?: Code | undefined;
  functions: readonly Code[];
  places: Written;
  anchoring: Written;
  revision: Written;
};

/**
 * What an activity is called, where it belongs, who is with it and where, and who revises it. Refuses "words-needed",
 * "activity-named-twice" and "unknown-choice" at their fields, and "not-found".
 */
export function setActivity(
  content: AgreementContent,
  code: Code,
  { name: named, area, functions, ...texts }: WrittenActivity,
): Result<AgreementContent> {
  const own = content.activities.find((each) => each.code === code);
  if (!own) return refused("not-found");
  const name = wordsOf(named);
  if (!name) return refused("words-needed", "name.da");
  if (nameTaken(content, name.da, code)) return refused("activity-named-twice", "name.da");
  const areas = (content.areas ?? []).map((each) => each.code);
  if (area && !areas.includes(area)) return refused("unknown-choice", "area");
  const said = laterWordsOf(own, texts, activityTexts);
  if (!said.ok) return said;
  const { area: before, ...rest } = own;
  // The first area is where an activity belongs that names none.
  const belongs = area && (area !== areas[0] || before) ? { area } : {};
  const chosen = [
    ...own.functions.filter((each) => functions.includes(each)),
    ...functions.filter((each) => !own.functions.includes(each)),
  ];
  const next: Activity = { ...rest, ...said.value, ...belongs, name, functions: chosen };
  return ok({ ...content, activities: content.activities.map((each) => (each === own ? next : each)) });
}

export const orderActivities = (content: AgreementContent, order: readonly Code[]): AgreementContent => ({
  ...content,
  activities: inOrder(content.activities, order),
});

/** The agreement without an activity. Refuses "not-found", and "last-activity". */
export function retireActivity(content: AgreementContent, code: Code): Result<AgreementContent> {
  const left = content.activities.filter((each) => each.code !== code);
  if (left.length === content.activities.length) return refused("not-found");
  return left.length === 0 ? refused("last-activity") : ok({ ...content, activities: left });
}

/**
 * A retired activity as the version before has it, back in its place, in the first area where its own is gone. Refuses
 * "not-found" where it has none, or is there, and "activity-named-twice".
 */
export function restoreActivity(
  content: AgreementContent,
  before: AgreementContent,
  code: Code,
): Result<AgreementContent> {
  const activity = before.activities.find((each) => each.code === code);
  if (!activity || content.activities.some((each) => each.code === code)) return refused("not-found");
  if (nameTaken(content, activity.name.da)) return refused("activity-named-twice");
  const { area, ...rest } = activity;
  const back = content.areas?.some((each) => each.code === area) ? activity : rest;
  return ok({ ...content, activities: backIn(content.activities, back, (each) => each.code, before.activities) });
}
