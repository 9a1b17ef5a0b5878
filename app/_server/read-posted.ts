import type { z } from "zod";
import { asMember, type Member } from "#db/as-member.ts";
import type { Tx } from "#db/client.ts";
import { type Result, refused } from "#lib/result.ts";
import { answer, tellNative } from "./answer.ts";
import { fieldsOf } from "./body.ts";
import { isDatabaseAway } from "./database-away.ts";
import { type Limited, spend } from "./limit.ts";
import { pool } from "./pool.ts";
import { answerIssues, answerRefusal } from "./refusal.ts";
import { fromOwnPages } from "./same-origin.ts";
import { tokenOf } from "./token.ts";

type Declared<Input, Params, Value> = {
  input: z.ZodType<Input>;
  run: (tx: Tx, me: Member, input: Input, params: Params) => Promise<Result<Value>>;
  /** Where a native form goes on, a path of our own. */
  next: (value: Value, params: Params) => string;
  /** What is counted, a search unless said otherwise. */
  counts?: Limited;
  /** A screen asks by itself: that does not make the session last longer. */
  again?: boolean;
};

/**
 * Reads what may not be asked for in an address: a POST of our own pages, with a session, so often a minute. It changes
 * nothing and keeps nothing but the look in the log: what was asked stands nowhere, and a retry asks anew.
 */
export function readPosted<Input, Value, Params = Record<never, never>>(declared: Declared<Input, Params, Value>) {
  const { input, run, next, counts = "find", again = false } = declared;
  return async function POST(request: Request, context: { params: Promise<Params> }): Promise<Response> {
    if (!fromOwnPages(request)) return answerRefusal(refused("foreign-origin"));
    const token = await tokenOf();
    if (!token) return answerRefusal(refused("signed-out"));
    const body = await fieldsOf(request);
    if (!body) return answerRefusal(refused("wrong-input"));
    const asked = input.safeParse(body.fields);
    if (!asked.success) {
      const wrong = await answerIssues(asked.error.issues);
      return body.native ? tellNative(wrong) : wrong;
    }
    const params = await context.params;
    try {
      const result = await asMember(
        pool(),
        token,
        async (tx, me) => (await spend(counts, me.account)) ?? run(tx, me, asked.data, params),
        { again },
      );
      return await answer(result, { native: body.native, next: (value) => next(value, params) });
    } catch (error) {
      if (isDatabaseAway(error)) return answerRefusal(refused("database-away"));
      throw error;
    }
  };
}
