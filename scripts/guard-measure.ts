import { readFileSync } from "node:fs";
import { type Finding, type FindingKind, guard } from "#lib/anonymity/guard/guard.ts";

/** How well the guard does on its development notes, a line a kind: `npm run -s guard:measure`, `-- --misses` shows which. */
type Note = { id: string; part: "dev" | "held-back"; text: string; findings: Finding[] };

const file = new URL("../lib/anonymity/guard/development.jsonl", import.meta.url);
const notes = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Note);

const showMisses = process.argv.includes("--misses");
const overlaps = (one: Finding, other: Finding): boolean => one.start < other.end && other.start < one.end;
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} % (${part}/${whole})`;

for (const part of ["dev", "held-back"] as const) {
  const mine = notes.filter((note) => note.part === part).map((note) => ({ ...note, found: guard(note.text) }));
  console.log(`\n${part}`);
  const expected = mine.flatMap(({ text, findings, found }) => findings.map((wanted) => ({ text, wanted, found })));
  const kinds = [...new Set(expected.map(({ wanted }) => wanted.kind))].toSorted();
  for (const kind of kinds) report(kind);
  const clean = mine.filter((note) => note.findings.length === 0);
  const stopped = clean.filter((note) => note.found.length > 0);
  console.log(`  clean notes stopped  ${share(stopped.length, clean.length)}`);
  if (showMisses) {
    for (const { id, text, found } of stopped) {
      console.log(
        `    ${id}  ${found.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`).join(" · ")}  «${text}»`,
      );
    }
  }

  function report(kind: FindingKind): void {
    const wanted = expected.filter((each) => each.wanted.kind === kind);
    const marked = wanted.filter((each) => each.found.some((finding) => overlaps(finding, each.wanted)));
    const named = marked.filter((each) => each.found.some((one) => one.kind === kind && overlaps(one, each.wanted)));
    console.log(
      `  ${kind.padEnd(10)} found ${share(marked.length, wanted.length).padEnd(18)} as ${kind} ${share(named.length, wanted.length)}`,
    );
    if (!showMisses) return;
    for (const each of wanted.filter((one) => !named.includes(one))) {
      console.log(
        `    «${each.text.slice(each.wanted.start, each.wanted.end)}» in «${each.text}» → ${JSON.stringify(each.found)}`,
      );
    }
  }
}
