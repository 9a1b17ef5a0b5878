import { handler } from "#app/_server/handler.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { ownOrigin } from "#app/_server/settings.ts";
import { localeCookie, locales } from "#app/i18n.ts";
import { ownPath } from "#lib/login/own-path.ts";
import { refused } from "#lib/result.ts";

const year = 365 * 24 * 60 * 60;

/** Remembers a language in this browser, and leads back to where one was. */
export const POST = handler({ of: "anybody", counts: "visit" }, async ({ request, fields }) => {
  const locale = locales.find((each) => each === fields["locale"]);
  if (!locale) return answerRefusal(refused("wrong-input"));
  const cookie = `${localeCookie}=${locale}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly`;
  const location = pageOf(request.headers.get("referer"));
  return new Response(null, { status: 303, headers: { location, "set-cookie": cookie } });
});

/** The page that an address of ours is of; the start page for any other. */
function pageOf(address: string | null): string {
  const from = URL.parse(address ?? "");
  return (from?.origin === ownOrigin() && ownPath(from.pathname + from.search)) || "/";
}
