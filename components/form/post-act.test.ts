import { afterEach, expect, test, vi } from "vitest";
import { errorsOf, postAct } from "#components/form/post-act.ts";

const ACT = { action: "/api/referrals/accept", intent: "4f6a0f5e-8f0e-4f0e-9a52-6a2f1e1c9f10", values: { step: 3 } };

function answering(answer: () => Response | Promise<Response>) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => answer());
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

afterEach(() => vi.unstubAllGlobals());

test("posts JSON that carries the intent key", async () => {
  const fetch = answering(() => Response.json({ ok: true, value: { code: "7K4F-2H9M" } }));
  expect(await postAct(ACT)).toEqual({ ok: true, value: { code: "7K4F-2H9M" } });
  const [action, init] = fetch.mock.calls[0] ?? [];
  expect(action).toBe(ACT.action);
  expect(init).toMatchObject({ method: "POST", headers: { "content-type": "application/json" } });
  expect(JSON.parse(init?.body as string)).toEqual({ step: 3, intent: ACT.intent });
});

test("gives a refusal whatever its status", async () => {
  const refusal = { ok: false, code: "taken", message: "En anden boligrådgiver overtog den kl. 10.14." };
  answering(() => Response.json(refusal, { status: 409 }));
  expect(await postAct(ACT)).toEqual(refusal);
});

test.each([
  ["the network is gone", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["a proxy answers with a page", () => new Response("<h1>502</h1>", { status: 502 })],
  ["the answer has another shape", () => Response.json({ error: "?" }, { status: 500 })],
  ["the answer is nothing", () => Response.json(null)],
  ["a refusal has no words", () => Response.json({ ok: false, code: "taken" })],
])("counts as unsent when %s", async (_, answer) => {
  answering(answer);
  expect(await postAct(ACT)).toBe("unsent");
});

test("a refusal's fields come before its own sentence", () => {
  const refusal = { ok: false, code: "invalid", message: "Ret felterne.", field: "note" } as const;
  expect(errorsOf(refusal)).toEqual([{ field: "note", message: "Ret felterne." }]);
  const errors = [{ field: "date", message: "Skriv datoen som 12.11.2026." }];
  expect(errorsOf({ ...refusal, details: { errors } })).toEqual(errors);
  expect(errorsOf({ ...refusal, details: { errors: [] } })).toHaveLength(1);
});
