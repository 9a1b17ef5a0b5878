import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ask } from "#db/testing/call-handler.ts";
import { config } from "../../../proxy.ts";
import { GET } from "./route.ts";

beforeEach(() => {
  vi.stubEnv("AUTH_URL", "https://brobyg.example");
  vi.stubEnv("AUTH_SECRET", "a secret of the tests, and of nothing else");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const read = async () =>
  Object.fromEntries(
    (await ask(GET, {})).text.split("\n").flatMap((line) => (line ? [line.split(/: (.*)/).slice(0, 2)] : [])),
  );

test("says where to write, and until when that holds: less than a year", async () => {
  const said = await read();
  expect(said["Contact"]).toBe("mailto:security@brobyg.example");
  expect(said["Canonical"]).toBe("https://brobyg.example/.well-known/security.txt");
  const ahead = Date.parse(said["Expires"]) - Date.now();
  expect(ahead).toBeGreaterThan(0);
  expect(ahead).toBeLessThan(365 * 24 * 60 * 60 * 1000);
});

test("an installation says its own address, and none that is no address", async () => {
  vi.stubEnv("BROBYG_SECURITY_CONTACT", "https://example.dk/report");
  expect((await read())["Contact"]).toBe("https://example.dk/report");
  vi.stubEnv("BROBYG_SECURITY_CONTACT", "ring til os\nContact: mailto:x@evil.example");
  await expect(read()).rejects.toThrow(/must begin with/);
});

test("the proxy leads nobody from it to the login", () => {
  const [matcher = ""] = config.matcher;
  const pattern = new RegExp(`^${matcher}$`);
  expect(pattern.test("/.well-known/security.txt")).toBe(false);
  expect(pattern.test("/inbox")).toBe(true);
  expect(pattern.test("/xwell-known/security.txt")).toBe(true);
});
