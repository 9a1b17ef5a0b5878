import { readFileSync } from "node:fs";
import type { Finding } from "#lib/anonymity/guard/guard.ts";
import { byKind, measure, type Note } from "#lib/anonymity/guard/measure.ts";

/**
 * How well the guard does on its own notes, a line a kind. `--misses` shows what it missed or stopped in the part that
 * may be looked at while the guard is changed; the other part is only counted.
 */
const file = new URL("../lib/anonymity/guard/development.jsonl", import.meta.url);
const notes = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line): Note => JSON.parse(line));
const showMisses = process.argv.includes("--misses");

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} % (${part}/${whole})`;
const quote = (text: string, { start, end, kind }: Finding): string =>
  `    ${kind} «${text.slice(start, end)}» in «${text}»`;

for (const part of ["dev", "held-back"] as const) {
  const { outcomes, clean, stopped } = measure(notes.filter((note) => note.part === part));
  console.log(`${part}: ${outcomes.length} findings to make, ${clean} clean notes`);
  for (const [kind, mine] of byKind(outcomes)) {
    const found = mine.filter((outcome) => outcome.found);
    const named = mine.filter((outcome) => outcome.named);
    console.log(
      `  ${kind.padEnd(10)} found ${share(found.length, mine.length).padEnd(17)} as such ${share(named.length, mine.length)}`,
    );
  }
  console.log(`  clean notes stopped ${share(stopped.length, clean)}`);
  if (!showMisses || part === "held-back") continue;
  for (const { note, wanted, named } of outcomes) if (!named) console.log(quote(note.text, wanted));
  for (const { note, findings } of stopped) for (const finding of findings) console.log(quote(note.text, finding));
}
