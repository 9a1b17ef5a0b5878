import { cookies } from "next/headers";
import type { z } from "zod";
import type { Site } from "#db/account/passkey.ts";
import type { Browser } from "#db/account/sign-in.ts";
import { asMember, type Member } from "#db/as-member.ts";
import type { Tx } from "#db/client.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { answer, tellNative } from "./answer.ts";
import { fieldsOf } from "./body.ts";
import { browserOf } from "./browser.ts";
import { type Cookie, cookieName, type Kept, setCookies } from "./cookies.ts";
import { isDatabaseAway } from "./database-away.ts";
import { spend } from "./limit.ts";
import { pool } from "./pool.ts";
import { answerIssues, answerRefusal } from "./refusal.ts";
import { fromOwnPages } from "./same-origin.ts";
import { ownOrigin, secret } from "./settings.ts";

/** What a step knows: who asks from where, and the tokens of what was begun before. */
export type Given = {
  from: Browser;
  ceremony: string | undefined;
  invitation: string | undefined;
  site: Site;
  secret: string;
  /** One transaction as whoever is signed in; refuses with "signed-out" where nobody is. */
  asMember: <T>(run: (tx: Tx, me: Member) => Promise<Result<T>>) => Promise<Result<T>>;
};

/** What came of it, and the tokens that the browser keeps or forgets from now on. */
export type Done<Value> = { value: Value; kept?: Kept };

type Declared<Input, Value> = {
  /** Whoever comes, or somebody who has a session: `run` then asks the database whether it is alive. */
  of: "anybody" | "account";
  /** What it takes. Nothing else gets through. */
  input: z.ZodType<Input>;
  run: (given: Given, input: Input) => Promise<Result<Done<Value>>>;
  /** Where a native form goes on, a path of our own. */
  next?: (value: Value) => string;
};

/**
 * A step of signing in, of an invitation or of proving again who one is: a POST of our own pages. Unlike a change it needs
 * no session and takes no intent key: what it answers and what it is sent (tokens, codes, passwords) may be kept nowhere,
 * and each step can be taken again. Limited by source, and inside `asMember` by account.
 */
export function step<Input, Value>(declared: Declared<Input, Value>) {
  return async function POST(request: Request): Promise<Response> {
    if (!fromOwnPages(request)) return answerRefusal(refused("foreign-origin"));
    const given = await givenTo(request);
    if (declared.of === "account" && !given.from.session) return answerRefusal(refused("signed-out"));
    const tooMany = declared.of === "anybody" ? await spend("step", given.from.source.toString("hex")) : null;
    if (tooMany) return answerRefusal(tooMany);
    const body = await fieldsOf(request);
    if (!body) return answerRefusal(refused("wrong-input"));
    // The bridge of our forms sends one with every act.
    const { intent: _, ...fields } = body.fields;
    const input = declared.input.safeParse(fields);
    if (!input.success)
      return body.native ? tellNative(await answerIssues(input.error.issues)) : answerIssues(input.error.issues);
    try {
      const result = await declared.run(given, input.data);
      const response = await answer(result.ok ? ok(result.value.value) : result, {
        native: body.native,
        next: (value) => declared.next?.(value) ?? "/",
      });
      for (const cookie of result.ok ? setCookies(result.value.kept ?? {}) : [])
        response.headers.append("set-cookie", cookie);
      return response;
    } catch (error) {
      if (isDatabaseAway(error)) return answerRefusal(refused("database-away"));
      throw error;
    }
  };
}

async function givenTo(request: Request): Promise<Given> {
  const [from, held] = await Promise.all([browserOf(request.headers), cookies()]);
  const token = (cookie: Cookie) => held.get(cookieName(cookie))?.value;
  return {
    from,
    ceremony: token("ceremony"),
    invitation: token("invitation"),
    site: { origin: ownOrigin() },
    secret: secret(),
    asMember: (run) =>
      asMember(pool(), from.session, async (tx, me) => (await spend("change", me.account)) ?? run(tx, me)),
  };
}
