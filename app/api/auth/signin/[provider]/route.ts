import { setCookies } from "#app/_server/cookies.ts";
import { handler } from "#app/_server/handler.ts";
import { fromOwnPages } from "#app/_server/same-origin.ts";
import { loginProviders } from "#app/_server/settings.ts";
import { signIn } from "#app/auth.ts";
import { loginFor, wantedIn } from "#lib/login/own-path.ts";

type Asked = { provider: string };

const leadTo = (location: string) => new Response(null, { status: 303, headers: { location } });

/**
 * Leads to an organisation's own login, from a link of our own pages: a form would be stopped on its way there by the
 * pages' own policy. Whoever comes back goes on to `next`; asked with `invited`, whoever comes back is tied to the invitation that this browser holds.
 */
export const GET = handler<Asked>({ of: "anybody", counts: "step" }, async ({ request, params: { provider } }) => {
  const asked = new URL(request.url).searchParams;
  const next = wantedIn(asked);
  if (!fromOwnPages(request) || !loginProviders().some(({ id }) => id === provider)) return leadTo("/login");
  try {
    const response = leadTo(await signIn(provider, { redirect: false, redirectTo: next }));
    const invited = asked.has("invited") ? "1" : null;
    for (const cookie of setCookies({ invited })) response.headers.append("set-cookie", cookie);
    return response;
  } catch {
    return leadTo(loginFor(next, "/login?problem=provider"));
  }
});
