import type { UseFormReturn } from "react-hook-form";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { draftOf } from "#components/referral-form/use-draft.ts";
import type { Values } from "#components/referral-form/values.ts";

let posted: Record<string, unknown>[] = [];
let answers: unknown[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  posted = [];
  answers = [];
  vi.stubGlobal("document", Object.assign(new EventTarget(), { querySelector: () => null }));
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    posted.push(JSON.parse(body) as Record<string, unknown>);
    const kept = { draft: "d1", savedAt: "2026-12-02T09:00:00.000000Z", elsewhere: null, note: { state: "none" } };
    return Response.json({ ok: true, value: answers.shift() ?? kept });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The form as it is filled in, one change after the other, each a second and more apart. */
function filling() {
  let values: Partial<Values> = { situations: [], answers: {}, consent: {} as Values["consent"] };
  let told = () => {};
  const seen: string[] = [];
  const rhf = {
    getValues: () => values,
    setValue: (name: string, value: string) => {
      values = { ...values, [name]: value };
    },
    subscribe: ({ callback }: { callback: () => void }) => {
      told = callback;
      return () => {};
    },
  } as unknown as UseFormReturn<Values>;
  const see = ({ state }: { state?: string }) => void (state && seen.push(state));
  const draft = draftOf({ rhf, start: null, fixed: {}, notNames: () => [] }, see);
  const stop = draft.watch();
  const fill = async (change: Partial<Values>) => {
    values = { ...values, ...change };
    told();
    await vi.advanceTimersByTimeAsync(2000);
  };
  return { fill, seen, stop, values: () => values };
}

test("one tap on a service saves nothing, and neither does what the page chooses by itself", async () => {
  const { fill, seen, stop } = filling();
  for (const service of ["SKP", "BRO", "SKP"]) await fill({ service, post: "mine", to: "theirs" });
  stop();
  expect(posted).toEqual([]);
  expect(seen).toEqual([]);
});

test("the first answer saves the whole", async () => {
  const { fill, seen } = filling();
  await fill({ service: "SKP" });
  await fill({ situations: ["SES_IKKE"] });
  expect(posted).toMatchObject([{ service: "SKP", situations: ["SES_IKKE"] }]);
  expect(seen.at(-1)).toBe("saved");
});

test("what is emptied again goes, and is not said to be kept", async () => {
  const { fill, seen, values } = filling();
  await fill({ service: "SKP", note: "Ring." });
  answers = [{ draft: null, savedAt: null, elsewhere: null, note: { state: "none" } }];
  await fill({ note: "" });
  expect(posted).toHaveLength(2);
  expect(posted[1]).toMatchObject({ draft: "d1", service: "SKP" });
  expect([values().draft, seen.at(-1)]).toEqual(["", "none"]);
  await fill({ service: "BRO" });
  expect(posted).toHaveLength(2);
});
