import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { withDatabase } from "#scripts/connections.ts";
import type { TestDatabase } from "#scripts/test-database.ts";

export type Copy = Pick<TestDatabase, "ownerUrl" | "jobsUrl" | "drop">;

/** A copy of a database as it stands, to do to it what cannot be undone. Nobody may be connected to the original. */
export async function copyDatabase({ ownerUrl, jobsUrl }: TestDatabase): Promise<Copy> {
  const original = new URL(ownerUrl).pathname.slice(1);
  const name = `${original}_${randomBytes(2).toString("hex")}`;
  const onServer = async (statement: string) => {
    const server = postgres(withDatabase(ownerUrl, "postgres"), { max: 1, onnotice: () => {} });
    try {
      await server.unsafe(statement);
    } finally {
      await server.end();
    }
  };
  await onServer(`create database ${name} template ${original}`);
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    jobsUrl: withDatabase(jobsUrl, name),
    drop: () => onServer(`drop database if exists ${name}`),
  };
}
