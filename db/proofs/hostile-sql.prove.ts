import { expect, test } from "vitest";
import { say } from "../testing/access/say.ts";
import { attack, personas, states } from "./hostile-sql.ts";

test("a hostile session writes nothing that no act of the rules writes", async () => {
  const { tables, columns, combinations, tries, replayed, holes, lost } = await attack();
  say("hostile-sql", {
    tables: [tables, "all"],
    columns: [columns, "all"],
    "situations, people and acts": [combinations, states.length * personas.length * 38],
    "acts of the rules replayed": [replayed, "–"],
    tries: [tries, "–"],
    "that got through and no rule allows": [holes.length, 0],
    "acts that were lost": [lost.length, 0],
  });
  expect({ holes, lost }).toEqual({ holes: [], lost: [] });
});
