import { pool } from "#app/_server/pool.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { fromOwnPages } from "#app/_server/same-origin.ts";
import { ownOrigin, sessionCookie } from "#app/_server/settings.ts";
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
  const secure = ownOrigin().startsWith("https:") ? "; Secure" : "";
  return new Response(null, {
    status: 303,
    headers: {
      location: "/login",
      "set-cookie": `${sessionCookie()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`,
      "clear-site-data": '"cache", "storage"',
      "cache-control": "no-store",
    },
  });
}
