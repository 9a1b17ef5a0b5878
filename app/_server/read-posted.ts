import type { z } from "zod";
import { asMember, type Member } from "#db/as-member.ts";
import type { Tx } from "#db/client.ts";
import { type Result, refused } from "#lib/result.ts";
import { answer, tellNative } from "./answer.ts";
import { fieldsOf } from "./body.ts";
import { isDatabaseAway } from "./database-away.ts";
import { spend } from "./limit.ts";
import { pool } from "./pool.ts";
import { answerIssues, answerRefusal } from "./refusal.ts";
import { fromOwnPages } from "./same-origin.ts";
import { tokenOf } from "./token.ts";

type Declared<Input, Value> = {
  input: z.ZodType<Input>;
  run: (tx: Tx, me: Member, input: Input) => Promise<Result<Value>>;
  /** Where a native form goes on, a path of our own. */
  next: (value: Value) => string;
};

/**
 * Reads what may not be asked for in an address: a POST of our own pages, with a session, so often a minute. It changes
 * nothing and keeps nothing but the look in the log: what was asked stands nowhere, and a retry asks anew.
 */
export function readPosted<Input, Value>({ input, run, next }: Declared<Input, Value>) {
  return async function POST(request: Request): Promise<Response> {
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
    try {
      const result = await asMember(
        pool(),
        token,
        async (tx, me) => (await spend("find", me.account)) ?? run(tx, me, asked.data),
      );
      return await answer(result, { native: body.native, next });
    } catch (error) {
      if (isDatabaseAway(error)) return answerRefusal(refused("database-away"));
      throw error;
    }
  };
}
