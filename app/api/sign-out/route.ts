import { setCookies } from "#app/_server/cookies.ts";
import { pool } from "#app/_server/pool.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { fromOwnPages } from "#app/_server/same-origin.ts";
import { tokenOf } from "#app/_server/token.ts";
import { signOut } from "#db/account/sign-in.ts";
import { refused } from "#lib/result.ts";

/**
 * Ends the session in the database first, then in the browser, which forgets every page and whatever they kept. Not every
 * cookie: the language stays, and the mark by which strangers' guesses do not count against this browser.
 */
export async function POST(request: Request): Promise<Response> {
  if (!fromOwnPages(request)) return answerRefusal(refused("foreign-origin"));
  const token = await tokenOf();
  if (token) await signOut(pool(), token);
  const headers = new Headers({
    location: "/login",
    "clear-site-data": '"cache", "storage"',
    "cache-control": "no-store",
  });
  for (const cookie of setCookies({ session: null, ceremony: null, invitation: null, invited: null }))
    headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
