import type { OwnService } from "../agreement/agreement.ts";
import type { Version } from "../agreement/agreement-view.ts";
import type { Duty } from "../agreement/parties.ts";
import type { Day } from "../calendar/day.ts";
import type { Category } from "./categories.ts";
import type { Point } from "./checklist.ts";

/**
 * Who reads a row, as its policy says. `whole`, `facts` and `part` are parties of a referral with at least that much of it,
 * so each holds the one before; `told` and `asked` are leaders to whom a code was told; `undoing` is whoever may still undo.
 */
export const readers = [
  "everybody",
  "part",
  "facts",
  "whole",
  "post",
  "self",
  "attends",
  "convenes",
  "undoing",
  "asked",
  "coordinate",
  "overseen",
  "told",
  "lead",
  "forum",
  "administer",
  "protect",
  "nobody",
] as const;
export type Reader = (typeof readers)[number];

/** The columns of one table that hold the same, and who reads them. */
export type Fields = { table: string; category: Category; columns: readonly string[]; readers: readonly Reader[] };

/**
 * `required`: no referral is logged before it is whole, but in a demo. `mine`: the reader answers for it; `conflict`: they
 * would, and administer too.
 */
export type ChecklistView = {
  required: boolean;
  points: { point: Point; ticked: { by: string; on: Day } | null; mine: boolean; conflict: boolean }[];
};

/** What the page for data protection shows: names in the reader's language, everything else as codes. */
export type ProtectionView = {
  /** The one in force; null before the first. */
  version: Version | null;
  checklist: ChecklistView;
  /** Units of the agreement that answer for it. */
  controllers: string[];
  /** The posts of whoever looks after data protection. */
  officers: string[];
  services: { code: string; name: string; basis: OwnService["basis"]; to: string[] }[];
  functions: { code: string; name: string; units: string[]; duties: readonly Duty[] }[];
  fields: readonly Fields[];
};

const within: readonly Reader[] = ["part", "facts", "whole"];

/** Several lists of readers as one, in their order, without those whom a wider one holds. */
export function widest(lists: readonly (readonly Reader[])[]): Reader[] {
  const all = new Set(lists.flat());
  if (all.has("everybody")) return ["everybody"];
  const party = within.find((reader) => all.has(reader));
  const left = readers.filter((reader) => all.has(reader) && (!within.includes(reader) || reader === party));
  return left.length > 1 ? left.filter((reader) => reader !== "nobody") : left;
}
