import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyDatabase } from "#scripts/test-database.ts";
import { openPool } from "./client.ts";
import { connectOnce } from "./connect-once.ts";
import { cutLine, type Line } from "./testing/cut-line.ts";

let database: Awaited<ReturnType<typeof emptyDatabase>>;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

describe.each([
  ["a pool", (url: string) => openPool(url, { max: 2 })],
  ["a connection that is made once", (url: string) => connectOnce(url)],
])("a transaction of %s whose connection breaks", (_what, open) => {
  test("is refused to whoever waits for it, and nothing is thrown outside of it", async () => {
    const thrown: unknown[] = [];
    const hear = (error: unknown) => thrown.push(error);
    let line: Line | undefined;
    try {
      line = await cutLine(database.ownerUrl, ({ text }) => text.includes("second"));
      const { sql } = open(line.url);
      process.prependListener("uncaughtException", hear);
      const asks = sql.begin(async (tx) => {
        await tx`select 1 as first`;
        await tx`select 2 as second`;
      });
      await expect(asks).rejects.toMatchObject({ code: expect.stringMatching(/^CONNECTION_|^ECONNRESET$/) });
      // What is written later is written before the next turn of the event loop.
      await sleep(50);
      expect(thrown).toEqual([]);
    } finally {
      process.removeListener("uncaughtException", hear);
      await line?.close();
    }
  });

  test("another error takes back what was written, as before", async () => {
    const { sql, close } = open(database.ownerUrl);
    const asks = sql.begin(async (tx) => {
      await tx`create table kept (id int)`;
      throw new Error("on purpose");
    });
    await expect(asks).rejects.toThrow("on purpose");
    expect(await sql`select to_regclass('kept') as kept`).toMatchObject([{ kept: null }]);
    await close();
  });
});
