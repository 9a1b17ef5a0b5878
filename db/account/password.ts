import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const hash = promisify(argon2);

/** Argon2id as OWASP recommends for passwords: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

const derive = (password: string, nonce: Buffer): Promise<Buffer> =>
  hash("argon2id", { ...cost, message: Buffer.from(password.normalize("NFKC")), nonce });

/** A password as it is kept: `argon2id$<salt>$<hash>`, both in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  return `argon2id$${nonce.toString("base64url")}$${(await derive(password, nonce)).toString("base64url")}`;
}

/** Does the password belong to the kept hash? Takes as long for a wrong one as for a right one. */
export async function passwordFits(password: string, kept: string): Promise<boolean> {
  const [, salt = "", expected = ""] = kept.split("$");
  const wanted = Buffer.from(expected, "base64url");
  const found = await derive(password, Buffer.from(salt, "base64url"));
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}
