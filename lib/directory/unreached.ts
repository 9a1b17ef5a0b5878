/** Why a mail did not arrive, as far as one can do something about it. */
export type UnreachedReason = "address" | "full" | "silent" | "refused" | "server";

/**
 * Replies of a mail server (RFC 5321, 4.2.3), and what it reports of a mail that it had taken (RFC 3463, 3.2 and 3.3): nobody
 * has that address, and there is no room.
 */
const address = [
  "501",
  "510",
  "511",
  "550",
  "551",
  "553",
  "5.1.0",
  "5.1.1",
  "5.1.2",
  "5.1.3",
  "5.1.6",
  "5.1.10",
  "5.2.1",
];
const full = ["452", "552", "4.2.2", "5.2.2"];

/**
 * @param failed what the mail was marked with: the server's reply, or why none came. Whatever is no lasting refusal of this
 *   one address is for whoever runs the mail server.
 */
export function unreachedReason(failed: string): UnreachedReason {
  if (address.includes(failed)) return "address";
  if (full.includes(failed)) return "full";
  // Tried for days and given up: whoever has the mailbox, or their server, did not answer in all that time.
  if (/^4\.\d+\.\d+$/.test(failed)) return "silent";
  return /^5(\d\d|\.\d+\.\d+)$/.test(failed) ? "refused" : "server";
}
