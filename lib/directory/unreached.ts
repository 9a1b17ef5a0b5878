/** Why a mail did not arrive, as far as one can do something about it. */
export type UnreachedReason = "address" | "full" | "refused" | "server";

/** Replies of a mail server (RFC 5321, 4.2.3): nobody has that address, and there is no room. */
const address = ["501", "510", "511", "550", "551", "553"];
const full = ["452", "552"];

/**
 * @param failed what the mail was marked with: the server's reply, or why none came. Whatever is no lasting refusal of this
 *   one address is for whoever runs the mail server.
 */
export function unreachedReason(failed: string): UnreachedReason {
  if (address.includes(failed)) return "address";
  if (full.includes(failed)) return "full";
  return /^5\d\d$/.test(failed) ? "refused" : "server";
}
