import { randomBytes } from "node:crypto";
import { ok, type Result, refused } from "#lib/result.ts";
import { hashOf, type Pool } from "../client.ts";
import { hashPassword, passwordFits } from "./password.ts";

/** Compared when there is no account, so that an unknown address takes as long as a known one. */
const nobody = hashPassword(randomBytes(32).toString("base64url"));

/**
 * Opens a session for an address and a password: a new token every time, of which the database keeps only the hash.
 * Refuses with "wrong-login" whatever was wrong.
 */
export async function signIn(
  pool: Pool,
  login: { email: string; password: string },
): Promise<Result<{ token: string }>> {
  const [found] = await pool.sql<{ account_id: string; password: string }[]>`
    select * from door.credential_of(${login.email})`;
  const fits = await passwordFits(login.password, found?.password ?? (await nobody));
  if (!found || !fits) return refused("wrong-login");
  const token = randomBytes(32).toString("base64url");
  const [opened] = await pool.sql<{ opened: boolean }[]>`
    select door.open_session(${found.account_id}, ${hashOf(token)}) as opened`;
  return opened?.opened ? ok({ token }) : refused("wrong-login");
}

/** Ends the session of that token at once, everywhere. */
export async function signOut(pool: Pool, token: string): Promise<void> {
  await pool.sql`select door.close_session(${hashOf(token)})`;
}
