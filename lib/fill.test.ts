import { expect, test } from "vitest";
import { fill, listed, sideBySide } from "./fill.ts";

test.each([
  ["{unit} må få navnet, til {day}.", { unit: "SCK", day: "ons. 30. dec." }, "SCK må få navnet, til ons. 30. dec."],
  ["Siden {day}. Laver du en ny", { day: "30. dec." }, "Siden 30. dec. Laver du en ny"],
  ["{by}: {what}.", { by: "SCK", what: "Ring" }, "SCK: Ring."],
  ["Gemmer {what} …", { what: "a." }, "Gemmer a. …"],
  ["{unknown}. {by}", { by: "x" }, "{unknown}. x"],
])("%s", (sentence, values, filled) => {
  expect(fill(sentence, values)).toBe(filled);
});

test("several choices make one sentence", () => {
  expect(listed(["Fristen er overskredet", "Ingen tovholder"])).toBe("Fristen er overskredet, ingen tovholder");
});

test("no line begins with the dot that parts what stands side by side", () => {
  expect(sideBySide(["Intet svar", null, "Ingen tovholder"])).toBe("Intet svar\u00a0· Ingen tovholder");
});
