import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { findProblems, settings } from "#scripts/live-settings.ts";
import { settingReaders, settingsRead } from "#scripts/settings-read.ts";
import { readSource } from "#scripts/sources.ts";

const demoSecret = "d".repeat(8) + "0123456789abcdef0123456789abcdef";
const sound = {
  AUTH_SECRET: "6b1f0c9be2a44d7f9a3c58e0d7126f4b",
  AUTH_URL: "https://brobyg.example.dk",
  DATABASE_URL: "postgres://brobyg_app:correct-horse-battery@db.example.dk/brobyg?sslmode=require",
};

test("sound settings have no problem", () => {
  expect(findProblems(sound, { of: "server", demoSecret })).toEqual([]);
});

test("loopback may be served without https", () => {
  expect(findProblems({ ...sound, AUTH_URL: "http://localhost:3000" }, { of: "server" })).toEqual([]);
});

test("nothing set is three sentences, not one at a time", () => {
  expect(findProblems({}, { of: "server" })).toHaveLength(3);
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
    ["the owner's login", { DATABASE_OWNER_URL: "postgres://brobyg_owner:x@db/b" }, /^DATABASE_OWNER_URL is not for/],
    [
      "a direct address of another login",
      { DATABASE_DIRECT_URL: "postgres://brobyg_owner:correct-horse-battery@db/b" },
      /^DATABASE_DIRECT_URL must log in as brobyg_app/,
    ],
    [
      "a direct address that can be guessed",
      { DATABASE_DIRECT_URL: "postgres://brobyg_app:brobyg@db/b" },
      /^The password in DATABASE_DIRECT_URL is shorter/,
    ],
    ["the jobs' login", { DATABASE_JOBS_URL: "postgres://brobyg_jobs:x@db/b" }, /^DATABASE_JOBS_URL is not for/],
    ["the mail server's password", { SMTP_URL: "smtps://user:password@mail.example" }, /^SMTP_URL is not for/],
    ["no number of proxies", { BROBYG_PROXIES: "two" }, /^BROBYG_PROXIES must be a whole number/],
    ["no proxy at all", { BROBYG_PROXIES: "0" }, /^BROBYG_PROXIES must be a whole number/],
    ["half a change", { BROBYG_CHANGES_PER_MINUTE: "1.5" }, /^BROBYG_CHANGES_PER_MINUTE must be a whole number/],
    ["a contact that is no address", { BROBYG_SECURITY_CONTACT: "ring til os" }, /^BROBYG_SECURITY_CONTACT must begin/],
    ["a host with a scheme", { HOST: "http://10.0.0.1" }, /^HOST is neither/],
    ["a host with a port", { HOST: "10.0.0.1:3000" }, /^HOST is neither/],
    ["a host that is no address", { HOST: "10.0.0.256" }, /^HOST is neither/],
    ["a port that is none", { PORT: "70000" }, /^PORT must be a number/],
    ["an address of another kind", { AUTH_URL: "ftp://localhost" }, /^AUTH_URL must begin with https/],
    ["a guessable password", { DATABASE_URL: "postgres://brobyg_app:brobyg@db/brobyg" }, /password in DATABASE_URL/],
  ])("%s", (_what, wrong, sentence) => {
    const problems = findProblems({ ...sound, ...wrong }, { of: "server", demoSecret });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
  });
});

const soundJobs = {
  AUTH_URL: "https://brobyg.example.dk",
  DATABASE_JOBS_URL: "postgres://brobyg_jobs:correct-horse-battery@db.example.dk/brobyg",
  SMTP_URL: "smtps://user:password@mail.example.dk:465",
  MAIL_FROM: "Brobyg <brobyg@example.dk>",
  ANCHOR_MAIL: "revision@example.dk",
  ANCHOR_DIR: tmpdir(),
};

test("sound settings of the jobs have no problem, and without any two are missing", () => {
  expect(findProblems(soundJobs, { of: "jobs" })).toEqual([]);
  expect(findProblems({}, { of: "jobs" })).toHaveLength(2);
});

test.each([
  ["the application's login", { DATABASE_URL: sound.DATABASE_URL }, /^DATABASE_URL is not for/],
  ["the owner's login", { DATABASE_OWNER_URL: "postgres://brobyg_owner:x@db/b" }, /^DATABASE_OWNER_URL is not for/],
  ["what opens second factors", { AUTH_SECRET: sound.AUTH_SECRET }, /^AUTH_SECRET is not for/],
  ["the providers' secrets", { BROBYG_LOGIN_PROVIDERS: "[]" }, /^BROBYG_LOGIN_PROVIDERS is not for/],
  [
    "another login as its own",
    { DATABASE_JOBS_URL: sound.DATABASE_URL },
    /^DATABASE_JOBS_URL must log in as brobyg_jobs/,
  ],
  ["a mail server that is none", { SMTP_URL: "mail.example.dk" }, /^SMTP_URL is no address/],
  ["a sender that is none", { MAIL_FROM: "Brobyg" }, /^MAIL_FROM is no sender/],
  ["an address that is none", { ANCHOR_MAIL: "revision" }, /^ANCHOR_MAIL is no mail address/],
  ["a folder that is none", { ANCHOR_DIR: import.meta.filename }, /^ANCHOR_DIR names something/],
])("the jobs refuse %s", (_what, wrong, sentence) => {
  const problems = findProblems({ ...soundJobs, ...wrong }, { of: "jobs" });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(sentence);
});

test("whatever the application or the jobs read from their environment is judged at start", () => {
  const read = settingsRead();
  expect(read.length).toBeGreaterThan(12);
  expect(read.filter(({ name }) => !(name in settings))).toEqual([]);
  const hidden = settingReaders().filter((file) =>
    /process\.env\[(?!")|(?<!\} = |findProblems\()process\.env(?![.[])/.test(readSource(file)),
  );
  expect(hidden).toEqual(["app/_server/settings.ts"]);
});
