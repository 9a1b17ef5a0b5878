import { fieldsOf } from "#app/_server/body.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { fromOwnPages } from "#app/_server/same-origin.ts";
import { localeCookie, locales } from "#app/i18n.ts";
import { refused } from "#lib/result.ts";

const year = 365 * 24 * 60 * 60;

/** Remembers a language in this browser, and leads back to where one was. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOwnPages(request)) return answerRefusal(refused("foreign-origin"));
  const wanted = (await fieldsOf(request))?.fields["locale"];
  const locale = locales.find((each) => each === wanted);
  if (!locale) return answerRefusal(refused("wrong-input"));
  const back = URL.parse(request.headers.get("referer") ?? "")?.pathname ?? "/";
  const cookie = `${localeCookie}=${locale}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly`;
  return new Response(null, { status: 303, headers: { location: back, "set-cookie": cookie } });
}
