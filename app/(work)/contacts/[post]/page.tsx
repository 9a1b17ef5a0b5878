import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { readPage } from "#app/_server/read-page.ts";
import { CapacityButtons } from "#components/contacts/capacity-buttons.tsx";
import { EntryForm } from "#components/contacts/entry-form.tsx";
import { Split, Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { readEntry } from "#db/contacts/read-entry.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { Frame } from "../../frame.tsx";
import { contactWords } from "../words.ts";

type Props = { params: Promise<{ post: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contacts"))("entryTitle") };
}

/** One post's entry, for whoever keeps it: whether there is room, and how it is reached. */
export default async function EntryPage({ params }: Props) {
  const { post } = await params;
  if (!z.uuid().safeParse(post).success) notFound();
  const [locale, words] = await Promise.all([getLocale() as Promise<Locale>, contactWords()]);
  const { value, frame, directory } = await readPage((tx, me) => readEntry(tx, me, { post, locale }));
  const t = words.contacts;
  return (
    <Frame frame={frame} directory={directory} current="contacts">
      <PageHead title={value.label} lead={t.entryTitle} back={{ href: "/contacts", label: t.back }} />
      {value.services.length > 0 ? (
        <Split first="end">
          <CapacityButtons entry={value} words={words} />
          <EntryForm entry={value} words={words} intent={randomUUID()} />
        </Split>
      ) : (
        <Stack>
          <EntryForm entry={value} words={words} intent={randomUUID()} />
        </Stack>
      )}
    </Frame>
  );
}
