import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { ContactList } from "#components/contacts/contact-list.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { readContacts } from "#db/contacts/read-contacts.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { Frame } from "../frame.tsx";
import { contactWords } from "./words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contacts"))("title") };
}

/** Kontaktpersonsordningen: who holds what now, for every member of the partnership. */
export default async function ContactsPage() {
  const [locale, words] = await Promise.all([getLocale() as Promise<Locale>, contactWords()]);
  const { value, frame, directory } = await readPage((tx, me) => readContacts(tx, me, locale));
  const t = words.contacts;
  return (
    <Frame frame={frame} directory={directory} current="contacts">
      <PageHead title={t.title} lead={t.lead}>
        <LinkButton href="/contacts/me">{t.me}</LinkButton>
      </PageHead>
      <Stack gap="wide">
        <ContactList view={value} words={words} locale={locale} intent={randomUUID()} />
      </Stack>
    </Frame>
  );
}
