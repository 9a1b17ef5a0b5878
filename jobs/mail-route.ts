import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import nodemailer from "nodemailer";
import type { Letter } from "./letter.ts";

/** One mail as it goes out. `id` names it for ever: a mail that is sent twice is the same mail twice. */
export type Outgoing = Letter & { id: string; to: string };

/** Carries one mail. Throws what the server said: `responseCode` 500 and above will never do. */
export type MailRoute = (mail: Outgoing) => Promise<void>;

/** Milliseconds: a server that does not answer must not hold up the mails behind it. */
const patience = 20_000;

/** The address alone of "Brobyg <brobyg@brobyg.example>". */
export const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

const messageOf = (from: string, { id, to, subject, text, calendar }: Outgoing) => ({
  from,
  to,
  subject,
  text,
  messageId: `<${id}@${addressOf(from).split("@").at(-1) ?? "brobyg"}>`,
  ...(calendar ? { icalEvent: { method: calendar.asking, content: calendar.content, filename: "moede.ics" } } : {}),
  headers: { "Auto-Submitted": "auto-generated" },
});

/** A mail server, as `smtps://user:password@host:465`. Without TLS nothing but this machine is spoken to. */
export function mailServer(url: string, from: string): MailRoute {
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
  const server = nodemailer.createTransport(
    {
      url,
      requireTLS: !local,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as Parameters<typeof nodemailer.createTransport>[0],
    {},
  );
  return async (mail) => {
    await server.sendMail(messageOf(from, mail));
  };
}

/** A folder of `.eml` files, for the demo: nothing leaves the machine. */
export function mailFolder(folder: string, from: string): MailRoute {
  const writer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return async (mail) => {
    const { message } = await writer.sendMail(messageOf(from, mail));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(path.join(folder, `${mail.id}.eml`), message as Buffer, { mode: 0o600 });
  };
}
