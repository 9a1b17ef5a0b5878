import type { AgreementFile } from "./agreement-file.ts";
import type { UnitInFile } from "./file-shape.ts";
import { type Mistake, type Path, say } from "./mistake.ts";
import type { Duty } from "./parties.ts";

type Found = Mistake[];

/** Without these nobody could let people in, adopt a version or look after data protection. */
const needed: readonly Duty[] = ["administer", "forum", "protect"];

/** Units, functions and posts: every key once, every other one that is named is there, days in order. */
export function checkParties({ units, functions, posts }: AgreementFile): Found {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const byCode = new Map(functions.map((each) => [each.code, each]));
  const postKeys = new Set(posts.map(({ key }) => key));
  return [
    ...twice(units, ({ key }) => key, ["units"], "key"),
    ...units.flatMap((unit, at) => [
      ...inOrder(unit, ["units", at]),
      ...(unit.parent === undefined ? [] : belongs(unit, unit.parent, { byKey, path: ["units", at, "parent"] })),
      ...ownersOf(unit, byKey, ["units", at, "with"]),
      ...(circles(unit.key, byKey) ? [say(["units", at, "parent"], "followed upwards it leads back to itself")] : []),
    ]),
    ...twice(functions, ({ code }) => code, ["functions"], "code"),
    ...functions.flatMap((each, at) => [
      ...inOrder(each, ["functions", at]),
      ...twice(
        each.duties.map((duty) => ({ duty })),
        ({ duty }) => duty,
        ["functions", at, "duties"],
      ),
    ]),
    ...needed
      .filter((duty) => !functions.some(({ duties, until }) => duties.includes(duty) && until === undefined))
      .map((duty) => say(["functions"], `no function has the duty "${duty}", and somebody must`)),
    ...twice(posts, ({ key }) => key, ["posts"], "key"),
    ...twice(posts, (post) => `${post.function} in ${post.unit}`, ["posts"], "function"),
    ...posts.flatMap((post, at) => {
      const path: Path = ["posts", at];
      const [unit, does] = [byKey.get(post.unit), byCode.get(post.function)];
      const begins = [unit?.from ?? post.from, does?.from ?? post.from].toSorted().at(-1) ?? post.from;
      return [
        ...inOrder(post, path),
        ...(unit ? [] : [say([...path, "unit"], `there is no unit with the key ${post.unit}`)]),
        ...(does ? [] : [say([...path, "function"], `there is no function with the code ${post.function}`)]),
        ...(post.from < begins ? [say([...path, "from"], `its unit and its function begin on ${begins}`)] : []),
        ...Object.entries(post.hours ?? {}).flatMap(([day, { from, to }]) =>
          from < to ? [] : [say([...path, "hours", day, "to"], `later than ${from}`)],
        ),
        ...successorOf(post, postKeys, path),
      ];
    }),
  ];
}

type Units = ReadonlyMap<string, UnitInFile>;

function belongs({ key }: UnitInFile, to: string, { byKey, path }: { byKey: Units; path: Path }): Found {
  if (!byKey.has(to)) return [say(path, `there is no unit with the key ${to}`)];
  return to === key ? [say(path, "a unit cannot belong to itself")] : [];
}

/** A helhedsplan may belong to several housing organisations: to one by `parent`, which answers for it, to others by `with`. */
function ownersOf(unit: UnitInFile, byKey: Units, path: Path): Found {
  const { kind, parent, with: others = [] } = unit;
  if (kind !== "helhedsplan" && others.length > 0)
    return [say(path, "only a helhedsplan belongs to several housing organisations")];
  return others.flatMap((key, n) => {
    const at = [...path, n];
    const wrong = belongs(unit, key, { byKey, path: at });
    if (wrong.length > 0) return wrong;
    if (byKey.get(key)?.kind !== "housing-organisation") return [say(at, `${key} is no housing organisation`)];
    if (key === parent) return [say(at, `${key} is its "parent" already`)];
    return others.indexOf(key) < n ? [say(at, `${key} is there twice`)] : [];
  });
}

type Dated = { from: string; until?: string; renamed?: readonly { from: string }[] };

function inOrder({ from, until, renamed = [] }: Dated, path: Path): Found {
  const before = renamed.map((_, at) => renamed[at - 1]?.from ?? from);
  return [
    ...(until !== undefined && until < from ? [say([...path, "until"], `not before its first day, ${from}`)] : []),
    ...renamed.flatMap((name, at) =>
      name.from > (before[at] ?? from)
        ? []
        : [say([...path, "renamed", at, "from"], `later than the name before it, ${before[at]}`)],
    ),
  ];
}

type Ends = { key: string; until?: string; successor?: string };

function successorOf({ key, until, successor }: Ends, keys: ReadonlySet<string>, path: Path): Found {
  if (successor === undefined) return [];
  const at = [...path, "successor"];
  if (!keys.has(successor)) return [say(at, `there is no post with the key ${successor}`)];
  if (successor === key) return [say(at, "a post cannot follow itself")];
  return until === undefined ? [say(at, 'only a post with an "until" is followed by another')] : [];
}

function circles(key: string, byKey: ReadonlyMap<string, { parent?: string }>): boolean {
  let above = byKey.get(key)?.parent;
  for (let steps = 0; above !== undefined && above !== key; steps += 1) {
    if (steps > byKey.size) return false;
    above = byKey.get(above)?.parent;
  }
  return above === key && byKey.get(key)?.parent !== key;
}

/** Each whose name stands in the list before it. */
export function twice<T>(list: readonly T[], nameOf: (item: T) => string, path: Path, field?: string): Found {
  const seen = new Set<string>();
  return list.flatMap((item, at) => {
    const name = nameOf(item);
    if (seen.has(name)) return [say([...path, at, ...(field ? [field] : [])], `${name} is there twice`)];
    seen.add(name);
    return [];
  });
}
