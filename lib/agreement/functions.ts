import { ok, type Result, refused } from "../result.ts";
import type { AgreementContent, AgreementFunction } from "./agreement.ts";
import type { DirectoryFunction, Flaw, NamedFunction } from "./check-agreement.ts";
import { codeFor } from "./codes.ts";
import type { Duty } from "./parties.ts";
import type { Code, Words } from "./words.ts";

/** Duties over others: somebody always has each of them, and no function that is there gets or loses one. */
export const powers = ["administer", "forum", "protect"] as const satisfies readonly Duty[];

const samePowers = (one: readonly Duty[], other: readonly Duty[]) =>
  powers.every((power) => one.includes(power) === other.includes(power));

/** The functions of an agreement: its own list, or those of the directory where it has none. */
export const functionsIn = (
  { functions }: AgreementContent,
  directory: readonly NamedFunction[],
): AgreementFunction[] => functions ?? directory.map(({ code, name, duties }) => ({ code, name, duties: [...duties] }));

/**
 * The functions as they are once this agreement governs. One that comes with it has no post yet, since a post needs its
 * function: it counts as staffed, and whoever keeps the units gives it one once it is adopted.
 */
export function functionsWith(content: AgreementContent, directory: readonly DirectoryFunction[]): NamedFunction[] {
  return functionsIn(content, directory).map((each) => ({
    ...each,
    staffed: directory.find(({ code }) => code === each.code)?.staffed ?? true,
  }));
}

/** What of its functions cannot be: one with posts is gone, one has another power, or nobody has a power. */
export function functionFlaws(content: AgreementContent, directory: readonly DirectoryFunction[]): Flaw[] {
  const flaw = (code: string, about: string): Flaw => ({ part: "functions", field: "code", code, about });
  const now = new Map(functionsIn(content, directory).map((each) => [each.code, each]));
  return [
    ...directory.flatMap(({ code, duties, lasting }) => {
      const stays = now.get(code);
      if (!stays) return lasting ? [flaw("function-has-posts", code)] : [];
      return samePowers(duties, stays.duties) ? [] : [flaw("power-stays", code)];
    }),
    ...powers.flatMap((power) => {
      const held = directory.some(({ code, held }) => held && now.get(code)?.duties.includes(power));
      return held ? [] : [flaw(`nobody-would-${power}`, power)];
    }),
  ];
}

export type WrittenFunction = { code?: Code | undefined; name: { da: string; en: string }; duties: readonly Duty[] };

/**
 * Adds a function, or changes the one of that code. Refuses at the field: "name-needed", "choose" without a duty,
 * "function-named-twice", "power-stays" for a duty over others of a function that is there, and "not-found".
 *
 * @param taken codes that other functions had before
 */
export function setFunction(
  content: AgreementContent,
  { code, name, duties }: WrittenFunction,
  { directory, taken }: { directory: readonly DirectoryFunction[]; taken: readonly Code[] },
): Result<AgreementContent> {
  const list = functionsIn(content, directory);
  const words: Words = { da: name.da.trim(), en: name.en.trim() };
  if (!words.da) return refused("name-needed", "da");
  if (duties.length === 0) return refused("choose", "duties");
  const same = (each: AgreementFunction) => each.name.da.toLowerCase() === words.da.toLowerCase();
  if (list.some((each) => each.code !== code && same(each))) return refused("function-named-twice", "da");
  const next = { name: words, duties: [...duties] };
  if (code === undefined) {
    const made = codeFor(words.da, [...taken, ...list.map((each) => each.code)]);
    return ok({ ...content, functions: [...list, { code: made, ...next }] });
  }
  if (!list.some((each) => each.code === code)) return refused("not-found");
  const there = directory.find((each) => each.code === code);
  if (there && !samePowers(there.duties, duties)) return refused("power-stays", "duties");
  return ok({ ...content, functions: list.map((each) => (each.code === code ? { code, ...next } : each)) });
}

/**
 * Takes a function out. Refuses "function-has-posts" while a post of it has no last day, "nobody-would-…" for the last one
 * with a power that somebody has, and "not-found".
 */
export function retireFunction(
  content: AgreementContent,
  code: Code,
  directory: readonly DirectoryFunction[],
): Result<AgreementContent> {
  const list = functionsIn(content, directory);
  const gone = list.find((each) => each.code === code);
  if (!gone) return refused("not-found");
  const next = { ...content, functions: list.filter((each) => each.code !== code) };
  const before = functionFlaws(content, directory).map((flaw) => `${flaw.code} ${flaw.about}`);
  const brought = functionFlaws(next, directory).filter((flaw) => !before.includes(`${flaw.code} ${flaw.about}`));
  const flaw = brought.find(({ about }) => about !== code) ?? brought[0];
  return flaw ? refused(flaw.code) : ok(next);
}

/** Takes a function of the directory in again that was taken out. Refuses "not-found". */
export function keepFunction(
  content: AgreementContent,
  code: Code,
  directory: readonly DirectoryFunction[],
): Result<AgreementContent> {
  const list = functionsIn(content, directory);
  const back = directory.find((each) => each.code === code);
  if (!back || list.some((each) => each.code === code)) return refused("not-found");
  const { name, duties } = back;
  return ok({ ...content, functions: [...list, { code, name, duties: [...duties] }] });
}

/** One place up or down in the order. What stands first or last stays there. Refuses "not-found". */
export function moveFunction(
  content: AgreementContent,
  { code, to }: { code: Code; to: "up" | "down" },
  directory: readonly DirectoryFunction[],
): Result<AgreementContent> {
  const list = functionsIn(content, directory);
  const at = list.findIndex((each) => each.code === code);
  const moved = list[at];
  if (!moved) return refused("not-found");
  const rest = list.toSpliced(at, 1);
  const place = Math.min(rest.length, Math.max(0, at + (to === "up" ? -1 : 1)));
  return ok({ ...content, functions: rest.toSpliced(place, 0, moved) });
}

/** Functions of the directory that this agreement takes out. */
export const retiredIn = <F extends NamedFunction>({ functions }: AgreementContent, directory: readonly F[]): F[] =>
  functions ? directory.filter(({ code }) => !functions.some((each) => each.code === code)) : [];
