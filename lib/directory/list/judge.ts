import type { z } from "zod";
import { parseDanishDate } from "#lib/calendar/danish-date.ts";
import { addDays, type Day, day } from "#lib/calendar/day.ts";
import { mailAddress } from "#lib/directory/inputs.ts";
import { personName } from "#lib/directory/person-name.ts";
import type { PostId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { tidy } from "#lib/text/tidy.ts";
import { columnsOf, type ListColumn } from "./columns.ts";
import { mostRows } from "./limits.ts";
import { compared, nearest } from "./nearest.ts";
import type { Cell, Sheet } from "./sheet.ts";

/** A post as a list may name it: its function by name or code, its unit by its short or full name. */
export type NamedPost = { id: PostId; functions: readonly string[]; units: readonly string[] };
/** What is wrong with a cell. `code` is worded under `peopleList.faults`; `text` is what stands there, `near` what is like it. */
export type Fault = { row: number; column: ListColumn; code: FaultCode; text?: string; near?: string };
export type FaultCode =
  | "unseen-sign"
  | "formula"
  | "mail-needed"
  | "mail"
  | "name-needed"
  | "name"
  | "other-name"
  | "function-needed"
  | "function"
  | "function-near"
  | "unit-needed"
  | "unit"
  | "unit-near"
  | "no-post"
  | "several-posts"
  | "date"
  | "date-past"
  | "date-too-far"
  | "other-date"
  | GivingFault;
/** What only the database can tell, of the row of a post. */
export type GivingFault = "oneself" | "already-deputy";

export type ListedPost = { row: number; post: PostId; from: Day };
export type ListedPerson = { mail: string; name: string; posts: readonly ListedPost[] };
export type Listed = { people: readonly ListedPerson[]; faults: readonly Fault[] };

type World = { posts: readonly NamedPost[]; today: Day };

/**
 * What the rows of a list ask for: whoever stands in several is one person with all the posts. Refuses the list as a whole for
 * its headings, and for more rows than are taken ("list-too-many", with their number); what is wrong in a cell is a fault.
 */
export function judgeList(sheet: Sheet, world: World): Result<Listed> {
  if (sheet.count > mostRows) return refused("list-too-many", "file", { rows: sheet.count, most: mostRows });
  const [head, ...rows] = sheet.rows;
  if (!head) return refused("list-empty", "file");
  const found = columnsOf(head);
  if (!found.ok) return found;
  if (rows.length === 0) return refused("list-only-head", "file");
  const people = new Map<string, { mail: string; name: string; posts: ListedPost[] }>();
  const faults: Fault[] = [];
  const findPost = finder(world.posts);
  for (const { number: row, cells } of rows) {
    const wrong = (column: ListColumn, code: FaultCode, more: Pick<Fault, "text" | "near"> = {}): null => {
      faults.push({ row, column, code, ...more });
      return null;
    };
    const read = (column: ListColumn): Cell | null => {
      const cell = cells[found.value.get(column) ?? -1] ?? { text: "", kind: "text" };
      // A file comes in as one text: its cells are tidied here, as a field of a form is on its way in.
      const text = tidy(cell.text);
      if (!text.ok) return wrong(column, "unseen-sign");
      if (cell.kind === "formula" || formula.test(text.value)) return wrong(column, "formula");
      return { ...cell, text: text.value };
    };
    const mail = checked(read("mail"), mailAddress, (code, text) =>
      wrong("mail", code === "mail" ? code : "mail-needed", { text }),
    );
    const name = checked(read("name"), personName, (code, text) =>
      wrong("name", code === "name-needed" ? code : "name", { text }),
    );
    const post = findPost(read("function"), read("unit"), wrong);
    const from = dayOf(read("from"), { world, epoch: sheet.epoch, wrong });
    if (mail === null || name === null || post === null || from === null) continue;
    const person = people.get(mail) ?? { mail, name, posts: [] };
    people.set(mail, person);
    if (compared(person.name) !== compared(name)) wrong("name", "other-name", { text: name, near: person.name });
    const same = person.posts.find((each) => each.post === post);
    if (!same) person.posts.push({ row, post, from });
    else if (same.from !== from) wrong("from", "other-date", { text: String(same.row) });
  }
  return ok({ people: [...people.values()], faults });
}

/** What a spreadsheet would work out. No mail, name, function, unit or date begins so. */
const formula = /^[=+\-@＝＋－＠]/;

type Wrong = (column: ListColumn, code: FaultCode, more?: Pick<Fault, "text" | "near">) => null;

function checked<T>(cell: Cell | null, schema: z.ZodType<T>, wrong: (code: string, text: string) => null): T | null {
  if (!cell) return null;
  const parsed = schema.safeParse(cell.text);
  return parsed.success ? parsed.data : wrong(parsed.error.issues[0]?.message ?? "", short(cell.text));
}

/** So much of a cell is said again that it is known. */
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Finds the one post of a function and a unit, or says what of the two is not there. */
function finder(posts: readonly NamedPost[]) {
  const functions = byName(posts, "functions");
  const units = byName(posts, "units");
  const near = (text: string, { spoken, known }: Index): string | null => {
    if (!known.has(text)) known.set(text, nearest(text, spoken));
    return known.get(text) ?? null;
  };
  return (called: Cell | null, place: Cell | null, wrong: Wrong): PostId | null => {
    const one = (column: "function" | "unit", cell: Cell | null, index: Index): ReadonlySet<PostId> | null => {
      if (!cell) return null;
      if (cell.text === "") return wrong(column, `${column}-needed`);
      const found = index.ids.get(compared(cell.text));
      if (found) return found;
      const like = near(cell.text, index);
      const text = short(cell.text);
      return like ? wrong(column, `${column}-near`, { text, near: like }) : wrong(column, column, { text });
    };
    const [ofFunction, ofUnit] = [one("function", called, functions), one("unit", place, units)];
    if (!ofFunction || !ofUnit || !called || !place) return null;
    const both = [...ofFunction].filter((id) => ofUnit.has(id));
    if (both.length > 1) return wrong("unit", "several-posts", { text: short(called.text), near: short(place.text) });
    return both[0] ?? wrong("function", "no-post", { text: short(called.text), near: short(place.text) });
  };
}

type Index = {
  ids: ReadonlyMap<string, ReadonlySet<PostId>>;
  spoken: ReadonlySet<string>;
  /** What was asked before: the same slip often stands in many rows. */
  known: Map<string, string | null>;
};

function byName(posts: readonly NamedPost[], of: "functions" | "units"): Index {
  const ids = new Map<string, Set<PostId>>();
  const spoken = new Set<string>();
  for (const post of posts)
    for (const name of post[of]) {
      const key = compared(name);
      if (key === "") continue;
      ids.set(key, (ids.get(key) ?? new Set()).add(post.id));
      spoken.add(name);
    }
  return { ids, spoken, known: new Map() };
}

/** How far ahead a post may begin, as by the single form. */
const furthest = 366;

/** A date as people write it, or a day as a spreadsheet counts it; nothing is today. */
function dayOf(
  cell: Cell | null,
  { world: { today }, epoch, wrong }: { world: World; epoch: 1900 | 1904; wrong: Wrong },
): Day | null {
  if (!cell) return null;
  if (cell.text === "") return today;
  const from = (cell.kind === "number" && counted(cell.text, epoch)) || parseDanishDate(cell.text, today);
  if (!from) return wrong("from", "date", { text: short(cell.text) });
  if (from < today) return wrong("from", "date-past", { text: short(cell.text) });
  return from > addDays(today, furthest) ? wrong("from", "date-too-far", { text: short(cell.text) }) : from;
}

/** Days since the last of 1899, or the first of 1904; null where that lies outside the years 2000 to 2099. */
function counted(text: string, epoch: 1900 | 1904): Day | null {
  const days = Math.floor(Number(text)) + (epoch === 1904 ? 1462 : 0);
  return days >= 36_526 && days < 73_051 ? addDays(day("1899-12-30"), days) : null;
}
