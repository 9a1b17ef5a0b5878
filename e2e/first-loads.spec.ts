import path from "node:path";
import { expect, test } from "@playwright/test";
import { isBuilt } from "#scripts/build.ts";
import { firstLoadsOf, heaviestFirstLoad } from "#scripts/first-loads.ts";
import { PROJECT } from "#scripts/project.ts";

test.skip(({ isMobile }) => isMobile, "told once: a build is the same in both widths");

test("no page loads more than 180 kB of scripts before it can be used", () => {
  test.skip(!isBuilt(), "the stories are told to a server that runs elsewhere");
  const loads = firstLoadsOf(path.join(PROJECT, ".next"));
  expect(loads.length).toBeGreaterThan(30);
  expect(loads.filter(({ kilobytes }) => kilobytes > heaviestFirstLoad)).toEqual([]);
});
