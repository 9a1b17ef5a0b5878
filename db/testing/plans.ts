import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Result } from "#lib/result.ts";
import type { TestDatabase } from "#scripts/test-database.ts";
import { asMember, type Member } from "../as-member.ts";
import type { Pool, Tx } from "../client.ts";

/** A statement as it was sent, and what PostgreSQL says of running it. */
export type Planned = { statement: string; initPlans: number; buffers: number };

type Sent = { statement: string; values: readonly unknown[] };
type Node = {
  "Parent Relationship"?: string;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: Node[];
};

/**
 * What the statements of a read cost, each as the application's login plans it: once, whatever its values. A
 * transaction of its own finds out what is sent; a second one of the same session is asked about each statement.
 */
export async function plansOf<T>(
  { appUrl }: Pick<TestDatabase, "appUrl">,
  token: string,
  run: (tx: Tx, me: Member) => Promise<Result<T>>,
): Promise<Planned[]> {
  const sent: Sent[] = [];
  let listening = false;
  const sql = postgres(appUrl, {
    max: 1,
    onnotice: () => {},
    debug: (_connection, statement, values) => {
      if (listening && /^\s*(select|with)\b/i.test(statement)) sent.push({ statement, values });
    },
  });
  // As every pool of ours reads dates.
  drizzle({ client: sql });
  const pool: Pool = { sql, close: () => sql.end() };
  const asking = async (ask: (tx: Tx, me: Member) => Promise<Result<unknown>>) => {
    const { ok, ...answer } = await asMember(pool, token, ask);
    if (!ok) throw new Error(`it was refused: ${JSON.stringify(answer)}`);
  };
  try {
    await asking(async (tx, me) => {
      listening = true;
      const result = await run(tx, me);
      await Promise.all(tx.underway);
      listening = false;
      return result;
    });
    const planned: Planned[] = [];
    await asking(async (tx) => {
      for (const each of sent) planned.push(await explained(tx.sql, each));
      return { ok: true, value: null };
    });
    return planned;
  } finally {
    await pool.close();
  }
}

async function explained(sql: postgres.TransactionSql, { statement, values }: Sent): Promise<Planned> {
  const executed = `execute planned${values.length > 0 ? `(${values.map(literal).join(", ")})` : ""}`;
  await sql.unsafe(`prepare planned as ${statement}`).simple();
  // The first time also reads what the connection has not seen yet.
  await sql.unsafe(executed).simple();
  const [row] = await sql.unsafe<{ "QUERY PLAN": [{ Plan: Node }] }[]>(
    `explain (analyze, buffers, timing off, format json) ${executed}`,
  );
  await sql.unsafe("deallocate planned").simple();
  const plan = row?.["QUERY PLAN"][0].Plan ?? {};
  const buffers = (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0);
  return { statement: statement.replace(/\s+/g, " ").trim(), initPlans: initPlansIn(plan), buffers };
}

const initPlansIn = (node: Node): number =>
  (node.Plans ?? []).reduce(
    (sum, each) => sum + initPlansIn(each) + (each["Parent Relationship"] === "InitPlan" ? 1 : 0),
    0,
  );

function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  if (Array.isArray(value)) return quoted(`{${value.map((each) => JSON.stringify(String(each))).join(",")}}`);
  if (Buffer.isBuffer(value)) return `'\\x${value.toString("hex")}'`;
  return quoted(typeof value === "string" ? value : JSON.stringify(value));
}
