import { NextRequest } from "next/server";
import { setCookies } from "#app/_server/cookies.ts";
import { handler } from "#app/_server/handler.ts";
import { loginProviders, ownOrigin } from "#app/_server/settings.ts";
import { handlers } from "#app/auth.ts";
import { loginFor, wanted } from "#lib/login/own-path.ts";

type Asked = { provider: string };

/** Whoever comes back from their organisation's login: in, or back at ours with what was wrong. */
export const GET = handler<Asked>({ of: "anybody", counts: "step" }, async ({ request, params: { provider } }) => {
  if (!loginProviders().some(({ id }) => id === provider))
    return new Response(null, { status: 303, headers: { location: "/login" } });
  const answer = await handlers.GET(new NextRequest(request.url, { headers: request.headers }));
  const to = URL.parse(answer.headers.get("location") ?? "", ownOrigin());
  const headers = new Headers(answer.headers);
  headers.set("location", placeOf(to, wishOf(request)));
  for (const cookie of setCookies({ invited: null })) headers.append("set-cookie", cookie);
  // What was sent along on the way there is good for one way back, however that ends.
  for (const name of remembered(request))
    headers.append("set-cookie", `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure(name)}`);
  return new Response(null, { status: 303, headers });
});

/** What was wrong is told only so far: somebody is not known here, or it did not succeed. */
function placeOf(to: URL | null, wish: string): string {
  const error = to?.searchParams.get("error");
  const failed = loginFor(wish, "/login?problem=provider");
  if (!to || to.origin !== ownOrigin()) return failed;
  if (error === "AccessDenied") return loginFor(wish, "/login?problem=unknown");
  return error || to.pathname.startsWith("/api/") ? failed : wanted(to.pathname + to.search);
}

/** Where they wanted to go, as next-auth had this browser keep it. */
function wishOf(request: Request): string {
  const [, kept = ""] =
    /(?:^|;\s*)(?:__Secure-)?authjs\.callback-url=([^;]*)/.exec(request.headers.get("cookie") ?? "") ?? [];
  const to = URL.parse(decoded(kept), ownOrigin());
  return to?.origin === ownOrigin() ? wanted(to.pathname + to.search) : "/";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

const remembered = (request: Request): string[] =>
  [
    ...(request.headers.get("cookie") ?? "").matchAll(
      /(?:^|;\s*)((?:__Secure-)?authjs\.(?:pkce\.code_verifier|state|nonce))=/g,
    ),
  ].map(([, name = ""]) => name);
const secure = (name: string) => (name.startsWith("__Secure-") ? "; Secure" : "");
