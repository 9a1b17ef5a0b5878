import { createRemoteJWKSet, type JWTPayload, jwtVerify } from "jose";
import { z } from "zod";
import type { Identity } from "#db/account/identity.ts";
import type { LoginProvider } from "#lib/login/providers.ts";

type Keys = ReturnType<typeof createRemoteJWKSet>;
const known = new Map<string, Promise<Keys>>();

const discovered = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Signatures of a key pair; a secret that both sides know proves nothing to a third. */
const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];

/** A moment's difference between two clocks, in seconds. */
const clockTolerance = 30;

/**
 * Who a provider vouches for. next-auth reads an id token that came straight from the provider without a look at its
 * signature; here it is checked, with the provider's keys of today: one that it does not know yet is asked for.
 *
 * @throws what is signed by another, for another, by another issuer, or is over
 */
export async function vouchedFor(provider: LoginProvider, idToken: string | undefined): Promise<Identity> {
  const { issuer, clientId } = provider;
  const { payload } = await jwtVerify<JWTPayload>(idToken ?? "", await keysOf(issuer), {
    issuer,
    audience: clientId,
    algorithms,
    clockTolerance,
    requiredClaims: ["sub", "exp", "iat", "nonce"],
  });
  return { issuer, subject: z.string().min(1).max(255).parse(payload.sub) };
}

/** Where the keys are is asked once; a failure is not kept. */
function keysOf(issuer: string): Promise<Keys> {
  const asked = known.get(issuer) ?? discover(issuer);
  known.set(issuer, asked);
  asked.catch(() => known.delete(issuer));
  return asked;
}

async function discover(issuer: string): Promise<Keys> {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(5_000), redirect: "error" });
  const found = discovered.parse(await answer.json());
  if (found.issuer !== issuer) throw new Error("the provider calls itself otherwise");
  // Only a provider's own answer names a key: nobody can make us ask again and again.
  return createRemoteJWKSet(new URL(found.jwks_uri), { cooldownDuration: 0 });
}
