import path from "node:path";
import type postgres from "postgres";
import { addressOf, mailFolder, mailServer } from "#jobs/mail-route.ts";
import type { Sending } from "#jobs/send-mail.ts";
import { KEPT } from "#scripts/project.ts";

/** Where the demo's mails are, one file each. */
export const DEMO_MAIL = path.join(KEPT, "demo", "mail");

/**
 * How mails leave this installation: by the server of SMTP_URL, or, in a demo, into a folder. A live one without a server
 * does not start: an invitation that nobody gets would look like one that was sent.
 */
export async function mailSettings(sql: postgres.Sql): Promise<Sending & { goesTo: string }> {
  const { SMTP_URL: url, MAIL_FROM: from = "Brobyg <brobyg@brobyg.example>", AUTH_URL: address } = process.env;
  if (!address) throw new Error("AUTH_URL is missing: links in mails begin with it.");
  const sender = { origin: new URL(address).origin, from: addressOf(from) };
  if (url) return { ...sender, route: mailServer(url, from), goesTo: new URL(url).hostname };
  const [row] = await sql<{ kind: string }[]>`select door.installation() as kind`;
  if (row?.kind !== "demo")
    throw new Error("SMTP_URL is missing: the mail server, such as smtps://user:password@host:465");
  return { ...sender, route: mailFolder(DEMO_MAIL, from), goesTo: path.relative(".", DEMO_MAIL) };
}
