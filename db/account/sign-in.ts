import { randomBytes } from "node:crypto";
import { ok, type Result, refused } from "#lib/result.ts";
import { hashOf, type Pool } from "../client.ts";
import { derivePassword, newSalt } from "./password.ts";

/** Where somebody signs in from. The source is a keyed hash; the tokens are what the browser's cookies hold. */
export type Browser = {
  source: Buffer;
  /** Coarse: "Chrome, Android". */
  name?: string | undefined;
  /** Of a browser that somebody has signed in from before. */
  device?: string | undefined;
  /** The session that it has now, which ends when another begins. */
  session?: string | undefined;
};

const unknown: Browser = { source: Buffer.alloc(32) };

/** 32 random bytes, of which the database keeps only the hash. */
export const newToken = (): string => randomBytes(32).toString("base64url");

export const hashed = (token: string | undefined): Buffer | null => (token === undefined ? null : hashOf(token));

/** Where a right password leads: into the demo, or on to the second factor. The token is the session's or the ceremony's. */
export type FirstStep = { leads: "in" | "to-factor"; token: string };

/**
 * Tries an address and a password. Refuses with "wrong-login" whatever was wrong, after the same work whether somebody has
 * that address or not, and with "too-many-tries" before any work.
 */
export async function signIn(
  pool: Pool,
  login: { email: string; password: string },
  from: Browser = unknown,
): Promise<Result<FirstStep>> {
  const { password } = login;
  // PostgreSQL takes no such letter, and no address has one.
  const email = login.email.replaceAll("\0", "\uFFFD");
  const [asked] = await pool.sql<{ let_in: boolean; salt: string | null }[]>`
    select door.knock(${email}, ${from.source}, ${hashed(from.device)}) as let_in, door.salt_of(${email}) as salt`;
  if (!asked?.let_in) return refused("too-many-tries");
  const derived = await derivePassword(password, asked.salt ?? newSalt());
  const token = newToken();
  const [checked] = await pool.sql<{ outcome: "session" | "factor" | "no" }[]>`
    select door.check_password(${email}, ${derived}, ${from.source}, ${hashed(from.device)}, ${hashOf(token)},
      ${from.name ?? null}, ${hashed(from.session)}) as outcome`;
  if (!checked || checked.outcome === "no") return refused("wrong-login");
  return ok({ leads: checked.outcome === "session" ? "in" : "to-factor", token });
}

/** Ends the session of that token at once, everywhere, with what it became. */
export async function signOut(pool: Pool, token: string): Promise<void> {
  await pool.sql`select door.close_session(${hashOf(token)})`;
}
