import { expect, test } from "vitest";
import { proposalFor } from "./proposal.ts";

const twice = "twice-a-year-or-as-needed";

test("who comes twice a year is proposed until they have been there twice, and whenever a case is theirs", () => {
  const said = [0, 1, 2, 3].map((met) => [
    proposalFor(twice, { met, concerned: false }),
    proposalFor(twice, { met, concerned: true }),
  ]);
  expect(said).toEqual([
    ["seldom", "concerned"],
    ["seldom", "concerned"],
    [null, "concerned"],
    [null, "concerned"],
  ]);
});

test("who always comes, or only when asked for, is never proposed", () => {
  for (const attends of ["always", "as-needed"] as const)
    expect(proposalFor(attends, { met: 0, concerned: true })).toBeNull();
});
