import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

test.skip(({ isMobile }) => isMobile, "a process is as wide as it is");
test.skip(process.platform !== "linux", "only there a process's environment stands in a file");

test("the server that runs holds its own login to the database, and never held another", () => {
  const pid = process.env["STAGE_SERVER_PID"];
  test.skip(!pid, "the stage's server is not ours");
  const held = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
  expect(held.filter((each) => each.startsWith("DATABASE_URL=postgres://brobyg_app:"))).toHaveLength(1);
  const passwords = ["STAGE_JOBS_URL", "STAGE_OWNER_URL"].map((name) => new URL(process.env[name] ?? "").password);
  for (const password of passwords) {
    expect(password.length).toBeGreaterThan(0);
    expect(held.filter((each) => each.includes(password))).toEqual([]);
  }
  expect(held.filter((each) => /^(DATABASE_(JOBS|OWNER)_URL|STAGE_|BROBYG_TEST_|SMTP_URL)/.test(each))).toEqual([]);
});
