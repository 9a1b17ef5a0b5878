import { othersHere, whoseHeader } from "#components/form/whose.ts";

/** Where a text says too much: UTF-16 offsets, and what it looks like. */
export type Finding = { start: number; end: number; kind: string };

/** A no from the server, worded for the reader. `field` is what it is about. */
export type ActRefusal = {
  ok: false;
  code: string;
  message: string;
  field?: string;
  details?: { errors?: readonly { field: string; message: string }[]; findings?: readonly Finding[] };
};

export type ActAnswer<Value> = { ok: true; value: Value } | ActRefusal;

export type Act = { action: string; intent: string; values: Readonly<Record<string, unknown>> };

/** Milliseconds after which silence counts as not sent: in a stairwell a request may hang for ever. */
const PATIENCE = 20_000;

/**
 * Posts one act as JSON, the intent key among its values, and says whose page it comes from. Gives the server's answer, or "unsent" where none came that
 * can be read: no network, silence, a proxy's error page. Then the act may or may not have happened, and the same act
 * with the same intent key is safe to post again.
 */
export async function postAct<Value>({ action, intent, values }: Act): Promise<ActAnswer<Value> | "unsent"> {
  try {
    const response = await fetch(action, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...whoseHeader() },
      body: JSON.stringify({ ...values, intent }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const body: unknown = await response.json();
    if (!isAnswer<Value>(body)) return "unsent";
    if (!body.ok && body.code === "other-person") window.dispatchEvent(new Event(othersHere));
    return body;
  } catch {
    return "unsent";
  }
}

function isAnswer<Value>(body: unknown): body is ActAnswer<Value> {
  if (typeof body !== "object" || body === null || !("ok" in body)) return false;
  if (body.ok === true) return "value" in body;
  return body.ok === false && "message" in body && typeof body.message === "string";
}

/** One thing to put right: which field, if any, and what to do. */
export type FieldError = { field?: string | undefined; message: string };

/** The errors of a refusal in the order of the form: those of its fields, else its own sentence. */
export function errorsOf({ message, field, details }: ActRefusal): readonly FieldError[] {
  return details?.errors?.length ? details.errors : [{ field, message }];
}
