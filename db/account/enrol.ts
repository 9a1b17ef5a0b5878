import { randomUUID } from "node:crypto";
import { ok, type Result, refused } from "#lib/result.ts";
import { hashOf, type Pool, type Tx } from "../client.ts";
import { ceremonyOf, type Passed } from "./factor.ts";
import { newPassword } from "./new-password.ts";
import { keyMade, newChallenge, registrationOptions, type Site } from "./passkey.ts";
import { hashPassword } from "./password.ts";
import { newRecoveryCodes, recoveryHash } from "./recovery.ts";
import { type Browser, hashed, newToken } from "./sign-in.ts";
import { newTotp, totpStep } from "./totp.ts";

/** Whom a link lets in, and where. */
export type Invitation = { email: string; name: string; partnership: string };

/** Null for a link that was used, is too old, or never was. */
export async function invitationOf(pool: Pool, token: string): Promise<Invitation | null> {
  const [found] = await pool.sql<Invitation[]>`select * from door.invitation_of(${hashOf(token)})`;
  return found ?? null;
}

/** Sets the password of whoever bears the link, and begins the ceremony in which a factor is added. Refuses as `newPassword` does. */
export async function acceptInvitation(
  pool: Pool,
  token: string,
  { password, secret }: { password: string; secret: string },
): Promise<Result<{ ceremony: string }>> {
  const invitation = await invitationOf(pool, token);
  if (!invitation) return refused("invitation-over");
  const chosen = await newPassword(password, invitation.email);
  if (!chosen.ok) return chosen;
  const ceremony = newToken();
  const kept = await hashPassword(chosen.value);
  const factor = randomUUID();
  const begun = await pool.sql.begin(async (sql) => {
    const [row] = await sql<{ begun: boolean }[]>`
      select door.accept_invitation(${hashOf(token)}, ${kept}, ${hashOf(ceremony)}) as begun`;
    await sql`select door.begin_totp(${hashOf(ceremony)}, ${factor}, 'App', ${newTotp(factor, secret)})`;
    return row?.begun ?? false;
  });
  return begun ? ok({ ceremony }) : refused("invitation-over");
}

/** Makes room for a new factor in the ceremony that somebody who is signed in has begun. */
export const offerTotp = async (tx: Tx, ceremony: string, secret: string): Promise<void> => {
  const factor = randomUUID();
  await tx.sql`select door.begin_totp(${hashOf(ceremony)}, ${factor}, 'App', ${newTotp(factor, secret)})`;
};

/** What a browser needs to make a key in a ceremony of enrolment. */
export async function askForNewKey(pool: Pool, ceremony: string, site: Site) {
  const found = await ceremonyOf(pool, ceremony);
  if (found?.kind !== "enrol" || !found.account || !found.email) return refused("ceremony-over");
  const challenge = newChallenge();
  await pool.sql`select door.set_challenge(${hashOf(ceremony)}, ${challenge})`;
  const known = found.factors.flatMap(({ credential_id: credentialId, transports }) =>
    credentialId ? [{ credentialId, transports }] : [],
  );
  return ok(await registrationOptions(site, { account: found.account, email: found.email, challenge, known }));
}

/** A first code from an app, or a key that was made. */
export type Shown = { code: string } | { response: unknown; label: string };
type Means = { shown: Shown; secret: string; site: Site };
type Sql = Pool["sql"] | Tx["sql"];

/** Adds the factor that was shown. Refuses with "ceremony-over", "too-many-tries", "wrong-code" or "wrong-key". */
export async function addFactor(
  pool: Pool,
  ceremony: string,
  { shown, secret, site }: Means,
): Promise<Result<(sql: Sql) => Promise<boolean>>> {
  const found = await ceremonyOf(pool, ceremony);
  if (found?.kind !== "enrol") return refused("ceremony-over");
  if ("code" in shown) {
    const [row] = await pool.sql<{ let_in: boolean }[]>`select door.knock_factor(${hashOf(ceremony)}, null) as let_in`;
    if (!row?.let_in) return refused("too-many-tries");
    const waiting = found.factors.find(({ kind, confirmed }) => kind === "totp" && !confirmed);
    if (!waiting?.secret) return refused("ceremony-over");
    const { id, secret: sealed } = waiting;
    const step = totpStep({ id, secret: sealed }, shown.code.replace(/\s/g, ""), { secret, now: found.now });
    if (step === null) return refused("wrong-code", "code");
    return ok((sql) =>
      answered(sql<{ done: boolean }[]>`select door.confirm_totp(${hashOf(ceremony)}, ${id}, ${step}) as done`),
    );
  }
  if (!found.challenge) return refused("ceremony-over");
  const made = await keyMade(site, found.challenge, shown.response);
  if (!made) return refused("wrong-key");
  const { credentialId, publicKey, counter, transports } = made;
  return ok((sql) =>
    answered(sql<{ done: boolean }[]>`
      select door.add_passkey(${hashOf(ceremony)}, ${shown.label}, ${credentialId}, ${publicKey}, ${counter}, ${transports}) as done`),
  );
}

/** Ends the ceremony of somebody who is signed in: its token adds nothing more. */
export const endEnrolment = async ({ sql }: Tx, ceremony: string): Promise<void> => {
  await sql`select door.end_enrolment(${hashOf(ceremony)})`;
};

const answered = async (asking: PromiseLike<{ done: boolean }[]>): Promise<boolean> => (await asking)[0]?.done ?? false;

/** Ten new recovery codes, to be shown once. */
export async function renewRecovery(sql: Sql, ceremony: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => recoveryHash(code).toString("hex"));
  await sql`
    select door.set_recovery(${hashOf(ceremony)}, array(select decode(h, 'hex') from unnest(${hashes}::text[]) h))`;
  return codes;
}

/**
 * The last step of an invitation: the factor is added, ten recovery codes are made, the link is used up and somebody is in.
 * Whatever the account had before counts no more. Refuses as `addFactor` does, and with "invitation-over".
 */
export async function enrol(
  pool: Pool,
  { ceremony, invitation, from, ...means }: Means & { ceremony: string; invitation: string; from: Browser },
): Promise<Result<Passed & { codes: string[] }>> {
  const adding = await addFactor(pool, ceremony, means);
  if (!adding.ok) return adding;
  const passed = { session: newToken(), device: newToken() };
  return (await pool.sql.begin(async (sql) => {
    if (!(await adding.value(sql))) return refused("wrong-key");
    const codes = await renewRecovery(sql, ceremony);
    const [row] = await sql<{ done: boolean }[]>`
      select door.finish_enrolment(${hashOf(ceremony)}, ${hashOf(invitation)}, ${hashOf(passed.session)}, ${from.name ?? null},
        ${hashOf(passed.device)}, ${hashed(from.session)}) as done`;
    return row?.done ? ok({ ...passed, codes }) : refused("invitation-over");
  })) as Result<Passed & { codes: string[] }>;
}
