import { expect, test } from "vitest";
import { type BoardWords, dueWords, whyWords } from "#components/board/words.ts";
import type { BoardRow } from "#lib/board/board-view.ts";
import messages from "#messages/da.json" with { type: "json" };
import english from "#messages/en.json" with { type: "json" };

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

test.each([
  ["answer", "Intet svar", "No answer"],
  ["question", "Spørgsmål uden svar", "Question without an answer"],
  ["proposal", "Forslag uden svar", "Proposal without an answer"],
  ["next_step", "Intet næste skridt", "No next step"],
  ["first_contact", "Ingen første kontakt", "No first contact"],
  ["follow_up", "Opfølgning mangler", "Follow-up missing"],
] as const)("what is late says which clock it is: %s", (wait, danish, inEnglish) => {
  const why = [messages, english].map(({ meeting: say }) => whyWords({ reasons: ["late"], wait }, say));
  expect(why).toEqual([[danish], [inEnglish]]);
});

test("the mark of what is late names no clock, and so is true of each", () => {
  const told = [messages, english].map((each) => each.state.late);
  expect(told).toEqual(["Over fristen", "Overdue"]);
});
