import { expect, test } from "vitest";
import { attack } from "./hostile-sql.ts";

test("a hostile session writes nothing that no act of the rules writes: whoever was just asked", async () => {
  const { holes, lost, tries, replayed } = await attack({
    states: ["just on the agenda"],
    personas: ["skp.sck", "leder.akb"],
    acts: ["undo", "accept", "identity", "talked", "hostile"],
    thorough: false,
  });
  expect({ holes, lost }).toEqual({ holes: [], lost: [] });
  expect(replayed).toBeGreaterThan(1);
  expect(tries).toBeGreaterThan(500);
});

test("nor an origin for which the database writes what it may not read", async () => {
  const { holes, lost, replayed } = await attack({
    states: ["gone on", "just taken back"],
    personas: ["vicevaert.titanparken"],
    acts: ["agenda", "consent", "undo", "resume", "hostile"],
    thorough: false,
  });
  expect({ holes, lost }).toEqual({ holes: [], lost: [] });
  expect(replayed).toBeGreaterThan(2);
});
