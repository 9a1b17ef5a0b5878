import type { Result } from "#lib/result.ts";
import { answerRefusal, type RefusalBody } from "./refusal.ts";

/** What came of something: as data, or, of a native form, as the page where it goes on. What is refused the handler words for it. */
export async function answer<Value>(
  result: Result<Value>,
  { native, next }: { native: boolean; next: (value: Value) => string },
): Promise<Response> {
  if (!result.ok) return answerRefusal(result);
  if (native) return new Response(null, { status: 303, headers: { location: next(result.value) } });
  return Response.json({ ok: true, value: result.value ?? null }, { headers: { "cache-control": "no-store" } });
}

/** Before scripts run there is nobody to place an error: the sentence alone, and the browser's back keeps the form. */
export async function tellNative(response: Response): Promise<Response> {
  const { message } = (await response.json()) as RefusalBody;
  const headers = new Headers(response.headers);
  headers.set("content-type", "text/plain; charset=utf-8");
  return new Response(`${message}\n`, { status: response.status, headers });
}
