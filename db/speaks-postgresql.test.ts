import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { speaksPostgresql } from "./speaks-postgresql.ts";
import { closePretended, pretend, says } from "./testing/other-servers.ts";

afterAll(closePretended);

test("PostgreSQL is heard by its first letter, at a port and at a socket of this machine", async () => {
  expect(await speaksPostgresql(new URL(await pretend(says("PostgreSQL 18"))))).toBe(true);
  const folder = mkdtempSync(path.join(tmpdir(), "brobyg-socket-"));
  const server = createServer((socket) => socket.once("data", () => socket.write("N")));
  server.listen(path.join(folder, ".s.PGSQL.5432"));
  await once(server, "listening");
  expect(await speaksPostgresql(new URL(`postgres://owner@${encodeURIComponent(folder)}/brobyg`))).toBe(true);
  server.close();
  rmSync(folder, { recursive: true });
});

test("one that says nothing, something else, or more than a letter is no PostgreSQL", async () => {
  const answers: (string | null)[] = [null, "X", "SN", "HTTP/1.1 400 Bad Request"];
  for (const answer of answers) {
    const url = await pretend((socket) => socket.once("data", () => answer && socket.write(answer)));
    expect([answer, await speaksPostgresql(new URL(url), 500)]).toEqual([answer, false]);
  }
});

test("nobody there is thrown, with its code", async () => {
  await expect(speaksPostgresql(new URL("postgres://owner@127.0.0.1:1/brobyg"))).rejects.toMatchObject({
    code: "ECONNREFUSED",
  });
});
