import type { z } from "zod";
import { type Mistake, type Path, say } from "./mistake.ts";
import { isFields, type Use, writtenAt } from "./resolve-definitions.ts";

type Issue = z.core.$ZodIssue;
/** What zod says where several ways have no sentence of their own. */
const unsaid = "Invalid input";

type Within = { value: unknown; uses: readonly Use[] };

/** What the shape of a file refuses, each in words and at the place where it was written. */
export function sentencesOf(issues: readonly Issue[], within: Within): Mistake[] {
  return issues.flatMap((issue) => sentences(issue, [], within));
}

function sentences(issue: Issue, above: Path, within: Within): Mistake[] {
  const path = [...above, ...(issue.path as (string | number)[])];
  const at = (where: Path, says: string) => say(writtenAt(where, within.uses), says);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => at([...path, key], "there is no such field here"));
  // Keys of a list by names, as the weekdays of telephone hours.
  if (issue.code === "invalid_key") return [at(path, "there is no such field here")];
  // Rules over several fields name their own place; what is laid in is not wrong by itself.
  if (issue.code === "custom") return [say(path, issue.message)];
  const value = valueAt(within.value, path);
  if (issue.code === "invalid_union" && value !== undefined) {
    const branch = meant(issue.errors, value) ?? (issue.message === unsaid ? issue.errors[0] : undefined);
    return branch ? branch.flatMap((inner) => sentences(inner, path, within)) : [at(path, issue.message)];
  }
  const should = wanted(issue, value);
  return [at(path, value === undefined ? `it is missing: ${should}` : should)];
}

/** The way of several that somebody began to write: the one whose fields are there. */
function meant(branches: readonly Issue[][], value: unknown): Issue[] | undefined {
  if (!isFields(value)) return undefined;
  return branches.find((issues) => issues.every(({ code, path }) => code !== "unrecognized_keys" || path.length > 0));
}

function wanted(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return kinds[issue.expected] ?? issue.message;
    case "invalid_value":
      return issue.values.length === 1
        ? `only ${JSON.stringify(issue.values[0])} can stand here`
        : `one of ${issue.values.map(String).join(", ")}`;
    case "too_big":
      return issue.origin === "array" ? `at most ${issue.maximum}; there are ${lengthOf(value)}` : issue.message;
    case "too_small":
      return issue.origin === "array" ? "at least one" : issue.message;
    case "invalid_format":
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
    case "not_multiple_of":
    case "unrecognized_keys":
    case "custom":
      return issue.message;
    default:
      return issue satisfies never;
  }
}

/** What zod calls the kinds of values; a field with a sentence of its own never comes here. */
const kinds: Record<string, string> = {
  array: "a list in [ ]",
  object: "fields in { }",
  record: "fields in { }",
  boolean: "true or false",
};

const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : 0);

function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}
