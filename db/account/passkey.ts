import { randomBytes } from "node:crypto";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";

/** Where keys belong to: the one address that people type. */
export type Site = { origin: string };
const hostOf = ({ origin }: Site) => new URL(origin).hostname;

type Key = { credentialId: string; transports: string[] | null };
type Transports = NonNullable<
  NonNullable<Parameters<typeof generateAuthenticationOptions>[0]["allowCredentials"]>[number]["transports"]
>;
const descriptor = ({ credentialId, transports }: Key) => ({
  id: credentialId,
  ...(transports ? { transports: transports as Transports } : {}),
});

export const newChallenge = (): string => randomBytes(32).toString("base64url");

/** What a browser needs to make a key that knows its owner and asks for a finger, a face or a code. */
export const registrationOptions = (
  site: Site,
  to: { account: string; email: string; challenge: string; known: readonly Key[] },
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: "Brobyg",
    rpID: hostOf(site),
    userName: to.email,
    userID: new Uint8Array(Buffer.from(to.account.replaceAll("-", ""), "hex")),
    challenge: new Uint8Array(Buffer.from(to.challenge, "base64url")),
    attestationType: "none",
    excludeCredentials: to.known.map(descriptor),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });

/** What a browser needs to show a key: any of this site, or one of those named. */
export const authenticationOptions = (
  site: Site,
  { challenge, known = [] }: { challenge: string; known?: readonly Key[] },
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({
    rpID: hostOf(site),
    challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
    allowCredentials: known.map(descriptor),
    userVerification: "required",
  });

export type NewKey = { credentialId: string; publicKey: Buffer; counter: number; transports: string[] };

/** The key that was made for this challenge, on this site, by somebody its device knew; null for any other answer. */
export async function keyMade(site: Site, challenge: string, response: unknown): Promise<NewKey | null> {
  const made = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: hostOf(site),
    requireUserVerification: true,
  }).catch(() => null);
  if (!made?.verified) return null;
  const { id, publicKey, counter, transports = [] } = made.registrationInfo.credential;
  return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports };
}

type Kept = { credential_id: string; public_key: Buffer; counter: string | number; transports: string[] | null };

/** The counter that a key showed when it signed this challenge, on this site, for somebody its device knew; null otherwise. */
export async function keyShown(
  site: Site,
  to: { challenge: string; kept: Kept; response: unknown },
): Promise<number | null> {
  const { credential_id: id, public_key, counter, transports } = to.kept;
  const shown = await verifyAuthenticationResponse({
    response: to.response as AuthenticationResponseJSON,
    expectedChallenge: to.challenge,
    expectedOrigin: site.origin,
    expectedRPID: hostOf(site),
    requireUserVerification: true,
    credential: {
      id,
      publicKey: new Uint8Array(public_key),
      counter: Number(counter),
      ...(transports ? { transports: transports as Transports } : {}),
    },
  }).catch(() => null);
  return shown?.verified ? shown.authenticationInfo.newCounter : null;
}
