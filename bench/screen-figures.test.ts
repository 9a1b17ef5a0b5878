import { describe, expect, test } from "vitest";
import { blockingTime, layoutShift, medianOf } from "./screen-figures.ts";

describe("total blocking time", () => {
  const firstPaint = 1_000;

  test("is what each task takes beyond 50 ms", () => {
    const tasks = [
      { start: 1_100, duration: 60 },
      { start: 1_300, duration: 250 },
      { start: 1_700, duration: 50 },
    ];
    expect(blockingTime({ firstPaint, tasks })).toBe(10 + 200);
  });

  test("counts of a task only what comes after the first paint", () => {
    expect(blockingTime({ firstPaint, tasks: [{ start: 900, duration: 170 }] })).toBe(20);
    expect(blockingTime({ firstPaint, tasks: [{ start: 700, duration: 299 }] })).toBe(0);
  });
});

describe("cumulative layout shift", () => {
  test("adds up what moves in one go", () => {
    const shifts = [
      { at: 0, value: 0.01 },
      { at: 900, value: 0.02 },
    ];
    expect(layoutShift(shifts)).toBeCloseTo(0.03);
  });

  test("takes the worst of what a second lies between", () => {
    const shifts = [
      { at: 0, value: 0.01 },
      { at: 1_000, value: 0.02 },
      { at: 3_000, value: 0.005 },
    ];
    expect(layoutShift(shifts)).toBeCloseTo(0.02);
  });

  test("begins anew after five seconds, however often something moves", () => {
    const shifts = Array.from({ length: 12 }, (_, at) => ({ at: at * 900, value: 0.01 }));
    expect(layoutShift(shifts)).toBeCloseTo(0.06);
  });

  test("is nothing where nothing moves", () => {
    expect(layoutShift([])).toBe(0);
  });
});

test("a median is the one in the middle, or lies between the two", () => {
  expect(medianOf([3, 1, 2])).toBe(2);
  expect(medianOf([4, 1, 3, 2])).toBe(2.5);
  expect(medianOf([])).toBeNaN();
});
