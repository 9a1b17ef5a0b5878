/** As two names are compared: case, white space, and how a letter with a mark is written count for nothing. */
export const compared = (text: string): string => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

/** No name of a function or a unit is longer; the rest does not make two more alike. */
const longest = 80;

/** The name that is most like a text, or null where none is near: more than a third of it would have to change. */
export function nearest(text: string, names: Iterable<string>): string | null {
  const asked = compared(text).slice(0, longest);
  let best: { name: string; steps: number } | null = null;
  for (const name of names) {
    const other = compared(name).slice(0, longest);
    const most = Math.floor(Math.max(asked.length, other.length) / 3);
    if (Math.abs(asked.length - other.length) > most) continue;
    const steps = stepsBetween(asked, other);
    if (steps <= most && steps < (best?.steps ?? Number.POSITIVE_INFINITY)) best = { name, steps };
  }
  return best?.name ?? null;
}

/** How many letters must be added, left out or changed (Levenshtein). */
function stepsBetween(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1];
    for (let at = 1; at <= other.length; at += 1) {
      const change = (above[at - 1] ?? 0) + (letter === other[at - 1] ? 0 : 1);
      line.push(Math.min(change, (above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[other.length] ?? 0;
}
