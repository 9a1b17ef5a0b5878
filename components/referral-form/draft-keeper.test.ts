import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { draftKeeper } from "#components/referral-form/draft-keeper.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function keeping(answers: (boolean | "never")[] = []) {
  const saved: string[] = [];
  const told: string[] = [];
  const keeper = draftKeeper<string>({
    save: (values) => {
      const answer = answers.shift() ?? true;
      if (answer === true) saved.push(values);
      return answer === "never" ? new Promise(() => {}) : Promise.resolve(answer);
    },
    tell: (state) => told.push(state),
  });
  return { keeper, saved, told };
}

test("a change is saved within a second, also while more changes come", async () => {
  const { keeper, saved } = keeping();
  for (const key of ["a", "ab", "abc", "abcd"]) {
    keeper.changed(key);
    await vi.advanceTimersByTimeAsync(400);
  }
  expect(saved).toEqual(["abc"]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(saved).toEqual(["abc", "abcd"]);
});

test("says that it saves, and when it has", async () => {
  const { keeper, told } = keeping();
  keeper.changed("a");
  expect(told).toEqual(["saving"]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(["saving", "saved"]);
});

test("what was not saved is told, and tried again with the newest values", async () => {
  const { keeper, saved, told } = keeping([false]);
  keeper.changed("a");
  await vi.advanceTimersByTimeAsync(1000);
  expect(told.at(-1)).toBe("failed");
  await vi.advanceTimersByTimeAsync(4000);
  expect(saved).toEqual(["a"]);
  expect(told.at(-1)).toBe("saved");
});

test("what keeps failing is tried ever more seldom, and at least once a minute", async () => {
  const answers = Array.from({ length: 50 }, () => false);
  const { keeper } = keeping(answers);
  keeper.changed("a");
  await vi.advanceTimersByTimeAsync(1000 + 4000 + 8000 + 16_000);
  expect(answers).toHaveLength(46);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(answers.length).toBeLessThanOrEqual(46 - 9);
});

test("hiding the page saves at once", async () => {
  const { keeper, saved } = keeping();
  keeper.changed("a");
  await keeper.flush();
  expect(saved).toEqual(["a"]);
});

test("nothing is begun after stopping, and stopping waits no longer than its patience", async () => {
  const { keeper, saved } = keeping(["never"]);
  keeper.changed("a");
  await vi.advanceTimersByTimeAsync(1000);
  const stopped = vi.fn<() => void>();
  void keeper.stop(1500).then(stopped);
  keeper.changed("ab");
  await vi.advanceTimersByTimeAsync(1400);
  expect(stopped).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(100);
  expect(stopped).toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saved).toEqual([]);
});

test("what changed while stopped is saved after going on", async () => {
  const { keeper, saved } = keeping();
  await keeper.stop();
  keeper.changed("a");
  keeper.resume();
  await vi.advanceTimersByTimeAsync(1000);
  expect(saved).toEqual(["a"]);
});

test("whatever fails and however fast it changes, the last change is saved in the end", async () => {
  const steps = fc.array(fc.record({ pause: fc.nat(1500), fails: fc.boolean() }), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(steps, async (changes) => {
      const { keeper, saved } = keeping(changes.map(({ fails }) => !fails));
      for (const [index, { pause }] of changes.entries()) {
        keeper.changed(String(index));
        await vi.advanceTimersByTimeAsync(pause);
      }
      await vi.advanceTimersByTimeAsync(2_000_000);
      expect(saved.at(-1)).toBe(String(changes.length - 1));
    }),
  );
});
