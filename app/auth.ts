import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { signIn as openSession } from "#db/account/sign-in.ts";
import { pool } from "./_server/pool.ts";
import { ownOrigin, sessionCookie } from "./_server/settings.ts";

const bearer = z.object({ token: z.string() });
const login = z.object({ email: z.string().max(254), password: z.string().max(256) });

/** A session is a working day at most; the database ends it, the cookie only follows. */
const longest = 12 * 60 * 60;

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
      authorize: async (given) => {
        const parsed = login.safeParse(given);
        const opened = parsed.success ? await openSession(pool(), parsed.data) : null;
        return opened?.ok && opened.value.leads === "in" ? { id: "-", token: opened.value.token } : null;
      },
    }),
  ],
  session: { strategy: "jwt", maxAge: longest },
  callbacks: { jwt: ({ token, user }) => (user && "token" in user ? { token: user.token } : token) },
  jwt: { encode: async ({ token }) => bearer.parse(token).token, decode: async () => null },
  cookies: {
    sessionToken: {
      name: sessionCookie(),
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: ownOrigin().startsWith("https:") },
    },
  },
  pages: { signIn: "/login", error: "/login" },
  logger: { error: () => {} },
}));
