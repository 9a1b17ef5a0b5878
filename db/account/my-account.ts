import type { Day } from "#lib/calendar/day.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { hashOf, type Pool, type Tx } from "../client.ts";
import { newPassword } from "./new-password.ts";
import { derivePassword, hashPassword } from "./password.ts";
import { newToken } from "./sign-in.ts";

export type OwnSession = {
  id: string;
  method: "demo" | "password" | "passkey" | "provider";
  browser: string | null;
  /** Since when, by the clock on a Danish wall. */
  day: Day;
  time: string;
  current: boolean;
};
export type OwnFactor = { id: string; kind: "totp" | "passkey"; label: string; day: Day };
export type Partnership = { id: string; name: string; current: boolean };
/** One's own account: how one signs in, and where one is signed in now. `strong`: a factor was shown in the last ten minutes. */
export type OwnAccount = {
  email: string;
  demo: boolean;
  password: boolean;
  recovery: number;
  strong: boolean;
  issuers: string[];
  partnerships: Partnership[];
  sessions: OwnSession[];
  factors: OwnFactor[];
};

export async function readAccount({ sql }: Tx): Promise<Result<OwnAccount>> {
  const [[account], sessions, factors] = await Promise.all([
    sql<Omit<OwnAccount, "sessions" | "factors">[]>`select * from door.my_account()`,
    sql<OwnSession[]>`
      select id, method, browser, to_char(started_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD') as day,
        to_char(started_at at time zone 'Europe/Copenhagen', 'HH24.MI') as time, current
      from door.my_sessions()`,
    sql<OwnFactor[]>`
      select id, kind, label, to_char(confirmed_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD') as day
      from door.my_factors()`,
  ]);
  return account ? ok({ ...account, sessions: [...sessions], factors: [...factors] }) : refused("signed-out");
}

/** Seconds until a session ends when nothing is done, and at the latest. */
export type TimeLeft = { idle: number; absolute: number };

export async function timeLeft({ sql }: Tx): Promise<Result<TimeLeft>> {
  const [left] = await sql<TimeLeft[]>`select idle, absolute from door.my_session()`;
  return left ? ok({ ...left }) : refused("signed-out");
}

/** Ends one of one's own sessions by its id, or every other one by "others". Refuses with "session-over" what is not one's own. */
export async function endSessions({ sql }: Tx, which: string): Promise<Result<null>> {
  if (which === "others") {
    await sql`select door.end_my_others()`;
    return ok(null);
  }
  const [row] = await sql<{ done: boolean }[]>`select door.end_my_session(${which}) as done`;
  return row?.done ? ok(null) : refused("session-over");
}

/** A ceremony for somebody who is signed in: to show a factor again, or (within ten minutes of that) to add one. */
export async function beginCeremony({ sql }: Tx, kind: "step-up" | "enrol"): Promise<Result<{ ceremony: string }>> {
  const ceremony = newToken();
  const [row] = await (kind === "enrol"
    ? sql<{ begun: boolean }[]>`select door.begin_enrolment(${hashOf(ceremony)}) as begun`
    : sql<{ begun: boolean }[]>`select door.begin_step_up(${hashOf(ceremony)}) as begun`);
  return row?.begun ? ok({ ceremony }) : refused("not-strong");
}

/** Takes a factor away. Refuses with "not-strong" when none was shown lately, and with "last-factor" the only one. */
export async function removeFactor({ sql }: Tx, factor: string): Promise<Result<null>> {
  const [mine] = await sql<{ strong: boolean }[]>`select strong from door.my_session()`;
  if (!mine?.strong) return refused("not-strong");
  const [row] = await sql<{ done: boolean }[]>`select door.remove_factor(${factor}) as done`;
  return row?.done ? ok(null) : refused("last-factor");
}

/**
 * Another password. Refuses as `newPassword` does, with "wrong-password" when the old one is another, and with "not-yours"
 * whoever is of the demo: everybody there has the same one. Every other session ends.
 */
export async function changePassword(
  tx: Tx,
  { old, password }: { old: string; password: string },
): Promise<Result<null>> {
  const [mine] = await tx.sql<{ email: string; salt: string; strong: boolean; demo: boolean }[]>`
    select email, door.salt_of(email) as salt, strong, demo from door.my_account()`;
  if (mine?.demo) return refused("not-yours");
  if (!mine?.strong || !mine.salt) return refused("not-strong");
  const chosen = await newPassword(password, mine.email);
  if (!chosen.ok) return chosen;
  const derived = await derivePassword(old, mine.salt);
  const kept = await hashPassword(chosen.value);
  const [row] = await tx.sql<{ done: boolean }[]>`select door.change_password(${derived}, ${kept}) as done`;
  return row?.done ? ok(null) : refused("wrong-password", "old");
}

/** The same person in another partnership of theirs: a new token, the old one opens nothing. Refuses with "no-partnership". */
export async function switchPartnership({ sql }: Tx, partnership: string): Promise<Result<{ session: string }>> {
  const session = newToken();
  const [row] = await sql<
    { done: boolean }[]
  >`select door.switch_partnership(${partnership}, ${hashOf(session)}) as done`;
  return row?.done ? ok({ session }) : refused("no-partnership");
}

/** The address of somebody whose session stood still too long in this browser; a `passkey` opens it again in one touch. */
export async function lockedSession(
  pool: Pool,
  token: string | undefined,
): Promise<{ email: string; passkey: boolean } | null> {
  if (!token) return null;
  const [found] = await pool.sql<
    { email: string; passkey: boolean }[]
  >`select email, passkey from door.locked(${hashOf(token)})`;
  return found ?? null;
}
