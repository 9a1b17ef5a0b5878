import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { noteSpent, readStat, servesDatabase } from "./processor-time.ts";

describe("a line of /proc/PID/stat", () => {
  const rest = "S 17 411 411 0 -1 4194560 9 0 0 0 120 30 900 800 20 0 1 0 5 6 7";
  test.each([
    ["tells who started it, and its own time without its children's", `411 (postgres) ${rest}`],
    ["is read behind the name, whatever that holds", `411 (odd ) S 99 name) ${rest}`],
  ])("%s", (_what, stat) => {
    expect(readStat(stat)).toEqual({ parent: 17, ms: 1_500 });
  });
});

test("a backend is known by its database, and not by one that begins alike", () => {
  const title = "postgres: brobyg_app bench_now_10000 127.0.0.1(40312) idle";
  expect(servesDatabase(title, "bench_now_10000")).toBe(true);
  expect(servesDatabase(title, "bench_now_1000")).toBe(false);
  expect(servesDatabase("postgres: checkpointer ", "bench_now_10000")).toBe(false);
  expect(servesDatabase("node bench_now_10000 bench_now_10000", "bench_now_10000")).toBe(false);
});

test.runIf(process.platform === "linux")("a process that works spends what one that waits does not", async () => {
  const note = () => noteSpent({ pid: process.pid, home: null, database: "none" });
  const working = note();
  const began = process.cpuUsage();
  const spent = () => Object.values(process.cpuUsage(began)).reduce((sum, each) => sum + each);
  while (spent() < 300_000);
  const worked = working();
  const waiting = note();
  await sleep(300);
  expect(waiting().node).toBeLessThan(worked.node);
  expect(worked.node).toBeGreaterThanOrEqual(250);
  // Whose server is not ours tells nothing.
  expect(worked.postgres).toBeNaN();
});
