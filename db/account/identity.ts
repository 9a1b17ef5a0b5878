import { ok, type Result, refused } from "#lib/result.ts";
import { hashOf, type Pool } from "../client.ts";
import { type Browser, hashed, newToken } from "./sign-in.ts";

/** Who somebody is at their organisation's own provider, as a checked id token says. */
export type Identity = { issuer: string; subject: string };

/**
 * A session for whoever a provider vouches for. With an `invitation` the two are tied together first: only so, never by a
 * mail address. Refuses with "wrong-login" when nobody here is that subject.
 */
export async function signInAs(
  pool: Pool,
  { issuer, subject }: Identity,
  { from, invitation }: { from: Browser; invitation?: string | undefined },
): Promise<Result<{ session: string }>> {
  const session = newToken();
  const opened = await pool.sql.begin(async (sql) => {
    if (invitation) await sql`select door.link_identity(${hashOf(invitation)}, ${issuer}, ${subject})`;
    const [row] = await sql<{ opened: boolean }[]>`
      select door.open_by_identity(${issuer}, ${subject}, ${hashOf(session)}, ${from.name ?? null}, ${hashed(from.session)}) as opened`;
    return row?.opened ?? false;
  });
  return opened ? ok({ session }) : refused("wrong-login");
}
