import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { asMember, type Member } from "#db/as-member.ts";
import type { Tx } from "#db/client.ts";
import { loginFor } from "#lib/login/own-path.ts";
import type { Result } from "#lib/result.ts";
import { DatabaseAway, isDatabaseAway } from "./database-away.ts";
import { handler } from "./handler.ts";
import { pool } from "./pool.ts";
import { answerRefusal } from "./refusal.ts";
import { tokenOf } from "./token.ts";

type Reading<T> = (tx: Tx, me: Member) => Promise<Result<T>>;

/**
 * The only way a page reads: one transaction that says who asks, over before anything is drawn. Without a live session it
 * leads to the login, which knows the page; where it needs an agreement and there is none, to where that is said. What is hidden is as absent as what never was.
 */
export async function read<T>(reading: Reading<T>): Promise<T> {
  const result = await asMember(pool(), await tokenOf(), reading).catch((cause: unknown) => {
    throw isDatabaseAway(cause) ? new DatabaseAway("the database is away", { cause }) : cause;
  });
  if (result.ok) return result.value;
  if (result.code === "signed-out") redirect(loginFor((await headers()).get("x-brobyg-path")));
  if (result.code === "no-agreement") redirect("/agreement");
  notFound();
}

/** The same for a list that refreshes itself: a GET that answers JSON, nothing of it kept in any cache. */
export function readJson<T, Params = Record<never, never>>(
  reading: (tx: Tx, me: Member, params: Params, query: URLSearchParams) => Promise<Result<T>>,
) {
  return handler<Params>({ of: "account", counts: "read" }, async ({ request, params, asMember }) => {
    const query = new URL(request.url).searchParams;
    const result = await asMember((tx, me) => reading(tx, me, params, query), { again: true });
    if (!result.ok) return await answerRefusal(result);
    return Response.json(result.value, { headers: { "cache-control": "no-store" } });
  });
}
