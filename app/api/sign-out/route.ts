import { setCookies } from "#app/_server/cookies.ts";
import { handler } from "#app/_server/handler.ts";
import { pool } from "#app/_server/pool.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { tokenOf } from "#app/_server/token.ts";
import { notTheirs } from "#app/_server/whose.ts";
import { signOut } from "#db/account/sign-in.ts";
import { sessionOf } from "#db/as-member.ts";

/**
 * Ends the session in the database first, then in the browser, which forgets every page and whatever they kept. Not every
 * cookie: the language stays, and the mark by which strangers' guesses do not count against this browser. Nobody ends the session of
 * another who has logged in here since.
 */
export const POST = handler({ of: "anybody", counts: "visit" }, async ({ whose }) => {
  const token = await tokenOf();
  const session = await sessionOf(pool(), token);
  const theirs = session && notTheirs(whose, session);
  if (theirs) return await answerRefusal(theirs);
  if (token) await signOut(pool(), token);
  const headers = new Headers({
    location: "/login",
    "clear-site-data": '"cache", "storage"',
    "cache-control": "no-store",
  });
  for (const cookie of setCookies({ session: null, ceremony: null, invitation: null, offered: null, invited: null }))
    headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
});
