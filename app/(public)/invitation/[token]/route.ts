import { cookies } from "next/headers";
import { type Cookie, cookieName, type Kept, setCookies } from "#app/_server/cookies.ts";
import { handler } from "#app/_server/handler.ts";
import { pool } from "#app/_server/pool.ts";
import { invitationOf } from "#db/account/enrol.ts";
import { ceremonyOf } from "#db/account/factor.ts";

/**
 * The link of an invitation: its token leaves the address at once, so that it stands in no history, referrer or screenshot.
 * Whether it opens anything, the page asks. Any page may lead a browser here: what is under way in it stays as it is.
 */
export const GET = handler<{ token: string }>({ of: "anybody", counts: "visit" }, async ({ params: { token } }) => {
  const headers = new Headers({ location: "/invitation", "cache-control": "no-store" });
  for (const cookie of setCookies(await keptOf(token))) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
});

async function keptOf(token: string): Promise<Kept> {
  const held = await cookies();
  const own = (cookie: Cookie) => held.get(cookieName(cookie))?.value;
  const known = /^[A-Za-z0-9_-]{43}$/.test(token);
  if (known && own("invitation") === token) return {};
  if (!(await isUnderWay(own))) return { invitation: known ? token : null, ceremony: null };
  return known && (await invitationOf(pool(), token)) ? { offered: token } : {};
}

/** Is somebody in the middle of an invitation, a login or a new factor? */
async function isUnderWay(own: (cookie: Cookie) => string | undefined): Promise<boolean> {
  const [invitation, ceremony] = [own("invitation"), own("ceremony")];
  if (invitation && (await invitationOf(pool(), invitation))) return true;
  return Boolean((await ceremonyOf(pool(), ceremony))?.account);
}
