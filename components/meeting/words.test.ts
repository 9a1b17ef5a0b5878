import { expect, test } from "vitest";
import { itemsWords } from "#components/meeting/words.ts";
import type { ItemView } from "#lib/meeting/meeting-view.ts";
import messages from "#messages/da.json" with { type: "json" };
import english from "#messages/en.json" with { type: "json" };

const aCase = (number: number) => ({ kind: "case", number }) as ItemView;
const point = { kind: "point", title: "Nyt om indsatsen" } as ItemView;
const said = (...items: ItemView[]) => itemsWords(items, messages.meeting);

test("what is not decided is said in a line, however long the agenda is", () => {
  const all = Array.from({ length: 107 }, (_, at) => aCase(at + 2));
  expect(said(...all)).toBe("Sag 2–108");
  expect(said(point, ...all.slice(0, 3), aCase(7), aCase(9), aCase(10))).toBe(
    "Nyt om indsatsen, Sag 2–4, Sag 7, Sag 9, Sag 10",
  );
  expect(said(aCase(3), point, aCase(4))).toBe("Sag 3, Nyt om indsatsen, Sag 4");
  expect(said()).toBe("");
});

test("several cases are plural where the language has one", () => {
  expect(itemsWords([aCase(1), aCase(2), aCase(3)], english.meeting)).toBe("Cases 1–3");
  expect(itemsWords([aCase(1), aCase(2)], english.meeting)).toBe("Case 1, Case 2");
});
