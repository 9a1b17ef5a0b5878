import { type Browser, signIn } from "#db/account/sign-in.ts";
import { loginFor } from "#lib/login/own-path.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { pool } from "./pool.ts";
import type { Done } from "./step.ts";

const longest = { email: 254, password: 256 };

/**
 * Tries an address and a password. The token of what was begun goes into a cookie of its own, and never into an address.
 * Whatever is wrong with them, the answer is the same. `next` is where whoever is in then goes on.
 */
export async function takeFirstStep(
  login: { email: string; password: string },
  { from, next }: { from: Browser; next: string },
): Promise<Result<Done<{ next: string }>>> {
  if (login.email.length > longest.email || login.password.length > longest.password) return refused("wrong-login");
  const first = await signIn(pool(), login, from);
  if (!first.ok) return first;
  const { leads, token } = first.value;
  return leads === "in"
    ? ok({ value: { next }, kept: { session: token } })
    : ok({ value: { next: loginFor(next, "/login/factor") }, kept: { ceremony: token } });
}
