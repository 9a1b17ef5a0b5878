import { expect, test } from "vitest";
import { say } from "../testing/access/say.ts";
import { attack, personas, states } from "./hostile-sql.ts";

/** Two at a time, each in a database of its own: one waits for PostgreSQL as long as the other works. */
const halves = [0, 1].map((half) => states.map(({ name }) => name).filter((_, index) => index % 2 === half));

test("a hostile session writes nothing that no act of the rules writes", async () => {
  const tried = new Set<string>();
  const both = await Promise.all(halves.map((names) => attack({ states: names, tried })));
  const sum = (figure: "combinations" | "tries" | "replayed") => both.reduce((all, each) => all + each[figure], 0);
  const holes = both.flatMap((each) => each.holes);
  const lost = both.flatMap((each) => each.lost);
  say("hostile-sql", {
    tables: [both[0]?.tables ?? 0, "all"],
    columns: [both[0]?.columns ?? 0, "all"],
    "situations, people and acts": [sum("combinations"), states.length * personas.length * 38],
    "acts of the rules replayed": [sum("replayed"), "–"],
    tries: [sum("tries"), "–"],
    "that got through and no rule allows": [holes.length, 0],
    "acts that were lost": [lost.length, 0],
  });
  expect({ holes, lost }).toEqual({ holes: [], lost: [] });
});
