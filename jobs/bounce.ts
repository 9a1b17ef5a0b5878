import PostalMime from "postal-mime";
import { z } from "zod";
import type { Pool } from "#db/client.ts";

/** A mail of ours that came back: which one, and the enhanced status of RFC 3463, `5.1.1` or `4.4.7`. */
export type Bounce = { id: string; status: string };

/** So much is read: a report holds no more of the mail than its head and a few lines. */
export const mostBytes = 128_000;

/** A report has three parts. Whatever opens more is taken apart by nobody: each costs more than all its bytes. */
const mostParts = 50;

/**
 * Reads a delivery status notification (RFC 3464), as a mail server sends it hours after it took the mail. Null for anything
 * else, for a delay, and for a mail that is not ours: what is none of these may have been written by anybody. The address
 * and the server's words are left where they are.
 */
export async function bounceIn(message: Uint8Array): Promise<Bounce | null> {
  if (Buffer.from(message).toString("latin1").split("\n--").length > mostParts) return null;
  const { attachments } = await PostalMime.parse(message, { forceRfc822Attachments: true, attachmentEncoding: "utf8" });
  const part = (...types: string[]): string => {
    const content = attachments.find(({ mimeType }) => types.includes(mimeType))?.content;
    return typeof content === "string" ? content : "";
  };
  const report = part("message/delivery-status", "message/global-delivery-status");
  const status = statusOfFailed(report);
  const returned = part("text/rfc822-headers", "message/rfc822", "message/global", "message/global-headers");
  const id = z.uuid().safeParse(/^Message-ID:\s{0,4}<([^@>\s]{1,100})@/im.exec(returned)?.[1]);
  return status && id.success ? { id: id.data, status } : null;
}

/**
 * The status of the first recipient whom nothing reached. `failed` decides, whatever the status says: a server that has
 * tried for days gives up with 4.4.7. Where no status of a failure can be read it is 5.0.0, a failure of no known kind.
 */
function statusOfFailed(report: string): string | undefined {
  const failed = recipientsIn(report).find(({ action }) => /^failed\b/i.test(action ?? ""));
  return failed && (/^[45]\.\d{1,3}\.\d{1,3}(?!\d)/.exec(failed.status ?? "")?.[0] ?? "5.0.0");
}

type Told = { action?: string; status?: string };

/** What is said of each recipient, in whatever order its fields stand; an empty line parts them, a line that begins with white space goes on. */
function recipientsIn(report: string): Told[] {
  const told: Told[] = [{}];
  for (const line of report.replace(/\r?\n[ \t]+(?=\S)/g, " ").split("\n")) {
    if (line.trim() === "") told.push({});
    const [, name = "", value] = /^(action|status):(.*)/i.exec(line) ?? [];
    const one = told.at(-1);
    if (one && value !== undefined) one[name.toLowerCase() as keyof Told] ??= value.trim();
  }
  return told;
}

/**
 * Marks a mail that came back, so that the administrator sees whom nothing reaches. Only one that had left: its id is random,
 * and known to nobody but whoever got it and the servers on its way. Answers whether there was one.
 */
export async function markBounced({ sql }: Pool, { id, status }: Bounce): Promise<boolean> {
  const { count } = await sql`
    update mail set failed = ${status} where id = ${id} and sent_at is not null and failed is null`;
  return count > 0;
}
