import { expect, test } from "vitest";
import { type BoardWords, dueWords } from "#components/board/words.ts";
import type { BoardRow } from "#lib/board/board-view.ts";
import messages from "#messages/da.json" with { type: "json" };

const { board, state, referral, meeting } = messages;
const words: BoardWords = {
  board,
  state,
  waits: referral.waits,
  why: { reasons: meeting.reasons, missing: meeting.missing },
};
const said = (wait: BoardRow["wait"], left: BoardRow["left"]) => dueWords({ wait, left }, words);

test("what is waited for and when are told apart: the proposal is not about a working day", () => {
  expect(said("proposal", { say: "in", days: 1 })).toBe("ja eller nej til et forslag: om 1 arbejdsdag");
  expect(said("first_contact", { say: "over", days: 14 })).toBe("første kontakt: 14 arbejdsdage over fristen");
  expect(said("answer", null)).toBe("svar");
});
