import { expect, test } from "vitest";
import { findFaults, readRequirements, readVerdicts, report, type Verdicts } from "#scripts/asvs-report.ts";
import { readSource } from "#scripts/sources.ts";

const requirements = readRequirements();
const verdicts = readVerdicts();

test("every requirement of levels 1 and 2 has a verdict, and each verdict shows what is there", () => {
  expect(requirements.levels["1"].length + requirements.levels["2"].length).toBe(253);
  expect(findFaults(requirements, verdicts)).toEqual([]);
});

test("docs/asvs.md is what the verdicts say: npm run asvs", () => {
  expect(readSource("docs/asvs.md")).toBe(report(requirements, verdicts));
});

const broken: [what: string, change: (own: Verdicts) => void, fault: RegExp][] = [
  ["a verdict that is missing", (own) => delete own["V8.2.1"], /^V8\.2\.1 has no verdict/],
  [
    "a number that is none",
    (own) => (own["V99.1.1"] = { about: "", verdict: "yes", evidence: ["README.md"] }),
    /^V99\.1\.1 is no/,
  ],
  [
    "evidence that is gone",
    (own) => own["V8.2.1"]?.evidence.push("db/gone.test.ts"),
    /db\/gone\.test\.ts is not there/,
  ],
  ["a yes that shows nothing", (own) => own["V8.2.1"]?.evidence.splice(0), /^V8\.2\.1 says yes and shows nothing/],
  [
    "a gap without a name",
    (own) => (own["V8.2.1"] = { about: "", verdict: "no", evidence: [] }),
    /^V8\.2\.1 says no and not why/,
  ],
];
test.each(broken)("finds %s", (_what, change, fault) => {
  const own = structuredClone(verdicts);
  change(own);
  expect(findFaults(requirements, own)).toContainEqual(expect.stringMatching(fault));
});
