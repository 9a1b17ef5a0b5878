import { setCookies } from "#app/_server/cookies.ts";
import { handler } from "#app/_server/handler.ts";
import { fromOwnPages } from "#app/_server/same-origin.ts";
import { loginProviders } from "#app/_server/settings.ts";
import { signIn } from "#app/auth.ts";

type Asked = { provider: string };

const leadTo = (location: string) => new Response(null, { status: 303, headers: { location } });

/**
 * Leads to an organisation's own login, from a link of our own pages: a form would be stopped on its way there by the
 * pages' own policy. Asked with `invited`, whoever comes back is tied to the invitation that this browser holds.
 */
export const GET = handler<Asked>({ of: "anybody", counts: "step" }, async ({ request, params: { provider } }) => {
  if (!fromOwnPages(request) || !loginProviders().some(({ id }) => id === provider)) return leadTo("/login");
  try {
    const response = leadTo(await signIn(provider, { redirect: false, redirectTo: "/" }));
    const invited = new URL(request.url).searchParams.has("invited") ? "1" : null;
    for (const cookie of setCookies({ invited })) response.headers.append("set-cookie", cookie);
    return response;
  } catch {
    return leadTo("/login?problem=provider");
  }
});
