import { Secret, TOTP } from "otpauth";
import { unparted } from "#lib/text/dashes.ts";
import { seal, unseal } from "./seal.ts";

/** RFC 6238 as every app knows it: six digits, 30 seconds, SHA-1. */
const period = 30;
const totpOf = (secret: Secret, label = "") =>
  new TOTP({ issuer: "Brobyg", label, secret, digits: 6, period, algorithm: "SHA1" });

/** A new secret of 160 bits, sealed for the factor that keeps it. */
export const newTotp = (factor: string, secret: string): Buffer =>
  seal(Buffer.from(new Secret({ size: 20 }).bytes), factor, secret);

type Kept = { id: string; secret: Buffer };
const opened = ({ id, secret: sealed }: Kept, secret: string) =>
  new Secret({ buffer: toArrayBuffer(unseal(sealed, id, secret)) });
const toArrayBuffer = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer;

/** What an app scans, and the same to type, in groups of four. */
export function totpToScan(kept: Kept, email: string, secret: string): { uri: string; text: string } {
  const key = opened(kept, secret);
  return { uri: totpOf(key, email).toString(), text: key.base32.replace(/(.{4})(?=.)/g, "$1 ") };
}

/**
 * The time step that a code belongs to: the one of `now` (milliseconds, by the database's clock), the one before or the one
 * after. Null when it belongs to none. Whether the step was taken before, only the database knows.
 */
export function totpStep(kept: Kept, code: string, { secret, now }: { secret: string; now: number }): number | null {
  const delta = totpOf(opened(kept, secret)).validate({ token: unparted(code), timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / period) + delta;
}

/** The code of a moment, as an app shows it. */
export const totpCode = (base32: string, now: number): string =>
  totpOf(Secret.fromBase32(base32.replaceAll(" ", ""))).generate({ timestamp: now });
