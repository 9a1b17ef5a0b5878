import { expect, test } from "vitest";
import { fromHere, plansIn } from "./plans.ts";

/** As auto_explain writes it: the first line by the server, every further one behind a tab. */
const told = (text: string, plan: object): string => {
  const json = JSON.stringify({ "Query Text": text, Plan: plan }, null, 2).replaceAll("\n", "\n\t");
  return `2026-12-01 01:00:00.000 UTC [411] LOG:  duration: 0.034 ms  plan:\n\t${json}\n`;
};
const initPlan = (...below: object[]) => ({ "Parent Relationship": "InitPlan", Plans: below });
const scan = { "Node Type": "Seq Scan" };

test("counts what is planned before a statement runs, at every depth, and nothing else", () => {
  const log = told("select 1", {
    ...scan,
    Plans: [initPlan(), initPlan(initPlan(), { "Parent Relationship": "SubPlan", Plans: [initPlan()] }), scan],
  });
  expect(plansIn(log)).toEqual([{ text: "select 1", initPlans: 4 }]);
});

test("leaves out what only warmed up, and what else the server says", () => {
  const log = [
    told("select 'warming up'", { ...scan, Plans: [initPlan()] }),
    told(fromHere, scan),
    "2026-12-01 01:00:00.000 UTC [411] LOG:  checkpoint starting: time\n",
    told("select 2", { ...scan, Plans: [initPlan()] }),
    "2026-12-01 01:00:00.000 UTC [411] ERROR:  canceling statement due to user request\n\tat character 8\n",
    told("select\n\t3", scan),
  ].join("");
  expect(plansIn(log)).toEqual([
    { text: "select 2", initPlans: 1 },
    { text: "select\n\t3", initPlans: 0 },
  ]);
});

test("says nothing of a server that wrote nothing", () => {
  expect(plansIn("")).toEqual([]);
});
