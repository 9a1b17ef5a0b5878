import { describe, expect, test } from "vitest";
import { findProblems } from "#scripts/live-settings.ts";

const demoSecret = "d".repeat(8) + "0123456789abcdef0123456789abcdef";
const sound = {
  AUTH_SECRET: "6b1f0c9be2a44d7f9a3c58e0d7126f4b",
  AUTH_URL: "https://brobyg.example.dk",
  DATABASE_URL: "postgres://brobyg_app:correct-horse-battery@db.example.dk/brobyg?sslmode=require",
};

test("sound settings have no problem", () => {
  expect(findProblems(sound, demoSecret)).toEqual([]);
});

test("loopback may be served without https", () => {
  expect(findProblems({ ...sound, AUTH_URL: "http://localhost:3000" })).toEqual([]);
});

test("nothing set is three sentences, not one at a time", () => {
  expect(findProblems({})).toHaveLength(3);
});

describe("refuses, with one sentence that names the setting,", () => {
  test.each([
    ["the demo's secret", { AUTH_SECRET: demoSecret }, /AUTH_SECRET is the demo's/],
    ["a short secret", { AUTH_SECRET: "6b1f0c9be2a44d7f9a3c58e0d7126f4" }, /AUTH_SECRET is shorter/],
    ["a secret that a hand typed", { AUTH_SECRET: "secret".repeat(6) }, /AUTH_SECRET repeats/],
    ["an address in clear text", { AUTH_URL: "http://brobyg.example.dk" }, /AUTH_URL must begin with https/],
    ["an address with a path", { AUTH_URL: "https://example.dk/brobyg" }, /AUTH_URL must be .* without a path/],
    ["what is no address", { AUTH_URL: "brobyg" }, /AUTH_URL is not an address/],
    ["another database", { DATABASE_URL: "mysql://brobyg_app:x@db/brobyg" }, /DATABASE_URL is not an address/],
    [
      "a superuser's login",
      { DATABASE_URL: "postgres://postgres:correct-horse-battery@db/b" },
      /must log in as brobyg_app/,
    ],
    [
      "a provider in clear text",
      { BROBYG_LOGIN_PROVIDERS: '[{"issuer":"http://x"}]' },
      /BROBYG_LOGIN_PROVIDERS is not/,
    ],
    ["a guessable password", { DATABASE_URL: "postgres://brobyg_app:brobyg@db/brobyg" }, /password in DATABASE_URL/],
  ])("%s", (_what, wrong, sentence) => {
    const problems = findProblems({ ...sound, ...wrong }, demoSecret);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
  });
});
