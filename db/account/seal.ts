import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** A key of its own for each purpose, from the installation's one secret. */
const keyFor = (purpose: string, secret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "brobyg", purpose, 32));

/** Seals bytes for one owner with AES-256-GCM: nonce, tag and ciphertext, in that order. Under another owner's id it does not open. */
export function seal(plain: Buffer, owner: string, secret: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor("seal", secret), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws when a byte of it, its owner or the secret is another */
export function unseal(sealed: Buffer, owner: string, secret: string): Buffer {
  const opener = createDecipheriv("aes-256-gcm", keyFor("seal", secret), sealed.subarray(0, 12))
    .setAAD(Buffer.from(owner))
    .setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([opener.update(sealed.subarray(28)), opener.final()]);
}

/** A name for something that may not be kept, such as the address a request came from. */
export const nameFor = (what: string, secret: string): Buffer =>
  createHmac("sha256", keyFor("name", secret)).update(what).digest();

/**
 * How the pages of one person are marked, in every session alike: whoever has the mark knows neither the person nor any
 * other mark, and nothing is opened by it.
 */
export const markOf = (person: string, secret: string): string =>
  createHmac("sha256", keyFor("page", secret)).update(person).digest("base64url").slice(0, 22);
