import { cookies } from "next/headers";
import type { z } from "zod";
import type { Site } from "#db/account/passkey.ts";
import type { Browser } from "#db/account/sign-in.ts";
import type { Member } from "#db/as-member.ts";
import type { Tx } from "#db/client.ts";
import { ok, type Result } from "#lib/result.ts";
import { answer } from "./answer.ts";
import { browserOf } from "./browser.ts";
import { type Cookie, cookieName, type Kept, setCookies } from "./cookies.ts";
import { handler } from "./handler.ts";
import { answerIssues } from "./refusal.ts";
import { ownOrigin, secret } from "./settings.ts";

/** What a step knows: who asks from where, and the tokens of what was begun before. */
export type Given = {
  from: Browser;
  ceremony: string | undefined;
  invitation: string | undefined;
  offered: string | undefined;
  site: Site;
  secret: string;
  /** How the page is marked that it comes from. */
  whose: string | undefined;
  /** How the login or invitation is marked that the page is in the middle of; undefined where it is in none. */
  of: string | undefined;
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
 * and each step can be taken again.
 */
export function step<Input, Value>(declared: Declared<Input, Value>) {
  const gate = declared.of === "anybody" ? ({ of: "anybody", counts: "step" } as const) : accountGate;
  return handler(gate, async ({ request, fields: sent, whose, native, asMember }) => {
    // The bridge of our forms sends an intent with every act.
    const { intent: _, of, ...fields } = sent;
    const input = declared.input.safeParse(fields);
    if (!input.success) return await answerIssues(input.error.issues);
    const result = await declared.run(
      { ...(await heldBy(request)), whose, of: typeof of === "string" ? of : undefined, asMember },
      input.data,
    );
    const response = await answer(result.ok ? ok(result.value.value) : result, {
      native,
      next: (value) => declared.next?.(value) ?? "/",
    });
    for (const cookie of result.ok ? setCookies(result.value.kept ?? {}) : [])
      response.headers.append("set-cookie", cookie);
    return response;
  });
}

const accountGate = { of: "account", counts: "change" } as const;

async function heldBy(request: Request): Promise<Omit<Given, "whose" | "of" | "asMember">> {
  const [from, held] = await Promise.all([browserOf(request.headers), cookies()]);
  const token = (cookie: Cookie) => held.get(cookieName(cookie))?.value;
  return {
    from,
    ceremony: token("ceremony"),
    invitation: token("invitation"),
    offered: token("offered"),
    site: { origin: ownOrigin() },
    secret: secret(),
  };
}
