import { asMember, type Member, sessionOf } from "#db/as-member.ts";
import type { Tx } from "#db/client.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { tellNative } from "./answer.ts";
import { type BodyLimit, isNative, readFields } from "./body.ts";
import { sourceOf } from "./browser.ts";
import { isDatabaseAway } from "./database-away.ts";
import { type Limited, spend } from "./limit.ts";
import { pool } from "./pool.ts";
import { answerRefusal } from "./refusal.ts";
import { fromOwnPages } from "./same-origin.ts";
import { tokenOf } from "./token.ts";
import { notTheirs, whoseOf } from "./whose.ts";

/** Who may ask, and what is counted: an account by itself, anybody else by the address they come from. */
export type Gate = {
  of: "anybody" | "account";
  counts: Limited;
  /** How long a body may be where that is not the usual. */
  body?: BodyLimit | undefined;
};

/** What a handler gets to know once somebody was let in. */
export type Asked<Params> = {
  request: Request;
  params: Params;
  /** What a POST brought; nothing of a GET. */
  fields: Record<string, unknown>;
  /** How the page is marked that it comes from; undefined where it says nothing. */
  whose: string | undefined;
  /** A person reads the answer as it stands: no script of ours does. */
  native: boolean;
  /** One transaction as whoever is signed in; refuses with "signed-out" where nobody is. */
  asMember: <T>(run: (tx: Tx, me: Member) => Promise<Result<T>>, how?: { again?: boolean }) => Promise<Result<T>>;
};

/**
 * What every route handler is made by. In this order, each before the next is looked at: does it come from our own pages,
 * has it a live session, how often did they ask, how long is what they send, whose page does it come from. What is refused
 * counts too. A GET brings nothing: its one transaction finds the session and counts before it reads.
 */
export function handler<Params = Record<never, never>>(
  gate: Gate,
  run: (asked: Asked<Params>) => Promise<Response>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, context) => {
    const native = isNative(request);
    const answered = async (): Promise<Response> => {
      try {
        const admitted = await admit(request, gate);
        if (!admitted.ok) return await answerRefusal(admitted);
        const params = await context.params;
        return await run({ request, params, native, ...admitted.value });
      } catch (error) {
        if (isDatabaseAway(error)) return answerRefusal(refused("database-away"));
        throw error;
      }
    };
    const response = await answered();
    return native && isRefusal(response) ? tellNative(response) : response;
  };
}

/** What a script of ours would word. */
const isRefusal = ({ status, headers }: Response): boolean =>
  status >= 400 && headers.get("content-type")?.startsWith("application/json") === true;

type Admitted = Pick<Asked<never>, "fields" | "whose" | "asMember">;

async function admit(request: Request, gate: Gate): Promise<Result<Admitted>> {
  const brings = request.method !== "GET" && request.method !== "HEAD";
  if (brings && !fromOwnPages(request)) return refused("foreign-origin");
  if (gate.of === "anybody") {
    const tooMany = await spend(gate.counts, sourceOf(request.headers).toString("hex"));
    if (tooMany) return tooMany;
  }
  const token = await tokenOf();
  const asking: Admitted["asMember"] = (work, how) => asMember(pool(), token, work, how);
  if (!brings) {
    const { whose } = whoseOf(request, {});
    const theirs = whose === undefined ? asking : onlyOn(whose, asking);
    return ok({ fields: {}, whose, asMember: gate.of === "account" ? counted(theirs, gate.counts) : theirs });
  }
  const session = gate.of === "account" ? await sessionOf(pool(), token) : null;
  if (gate.of === "account") {
    const tooMany = session ? await spend(gate.counts, session.account) : refused("signed-out");
    if (tooMany) return tooMany;
  }
  const sent = await readFields(request, gate.body);
  if (!sent.ok) return sent;
  const { whose, fields } = whoseOf(request, sent.value);
  return (session && notTheirs(whose, session)) ?? ok({ fields, whose, asMember: asking });
}

/** A page asks for what it shows: another's data never comes into it. */
const onlyOn =
  (whose: string, asking: Admitted["asMember"]): Admitted["asMember"] =>
  (work, how) =>
    asking(async (tx, me) => notTheirs(whose, me) ?? work(tx, me), how);

const counted =
  (asking: Admitted["asMember"], counts: Limited): Admitted["asMember"] =>
  (work, how) =>
    asking(async (tx, me) => (await spend(counts, me.account)) ?? work(tx, me), how);
