/** What has broken other programs: too long, of the wrong kind, half a character, and what a database takes otherwise. */
const nasty: unknown[] = [
  null,
  true,
  -1,
  1e308,
  2 ** 31,
  "",
  "0",
  "x".repeat(5_000),
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\u202e\u200b",
  "'; drop table referral; --",
  "%00%27",
  "2026-02-30",
  "99999-01-01",
  "0000-01-01T00:00:00Z",
  "2026-02-30 10:00:00+01",
  "2026-02-10 25:00:00+01",
  "-infinity",
  "00000000-0000-0000-0000-000000000000",
  "not-a-uuid",
  "__proto__",
  ["", "\u0000"],
  [[[]]],
  { a: { b: { c: null } } },
  { toString: "x" },
];

/** What may be answered to it: never that something of ours broke. */
export const answers = [200, 303, 400, 401, 403, 404, 405, 409, 422, 503];
/** The body with each of its values, however deep, replaced by each of the nasty ones. */
export function* spoiled(body: Record<string, unknown>): Generator<Record<string, unknown>> {
  for (const [name, value] of Object.entries(body)) {
    for (const bad of nasty) yield { ...body, [name]: bad };
    if (Array.isArray(value)) for (const bad of nasty) yield { ...body, [name]: [bad] };
    else if (typeof value === "object" && value !== null)
      for (const inner of spoiled(value as Record<string, unknown>)) yield { ...body, [name]: inner };
  }
}
