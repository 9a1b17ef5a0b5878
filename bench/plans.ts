import { readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { APP, withDatabase } from "#scripts/connections.ts";
import { keepSecret } from "#scripts/secrets.ts";

/** A statement as it was sent, and how PostgreSQL went about it. */
export type Plan = { text: string; initPlans: number };

type Node = { "Parent Relationship"?: string; Plans?: Node[] };

/** Asked between what only warms up and what is looked at. */
export const fromHere = "select 'from here on'";

/** The plans that auto_explain wrote into a server's log after `fromHere` was asked. */
export function plansIn(log: string): Plan[] {
  const told = log.matchAll(/LOG: {2}duration: [\d.]+ ms {2}plan:\n((?:\t.*(?:\n|$))+)/g);
  const plans = [...told].map(([, lines = ""]) => {
    const { "Query Text": text, Plan: plan } = JSON.parse(lines) as {
      "Query Text": string;
      Plan: Node;
    };
    return { text, initPlans: countInitPlans(plan) };
  });
  return plans.slice(plans.findLastIndex(({ text }) => text === fromHere) + 1);
}

const countInitPlans = (node: Node): number =>
  (node.Plans ?? []).reduce(
    (sum, below) => sum + countInitPlans(below),
    node["Parent Relationship"] === "InitPlan" ? 1 : 0,
  );

type Explained = { home: string; ownerUrl: string; database: string };

/** Runs `act`, whose connections as the application's login PostgreSQL explains into its log, and returns what it says. */
export async function explained({ home, ownerUrl, database }: Explained, act: () => Promise<void>): Promise<Plan[]> {
  const url = new URL(withDatabase(ownerUrl, database));
  url.username = "postgres";
  url.password = keepSecret(home, "postgres");
  const sql = postgres(url.href, { max: 1, onnotice: () => {} });
  const settings = {
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_format": "json",
  };
  const alter = (what: string) => sql.unsafe(`alter role ${APP} in database ${database} ${what}`);
  const log = path.join(home, "postgres.log");
  const length = readFileSync(log).length;
  try {
    for (const [name, value] of Object.entries(settings)) await alter(`set ${name} = '${value}'`);
    await act();
  } finally {
    for (const name of Object.keys(settings)) await alter(`reset ${name}`);
    await sql.end();
  }
  return plansIn(readFileSync(log).subarray(length).toString("utf8"));
}
