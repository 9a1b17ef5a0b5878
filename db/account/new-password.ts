import { ok, type Result, refused } from "#lib/result.ts";

/** NIST SP 800-63B and OWASP ASVS 5.0, 6.2: long enough, nothing everybody knows, no rules about kinds of characters. */
const shortest = 12;
const longest = 128;

let known: Promise<ReadonlySet<string>> | undefined;

/** The passwords that are tried first. Loaded when somebody first chooses one. */
function commonOnes(): Promise<ReadonlySet<string>> {
  known ??= import("@zxcvbn-ts/language-common").then(({ dictionary }) => new Set(dictionary["passwords-common"]));
  return known;
}

/**
 * A password that somebody may choose. Refuses with "password-short" (under 12 characters), "password-long", "password-own"
 * (holds the address or the name of this product) and "password-common" (among the most common ones, also with digits and
 * signs put after it, or one thing over and over).
 */
export async function newPassword(password: string, email: string): Promise<Result<string>> {
  const length = [...password].length;
  if (length < shortest) return refused("password-short", "password");
  if (length > longest) return refused("password-long", "password");
  const lower = password.normalize("NFKC").toLowerCase();
  const [local = ""] = email.toLowerCase().split("@");
  const own = [local, email.toLowerCase(), "brobyg"].filter((part) => part.length > 3);
  if (own.some((part) => lower.replaceAll(part, "").length < 8)) return refused("password-own", "password");
  const common = await commonOnes();
  const bare = lower.replace(/^[\d\W_]+|[\d\W_]+$/g, "");
  const again = /^(.{1,6}?)\1+$/.test(lower);
  return again || common.has(lower) || (bare !== "" && common.has(bare))
    ? refused("password-common", "password")
    : ok(password);
}
