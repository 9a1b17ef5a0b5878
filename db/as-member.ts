import type postgres from "postgres";
import type { Duty } from "#lib/agreement/parties.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { PersonId, PostId } from "#lib/referral/case.ts";
import { type Refused, type Result, refused } from "#lib/result.ts";
import { beginWith } from "./begin-with.ts";
import { asTx, hashOf, type Pool, type Tx } from "./client.ts";

/**
 * Who asks, as the database itself found it by the session: today's posts, duties, and the agreement in force. Where a
 * partnership begins there is none yet.
 */
export type Member = {
  account: string;
  partnership: string;
  person: PersonId;
  posts: PostId[];
  duties: Duty[];
  directory: number;
  agreement: string | null;
  today: Day;
};

type Entry = {
  account_id: string;
  partnership_id: string;
  person_id: string;
  posts: string[];
  duties: Duty[];
  directory: number;
  agreement_id: string | null;
  today: string;
};

/** A refusal on its way out of a transaction, which it rolls back. Thrown where no caller could go on without an answer. */
export class Rollback extends Error {
  readonly refusal: Refused;
  constructor(refusal: Refused) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** The posts of the housing organisations' units that this person leads. */
export const ledPosts = async (tx: Tx): Promise<PostId[]> => {
  const [row] = await tx.sql<{ led: string[] }[]>`select door.led() as led`;
  return row?.led ?? [];
};

/** The posts of the municipal units that this person leads. */
export const overseenPosts = async ({ sql }: Tx): Promise<PostId[]> => {
  const [row] = await sql<{ overseen: PostId[] }[]>`select door.overseen() as overseen`;
  return row?.overseen ?? [];
};

/**
 * The only door: one transaction in which the database knows who asks. Refuses with "signed-out" when the token opens no
 * live session. What `run` refuses is rolled back whole; what it throws too. Nothing comes out before the log says that it
 * was looked at.
 *
 * @param token the session's token, as the cookie holds it
 * @param how.again something looks again by itself: that does not make the session last longer
 */
export async function asMember<T>(
  pool: Pool,
  token: string | undefined,
  run: (tx: Tx, me: Member) => Promise<Result<T>>,
  how: { again?: boolean } = {},
): Promise<Result<T>> {
  if (!token) return refused("signed-out");
  let underway: Tx["underway"] = [];
  try {
    const outcome = await beginWith(pool, enter(token, how), async (sql, [entry]) => {
      if (!entry) throw new Rollback(refused("signed-out"));
      const tx = asTx(pool, sql, how);
      underway = tx.underway;
      const result = await run(tx, memberOf(entry));
      if (!result.ok) throw new Rollback(result);
      return result;
    });
    // A commit after a statement that failed rolls back without a word: only the statement itself tells.
    await Promise.all(underway);
    return outcome;
  } catch (error) {
    if (error instanceof Rollback) return error.refusal;
    throw error;
  }
}

const enter =
  (token: string, { again = false }: { again?: boolean }) =>
  (sql: postgres.ISql) =>
    sql<Entry[]>`select * from door.enter(${hashOf(token)}, ${again})`;

/** Whose session it is. Another partnership of the same account is another person, and another session. */
export type Session = Pick<Member, "account" | "person">;

/**
 * Whose a live session is, or null: asked before anything is done for whoever sent it, in a moment that holds no
 * connection. Nobody is let in by it: the transaction that works asks again.
 */
export async function sessionOf(pool: Pool, token: string | undefined): Promise<Session | null> {
  if (!token) return null;
  const [entry] = await pool.sql<Entry[]>`select account_id, person_id from door.enter(${hashOf(token)}, true)`;
  return entry ? { account: entry.account_id, person: entry.person_id } : null;
}

const memberOf = (entry: Entry): Member => ({
  account: entry.account_id,
  partnership: entry.partnership_id,
  person: entry.person_id,
  posts: entry.posts,
  duties: entry.duties,
  directory: entry.directory,
  agreement: entry.agreement_id,
  today: entry.today as Day,
});
