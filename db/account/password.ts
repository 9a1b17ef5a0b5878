import { argon2, createHash, randomBytes } from "node:crypto";
import { promisify } from "node:util";

const hash = promisify(argon2);

/** Argon2id as OWASP recommends for passwords: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** A salt like any other, 16 bytes in base64url. */
export const newSalt = (): string => randomBytes(16).toString("base64url");

/** The Argon2id hash of a password, however its letters were composed. The same work for every password and salt. */
export const derivePassword = (password: string, salt: string): Promise<Buffer> =>
  hash("argon2id", {
    ...cost,
    message: Buffer.from(password.normalize("NFKC")),
    nonce: Buffer.from(salt, "base64url"),
  });

/** A password as it is kept: `argon2id$<salt>$<SHA-256 of its Argon2id hash>`. The door compares; see db/schema/account.ts. */
export async function hashPassword(password: string): Promise<string> {
  const salt = newSalt();
  const kept = createHash("sha256").update(await derivePassword(password, salt));
  return `argon2id$${salt}$${kept.digest("hex")}`;
}
