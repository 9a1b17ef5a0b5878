import { cookies, headers } from "next/headers";
import NextAuth from "next-auth";
import type { OIDCConfig } from "next-auth/providers";
import { z } from "zod";
import { signInAs } from "#db/account/identity.ts";
import type { LoginProvider } from "#lib/login/providers.ts";
import { browserOf } from "./_server/browser.ts";
import { cookieName, cookieOptions } from "./_server/cookies.ts";
import { pool } from "./_server/pool.ts";
import { loginProviders } from "./_server/settings.ts";
import { vouchedFor } from "./_server/vouched.ts";

const bearer = z.object({ token: z.string() });

/**
 * An organisation's own login. Only who somebody is there is asked for, no name and no address; whom that is here, the
 * database says.
 */
const byProvider = (provider: LoginProvider): OIDCConfig<Record<string, unknown>> => ({
  id: provider.id,
  name: provider.name,
  type: "oidc",
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: provider.clientSecret,
  authorization: { params: { scope: "openid" } },
  checks: ["pkce", "state", "nonce"],
  profile: async (_claims, tokens) => {
    const identity = await vouchedFor(provider, tokens.id_token);
    const from = await browserOf(await headers());
    const held = await cookies();
    const invitation = held.has(cookieName("invited")) ? held.get(cookieName("invitation"))?.value : undefined;
    const opened = await signInAs(pool(), identity, { from, invitation });
    return { id: "-", ...(opened.ok ? { token: opened.value.session } : {}) };
  },
});

/**
 * next-auth does the ceremony of an organisation's login and nothing else. Its cookie holds the bare token that the database looks up,
 * so `auth()` is never called and its session endpoint is not served: it would delete the cookie. Its settings are read when
 * somebody signs in, not when the app is built.
 */
export const { signIn, handlers } = NextAuth(() => ({
  trustHost: true,
  providers: loginProviders().map(byProvider),
  session: { strategy: "jwt", maxAge: cookieOptions("session").maxAge },
  callbacks: {
    // Whom the provider knows and we do not gets no session; next-auth takes an answer of `false` for an error.
    signIn: ({ user }) => "token" in user,
    jwt: ({ token, user }) => (user && "token" in user ? { token: user.token } : token),
  },
  jwt: { encode: async ({ token }) => bearer.parse(token).token, decode: async () => null },
  cookies: { sessionToken: { name: cookieName("session"), options: cookieOptions("session") } },
  pages: { signIn: "/login", error: "/login" },
  logger: { error: () => {} },
}));
