import { setCookies } from "#app/_server/cookies.ts";
import { handler } from "#app/_server/handler.ts";
import { pool } from "#app/_server/pool.ts";
import { tokenOf } from "#app/_server/token.ts";
import { signOut } from "#db/account/sign-in.ts";

/**
 * Ends the session in the database first, then in the browser, which forgets every page and whatever they kept. Not every
 * cookie: the language stays, and the mark by which strangers' guesses do not count against this browser.
 */
export const POST = handler({ of: "anybody", counts: "visit" }, async () => {
  const token = await tokenOf();
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
