import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { signIn as takeFirstStep } from "#db/account/sign-in.ts";
import { browserOf } from "./_server/browser.ts";
import { cookieName, cookieOptions } from "./_server/cookies.ts";
import { SecondFactorWaits, TooManyTries } from "./_server/first-step.ts";
import { pool } from "./_server/pool.ts";

const bearer = z.object({ token: z.string() });
const login = z.object({ email: z.string().max(254), password: z.string().max(256) });

/**
 * next-auth does the ceremony of signing in and nothing else. Its cookie holds the bare token that the database looks up,
 * so `auth()` is never called and its session endpoint is not served: it would delete the cookie. Its settings are read when
 * somebody signs in, not when the app is built.
 */
export const { signIn } = NextAuth(() => ({
  trustHost: true,
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: async (given, { headers }) => {
        const parsed = login.safeParse(given);
        if (!parsed.success) return null;
        const first = await takeFirstStep(pool(), parsed.data, await browserOf(headers));
        if (!first.ok && first.code === "too-many-tries") throw new TooManyTries();
        if (first.ok && first.value.leads === "to-factor") throw new SecondFactorWaits(first.value.token);
        return first.ok ? { id: "-", token: first.value.token } : null;
      },
    }),
  ],
  session: { strategy: "jwt", maxAge: cookieOptions("session").maxAge },
  callbacks: { jwt: ({ token, user }) => (user && "token" in user ? { token: user.token } : token) },
  jwt: { encode: async ({ token }) => bearer.parse(token).token, decode: async () => null },
  cookies: { sessionToken: { name: cookieName("session"), options: cookieOptions("session") } },
  pages: { signIn: "/login", error: "/login" },
  logger: { error: () => {} },
}));
