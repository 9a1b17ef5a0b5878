import type { AgreementContent } from "./agreement.ts";
import type { AgreementFile } from "./agreement-file.ts";
import { isFields } from "./resolve-definitions.ts";

/**
 * The same agreement in the same form, however it is written: fields by name; units, functions and posts by key; what is
 * empty, or says only what holds unless told otherwise, left out.
 */
export function canonical(file: AgreementFile): unknown {
  const by = (key: string) => (a: object, b: object) =>
    String((a as Record<string, unknown>)[key]) < String((b as Record<string, unknown>)[key]) ? -1 : 1;
  return plain({
    ...file,
    units: file.units.map((unit) => (unit.with ? { ...unit, with: unit.with.toSorted() } : unit)).toSorted(by("key")),
    functions: file.functions.map((each) => ({ ...each, duties: each.duties.toSorted() })).toSorted(by("code")),
    posts: file.posts.toSorted(by("key")),
  });
}

/** Do two contents say the same, whatever the order of their fields? The order of a list counts. */
export const sameContent = (one: AgreementContent, other: AgreementContent): boolean =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other));

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isFields(value)) return value;
  const kept = Object.entries(value)
    .filter(([key, each]) => !isDefault(key, each))
    .map(([key, each]) => [key, plain(each)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kept);
}

function isDefault(key: string, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (key === "source") return value === "contract";
  if (key === "en") return value === "";
  return (key === "areas" || key === "with" || key === "renamed") && Array.isArray(value) && value.length === 0;
}
