import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { InviteForm } from "#components/people/invite-form.tsx";
import { readInviting } from "#db/people/read-person.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { Frame } from "../../../frame.tsx";
import { peopleWords } from "../words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("invite") };
}

/** Invites somebody by mail. */
export default async function InvitePage() {
  const [locale, words] = await Promise.all([getLocale() as Promise<Locale>, peopleWords()]);
  const { value, frame, directory } = await readPage((tx, me) => readInviting(tx, me, locale));
  const t = words.people;
  return (
    <Frame frame={frame} directory={directory} current={frame.duties.includes("administer") ? "people" : "leader"}>
      <PageHead title={t.invite} lead={t.inviteLead} back={{ href: "/admin/people", label: t.title }} />
      <InviteForm posts={value.posts} today={value.today} words={words} intent={randomUUID()} />
    </Frame>
  );
}
