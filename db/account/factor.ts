import { z } from "zod";
import { ok, type Result, refused } from "#lib/result.ts";
import { hashOf, type Pool } from "../client.ts";
import { authenticationOptions, keyShown, newChallenge, type Site } from "./passkey.ts";
import { isRecoveryCode, recoveryHash } from "./recovery.ts";
import { type Browser, hashed, newToken } from "./sign-in.ts";
import { totpStep } from "./totp.ts";

/** A ceremony that is under way: what for, and of whom. */
export type Ceremony = {
  kind: "second-factor" | "enrol" | "unlock" | "step-up" | "passkey";
  account: string | null;
  email: string | null;
  challenge: string | null;
  /** Recovery codes that were not used. */
  recovery: number;
  factors: Factor[];
  /** When it was read, in milliseconds, by the database's clock. */
  now: number;
};

export type Factor = {
  id: string;
  kind: "totp" | "passkey";
  label: string;
  secret: Buffer | null;
  credential_id: string | null;
  public_key: Buffer | null;
  counter: string | null;
  transports: string[] | null;
  confirmed: boolean;
};

/** The ceremony of that token; null when there is none, or it is over. */
export async function ceremonyOf(pool: Pool, token: string | undefined): Promise<Ceremony | null> {
  if (!token) return null;
  const [found] = await pool.sql<(Omit<Ceremony, "account" | "factors"> & { account_id: string | null })[]>`
    select *, (extract(epoch from app_clock()) * 1000)::float8 as now from door.ceremony_of(${hashOf(token)})`;
  if (!found) return null;
  const factors = await pool.sql<Factor[]>`select * from door.factors_of(${hashOf(token)})`;
  const { account_id: account, ...rest } = found;
  return { ...rest, account, factors: [...factors] };
}

/** What a factor that was shown gives: the session's new token, and the one by which this browser is known from now on. */
export type Passed = { session: string; device: string };

type Proof = { proof: "totp" | "passkey" | "recovery"; which: string; number: number };

async function pass(
  pool: Pool,
  token: string,
  { proof, from }: { proof: Proof; from: Browser },
): Promise<Result<Passed>> {
  const passed = { session: newToken(), device: from.device ?? newToken() };
  const [answer] = await pool.sql<{ passed: boolean }[]>`
    select door.pass(${hashOf(token)}, ${proof.proof}, ${proof.which}, ${proof.number}, ${hashOf(passed.session)},
      ${from.name ?? null}, ${hashOf(passed.device)}, ${hashed(from.session)}) as passed`;
  return answer?.passed ? ok(passed) : refused("wrong-code", "code");
}

async function mayTry(pool: Pool, token: string, from: Browser): Promise<boolean> {
  const [row] = await pool.sql<{ let_in: boolean }[]>`
    select door.knock_factor(${hashOf(token)}, ${hashed(from.device)}) as let_in`;
  return row?.let_in ?? false;
}

async function refuse(pool: Pool, token: string): Promise<Result<never>> {
  await pool.sql`select door.refuse_factor(${hashOf(token)})`;
  return refused("wrong-code", "code");
}

/**
 * Tries a code from an app, or a recovery code. Refuses with "ceremony-over", "too-many-tries" or "wrong-code": a code of a
 * time step that was taken is wrong too.
 */
export async function passWithCode(
  pool: Pool,
  token: string,
  { code, from, secret }: { code: string; from: Browser; secret: string },
): Promise<Result<Passed>> {
  const ceremony = await ceremonyOf(pool, token);
  if (!ceremony) return refused("ceremony-over");
  if (!(await mayTry(pool, token, from))) return refused("too-many-tries");
  if (isRecoveryCode(code)) {
    const which = recoveryHash(code).toString("hex");
    const done = await pass(pool, token, { proof: { proof: "recovery", which, number: 0 }, from });
    return done.ok ? done : refuse(pool, token);
  }
  const digits = code.replace(/\s/g, "");
  for (const { id, kind, secret: sealed, confirmed } of ceremony.factors) {
    if (kind !== "totp" || !confirmed || !sealed) continue;
    const step = totpStep({ id, secret: sealed }, digits, { secret, now: ceremony.now });
    if (step === null) continue;
    const done = await pass(pool, token, { proof: { proof: "totp", which: id, number: step }, from });
    if (done.ok) return done;
  }
  return refuse(pool, token);
}

/** Asks a browser for one of the keys of a ceremony's account, with a new challenge. */
export async function askForKey(pool: Pool, token: string, site: Site) {
  const ceremony = await ceremonyOf(pool, token);
  if (!ceremony) return refused("ceremony-over");
  const challenge = newChallenge();
  await pool.sql`select door.set_challenge(${hashOf(token)}, ${challenge})`;
  const known = ceremony.factors.flatMap(({ credential_id: credentialId, transports }) =>
    credentialId ? [{ credentialId, transports }] : [],
  );
  return ok(await authenticationOptions(site, { challenge, known }));
}

/** Asks for any key of this site, or for one that opens the session that stands locked in this browser. */
export async function askForAnyKey(pool: Pool, from: Browser, site: Site) {
  const [challenge, token] = [newChallenge(), newToken()];
  if (from.session) {
    const [row] = await pool.sql<{ begun: boolean }[]>`
      select door.begin_unlock(${hashOf(from.session)}, ${hashOf(token)}, ${from.source}, ${challenge}) as begun`;
    if (row?.begun) {
      const known = ((await ceremonyOf(pool, token))?.factors ?? []).flatMap(
        ({ credential_id: credentialId, transports }) => (credentialId ? [{ credentialId, transports }] : []),
      );
      return ok({ token, options: await authenticationOptions(site, { challenge, known }) });
    }
  }
  const [row] = await pool.sql<{ begun: boolean }[]>`
    select door.begin_passkey(${hashOf(token)}, ${from.source}, ${challenge}) as begun`;
  if (!row?.begun) return refused("too-many-tries");
  return ok({ token, options: await authenticationOptions(site, { challenge }) });
}

const named = z.object({ id: z.string().max(1400) });

/** Tries what a key signed. Refuses with "ceremony-over" or "wrong-key". */
export async function passWithKey(
  pool: Pool,
  token: string,
  { response, from, site }: { response: unknown; from: Browser; site: Site },
): Promise<Result<Passed>> {
  const ceremony = await ceremonyOf(pool, token);
  const challenge = ceremony?.challenge;
  if (!challenge) return refused("ceremony-over");
  // One try a challenge.
  await pool.sql`select door.set_challenge(${hashOf(token)}, ${null})`;
  const key = named.safeParse(response);
  if (!key.success) return refused("wrong-key");
  const [kept] = await pool.sql<{ public_key: Buffer; counter: string; transports: string[] | null }[]>`
    select * from door.passkey_of(${key.data.id})`;
  const counter = kept
    ? await keyShown(site, { challenge, kept: { ...kept, credential_id: key.data.id }, response })
    : null;
  const proof = { proof: "passkey", which: key.data.id, number: counter ?? 0 } as const;
  const done = counter === null ? null : await pass(pool, token, { proof, from });
  if (done?.ok) return done;
  await refuse(pool, token);
  return refused("wrong-key");
}
