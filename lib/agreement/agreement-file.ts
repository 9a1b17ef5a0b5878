import { undrawn } from "../text/drawn.ts";
import { tidy } from "../text/tidy.ts";
import type { AgreementContent } from "./agreement.ts";
import { checkFile } from "./check-file.ts";
import { type FileShape, type FunctionInFile, fileShape, type PostInFile, type UnitInFile } from "./file-shape.ts";
import { type Mistake, type Path, say } from "./mistake.ts";
import { isFields, resolveDefinitions, writtenAt } from "./resolve-definitions.ts";
import { sentencesOf } from "./shape-mistakes.ts";

/** A partnership's agreement with its units, functions and posts: what a file holds, shared pieces laid in. */
export type AgreementFile = {
  partnership: { name: string };
  version?: { number: number; from: string };
  units: UnitInFile[];
  functions: FunctionInFile[];
  posts: PostInFile[];
  content: AgreementContent;
};

export type ReadFile = { ok: true; file: AgreementFile } | { ok: false; mistakes: Mistake[] };

/** Longer no list of an agreement is. */
const longestList = 200;
/** More is told of nobody's file at once: one mistake has many signs. */
const mostMistakes = 100;

/**
 * Reads what a file says, and whatever is wrong in it: each mistake by its path and in words. Nothing is put right
 * silently but the white space around a text.
 */
export function readAgreementFile(raw: unknown): ReadFile {
  if (!isFields(raw)) return wrong([say([], "an agreement is fields in { }, as the schema says")]);
  const resolved = resolveDefinitions(raw);
  if (!resolved.ok) return resolved;
  const { uses } = resolved;
  const found: Mistake[] = [];
  const tidied = tidyAll(resolved.value, [], (path, sentence) => found.push(say(writtenAt(path, uses), sentence)));
  if (found.length > 0) return wrong(found);
  const parsed = fileShape.safeParse(tidied);
  if (!parsed.success) return wrong(sentencesOf(parsed.error.issues, { value: tidied, uses }));
  const file = filed(parsed.data);
  const flaws = checkFile(file);
  return flaws.length > 0 ? wrong(flaws) : { ok: true, file };
}

const wrong = (mistakes: readonly Mistake[]): ReadFile => {
  const once = new Map(mistakes.map((each) => [`${each.path} ${each.says}`, each]));
  return { ok: false, mistakes: [...once.values()].slice(0, mostMistakes) };
};

const filed = ({
  $schema: _,
  partnership,
  version,
  units,
  functions,
  posts,
  ...content
}: FileShape): AgreementFile => ({
  partnership,
  ...(version ? { version } : {}),
  units,
  functions,
  posts,
  content,
});

/** The same as it is written: one level, as the schema says. */
export const written = ({ content, ...file }: AgreementFile): Record<string, unknown> => ({
  $schema: "./agreement.schema.json",
  ...file,
  ...content,
});

/** Signs of which everybody knows that they are seen, and kept: most texts have no others. */
const plain = /^[ -~æøåÆØÅéüö–‘’“”]*$/;

function tidyAll(value: unknown, path: Path, refuse: (path: Path, sentence: string) => void): unknown {
  if (typeof value === "string") {
    if (plain.test(value)) return value;
    const text = tidy(value);
    if (!text.ok) refuse(path, "it has a sign that steers a machine, and that nobody can see");
    const sign = text.ok ? undrawn(text.value) : null;
    if (sign !== null) refuse(path, `it has a sign that no paper of the product can show: ${sign}`);
    return text.ok ? text.value : value;
  }
  if (Array.isArray(value)) {
    if (value.length > longestList) refuse(path, `at most ${longestList} of them; there are ${value.length}`);
    return value.map((each, place) => tidyAll(each, [...path, place], refuse));
  }
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, tidyAll(each, [...path, name], refuse)]),
  );
}
