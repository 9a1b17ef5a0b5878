import { leftWords } from "#components/referral/words.ts";
import type { BoardRow } from "#lib/board/board-view.ts";
import { fill } from "#lib/fill.ts";
import type { AgendaReason } from "#lib/meeting/agenda.ts";
import type { Wait } from "#lib/referral/line.ts";
import type messages from "#messages/da.json";

/** What the board says, in one language. */
export type BoardWords = Pick<typeof messages, "board" | "state"> & {
  waits: (typeof messages)["referral"]["waits"];
  why: WhyWords;
};

/** Why a referral is stuck; `missing` is what a late one lacks. */
export type WhyWords = Pick<(typeof messages)["meeting"], "reasons" | "missing">;

/** What is waited for and how long is left: "svar på et spørgsmål: om 1 arbejdsdag". */
export const dueWords = ({ wait, left }: Pick<BoardRow, "wait" | "left">, { waits, state }: BoardWords): string =>
  [waits[wait], left && leftWords(left, state)].filter(Boolean).join(": ");

/** "under 1 uge", "6 uger". */
export const weekCount = (count: number, { weeks }: BoardWords["board"]): string =>
  count === 0 ? weeks.none : count === 1 ? weeks.one : fill(weeks.several, { count: String(count) });

/** Why it comes up, the most pressing first. What is late says what is missing. */
export function whyWords(
  { reasons, wait }: { reasons: readonly AgendaReason[]; wait: Wait },
  { missing, reasons: words }: WhyWords,
): string[] {
  return reasons.map((reason) => (reason === "late" ? missing[wait] : words[reason]));
}
