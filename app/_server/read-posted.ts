import type { z } from "zod";
import type { Member } from "#db/as-member.ts";
import type { Tx } from "#db/client.ts";
import type { Result } from "#lib/result.ts";
import { answer } from "./answer.ts";
import { type Gate, handler } from "./handler.ts";
import type { Limited } from "./limit.ts";
import { answerIssues } from "./refusal.ts";

type Declared<Input, Params, Value> = {
  input: z.ZodType<Input>;
  run: (tx: Tx, me: Member, input: Input, params: Params) => Promise<Result<Value>>;
  /** Where a native form goes on, a path of our own. */
  next: (value: Value, params: Params) => string;
  /** What is counted, a search unless said otherwise. */
  counts?: Limited;
  /** A screen asks by itself: that does not make the session last longer. */
  again?: boolean;
  /** How long a body may be where that is not the usual. */
  body?: Gate["body"];
};

/**
 * Reads what may not be asked for in an address: a POST of our own pages, with a session, so often a minute. It changes
 * nothing and keeps nothing but the look in the log: what was asked stands nowhere, and a retry asks anew.
 */
export function readPosted<Input, Value, Params = Record<never, never>>(declared: Declared<Input, Params, Value>) {
  const { input, run, next, counts = "find", again = false, body } = declared;
  return handler<Params>({ of: "account", counts, body }, async ({ params, fields, native, asMember }) => {
    const asked = input.safeParse(fields);
    if (!asked.success) return await answerIssues(asked.error.issues);
    const result = await asMember((tx, me) => run(tx, me, asked.data, params), { again });
    return await answer(result, { native, next: (value) => next(value, params) });
  });
}
