import { readFileSync } from "node:fs";
import { localOfSeed } from "#db/seed/agreement/local-of-seed.ts";
import { readDictionary } from "#dictionary/read-dictionary.ts";
import { dictionary } from "#lib/anonymity/dictionary.ts";
import { type Finding, guard } from "#lib/anonymity/guard/guard.ts";
import { hostileTexts } from "#lib/anonymity/guard/hostile.ts";
import { byKind, byManner, measure, type Note } from "#lib/anonymity/guard/measure.ts";

/**
 * How well the guard does on its own notes, a line a kind, and how fast. `--misses` shows what it missed or stopped in
 * the part that may be looked at while the guard is changed; the other part is only counted.
 */
const files = ["development.jsonl", "development-names.jsonl", "development-kinds.jsonl"];
const notes = files.flatMap((file) =>
  readFileSync(new URL(`../lib/anonymity/guard/${file}`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line): Note => JSON.parse(line)),
);
const showMisses = process.argv.includes("--misses");

const before = process.memoryUsage().rss;
const began = process.cpuUsage();
await readDictionary();
const { user, system } = process.cpuUsage(began);
const known = dictionary();
const read = { dictionary: known, local: localOfSeed };
const memory = (process.memoryUsage().rss - before) / 2 ** 20;
console.log(`dictionary read in ${((user + system) / 1e6).toFixed(1)} s of processor time, ${memory.toFixed(0)} MB`);

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} % (${part}/${whole})`;
const quote = (text: string, { start, end, kind }: Finding): string =>
  `    ${kind} «${text.slice(start, end)}» in «${text}»`;

for (const part of ["dev", "held-back"] as const) {
  const mine = notes.filter((note) => note.part === part);
  const { outcomes, clean, stopped } = measure(mine, read);
  console.log(`${part}: ${outcomes.length} findings to make, ${clean} clean notes`);
  for (const [kind, all] of byKind(outcomes)) {
    const found = all.filter((outcome) => outcome.found);
    const named = all.filter((outcome) => outcome.named);
    console.log(
      `  ${kind.padEnd(10)} found ${share(found.length, all.length).padEnd(17)} as such ${share(named.length, all.length)}`,
    );
  }
  console.log(`  clean notes stopped ${share(stopped.length, clean)}`);
  for (const { of, done, whole, notes: count, left } of byManner(mine, read)) {
    console.log(`  ${of.padEnd(12)} ${share(done, whole).padEnd(17)} in ${count} notes`);
    if (showMisses && part === "dev") for (const { text } of left) console.log(`    «${text}»`);
  }
  if (!showMisses || part === "held-back") continue;
  for (const { note, wanted, named } of outcomes) if (!named) console.log(quote(note.text, wanted));
  for (const { note, findings } of stopped) for (const finding of findings) console.log(quote(note.text, finding));
}

/** Notes of full length, made of the shorter ones, in processor time: the machine may be busy with other things. */
const all = notes.map(({ text }) => text).join(". ");
const long = Array.from({ length: Math.floor(all.length / 280) }, (_, at) => all.slice(280 * at, 280 * (at + 1)));
const timeOf = (text: string): number => {
  const start = process.cpuUsage();
  guard(text, known, localOfSeed);
  const spent = process.cpuUsage(start);
  return (spent.user + spent.system) / 1000;
};
const times = long.map(timeOf).toSorted((a, b) => a - b);
const at = (quantile: number): string => (times[Math.floor(quantile * (times.length - 1))] ?? 0).toFixed(1);
console.log(
  `280 characters: median ${at(0.5)} ms, 99 of 100 below ${at(0.99)} ms, longest ${at(1)} ms of processor time`,
);

/** What is typed to keep the guard busy. What was slow once is tried again: nothing makes work quicker than it is. */
const HOSTILE = 10_000;
let worst = { time: 0, text: "" };
for (const text of hostileTexts(HOSTILE)) {
  let time = timeOf(text);
  for (let again = 0; again < 4 && time > worst.time; again += 1) time = Math.min(time, timeOf(text));
  if (time > worst.time) worst = { time, text };
}
console.log(`${HOSTILE} hostile texts of 280 characters: longest ${worst.time.toFixed(1)} ms of processor time`);
if (showMisses) console.log(`    «${worst.text}»`);
