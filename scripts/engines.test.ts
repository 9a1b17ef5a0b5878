import { afterEach, expect, test, vi } from "vitest";
import { findPgbouncer, findServer, SERVER } from "#scripts/engines.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

test("a run that names no server starts the one of the lock file", () => {
  vi.stubEnv(SERVER, "");
  expect(findServer().name).toMatch(/^postgresql-18\./);
});

test("a server that nobody knows is refused by name", () => {
  vi.stubEnv(SERVER, "9.6");
  expect(() => findServer()).toThrow(
    'There is no server "9.6" to test on. Choose among: embedded, debian, 15, 16, 17.',
  );
});

test("where Debian's packages cannot be had a run says so, and tries nothing else", () => {
  vi.stubEnv("PATH", "/nowhere");
  for (const find of [() => findServer("debian"), findPgbouncer])
    expect(find).toThrow("Debian's packages cannot be fetched: this machine has no apt.");
});
