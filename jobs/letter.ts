import type { Locale } from "#lib/calendar/show-day.ts";
import da from "#messages/da.json" with { type: "json" };
import en from "#messages/en.json" with { type: "json" };

/** What a mail says: a subject and a few lines of plain text. */
export type Letter = { subject: string; text: string };

const words = { da: da.mail, en: en.mail };
type Kind = keyof (typeof da.mail)["kinds"];

const isKind = (kind: string): kind is Kind => Object.hasOwn(words.da.kinds, kind);

/**
 * Words one mail: a link or codes, and nothing of anybody. Null for a kind that nobody knows.
 *
 * @param origin the address that people type; a link begins with it
 */
export function letterOf(
  { kind, values, locale }: { kind: string; values: Readonly<Record<string, string>>; locale: Locale },
  origin: string,
): Letter | null {
  if (!isKind(kind)) return null;
  const { subject, lines } = words[locale].kinds[kind];
  const link = origin + (values["token"] ? `/invitation/${values["token"]}` : values["codes"] ? "/notices" : "");
  const said: Readonly<Record<string, string>> = { ...values, link };
  const fill = (line: string) => line.replace(/\{(\w+)\}/g, (whole, name: string) => said[name] ?? whole);
  return { subject, text: `${[...lines, words[locale].sender].map(fill).join("\n\n")}\n` };
}
