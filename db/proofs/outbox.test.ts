import { expect, test } from "vitest";
import { surviveKills } from "./outbox.ts";

/** Five processes begin, one after the other: long on a machine that is busy. */
const patience = 300_000;

test(
  "a process that mails is killed at each of its moments, and nothing is lost, made up or told anew",
  async () => {
    const { kills, mails, again, ...wrong } = await surviveKills({ kills: 3 });
    expect(kills).toEqual({ written: 1, arriving: 1, told: 1, elsewhere: 0 });
    expect(wrong).toEqual({ ofNothing: [], missing: [], twice: [] });
    expect(mails).toBeGreaterThan(2);
    // What the server had, and the sender did not know, it sent again: the reader's program drops it by its id.
    expect(again).toBeGreaterThan(0);
  },
  patience,
);
