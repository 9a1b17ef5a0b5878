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

/** What the whole proof found, each in the smallest run that finds it. */
test.each([
  ["a letter that changes whom it is about", "sent", "vicevaert.titanparken", "letter", false],
  ["a yes to a unit that stays hidden from it", "concealed", "boligraadgiver.sck", "send", true],
  ["progress without a contact", "given back", "boligraadgiver.sck", "progress", true],
  ["a reopening that asks nobody anew", "completed", "vicevaert.titanparken", "reopen", true],
  ["words said to stand elsewhere where none stand", "ended elsewhere", "boligraadgiver.sck", "journal", false],
])("a hostile session does not write %s", async (_what, state, persona, act, halvesAlone) => {
  const { holes, lost, tries } = await attack({ states: [state], personas: [persona], acts: [act], halvesAlone });
  expect({ holes, lost }).toEqual({ holes: [], lost: [] });
  expect(tries).toBeGreaterThan(3);
});
