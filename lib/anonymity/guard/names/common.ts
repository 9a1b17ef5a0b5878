import listed from "./common.json" with { type: "json" };
import { LEXICON } from "./lexicon.ts";

/** The words that notes are made of: short enough a list to ask what a mistyped or shortened word was meant to be. */
const WORDS = listed.words.split(" ");

const byLetter = new Map<string, string[]>();
for (const word of WORDS) byLetter.set(word.charAt(0), [...(byLetter.get(word.charAt(0)) ?? []), word]);

/** Two letters at least, and two at least left out. */
const beginnings = new Set<string>();
for (const word of [...WORDS, ...LEXICON.trim().split(/\s+/)])
  for (let length = 2; length <= Math.min(10, word.length - 2); length += 1) beginnings.add(word.slice(0, length));

/** "kont.", "sagsbeh.", "udbet.": the beginning of a word of everyday, with a full stop behind it. */
export const isShortened = (lower: string): boolean => beginnings.has(lower);

/** Letters that are heard alike, or lie beside each other on a keyboard where æ, ø and å are. */
const ALIKE = new Set(
  "aå åa eæ æe oø øo ei ie dt td bp pb gk kg cs sc ks yu uy yi iy øæ æø ao oa vf fv åo oå nm mn hj jh ae ea".split(" "),
);

/** How many slips of the fingers part two words: letters changed about, left out, put in, or taken for one like it. */
function slips(typed: string, meant: string, most: number): number {
  let older: number[] = [];
  let old = Array.from({ length: meant.length + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= meant.length; column += 1) {
      const [one, other] = [typed.charAt(row - 1), meant.charAt(column - 1)];
      const same = one === other ? 0 : ALIKE.has(one + other) || typed.length >= 7 ? 1 : 2;
      let least = Math.min((old[column] ?? 9) + 1, (now[column - 1] ?? 9) + 1, (old[column - 1] ?? 9) + same);
      const crossed = row > 1 && column > 1 && one === meant.charAt(column - 2) && other === typed.charAt(row - 2);
      if (crossed) least = Math.min(least, (older[column - 2] ?? 9) + 1);
      now.push(least);
    }
    if (Math.min(...now) > most) return most + 1;
    [older, old] = [old, now];
  }
  return old.at(-1) ?? most + 1;
}

/**
 * Whether an unknown word is one of everyday, mistyped: one slip, two from seven letters on, and the first letter right. Of
 * three letters only two changed about are forgiven.
 */
export function isMistyped(lower: string): boolean {
  if (lower.length < 3 || lower.length > 18) return false;
  const most = lower.length >= 7 ? 2 : 1;
  return (byLetter.get(lower.charAt(0)) ?? []).some(
    (word) =>
      Math.abs(word.length - lower.length) <= (lower.length === 3 ? 0 : most) && slips(lower, word, most) <= most,
  );
}
