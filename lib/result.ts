export type Ok<T> = { ok: true; value: T };
/** An expected no. `code` is worded in `messages`, `field` names the field it is about, `details` is data, never text. */
export type Refused = { ok: false; code: string; field?: string; details?: unknown };
/** How an expected refusal looks everywhere: a returned value. A broken world is thrown. */
export type Result<T> = Ok<T> | Refused;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

export const refused = (code: string, field?: string, details?: unknown): Refused => ({
  ok: false,
  code,
  ...(field === undefined ? {} : { field }),
  ...(details === undefined ? {} : { details }),
});
