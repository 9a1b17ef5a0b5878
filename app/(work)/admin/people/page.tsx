import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { OpenPosts, PeopleList, UnreachedPeople } from "#components/people/people-list.tsx";
import { PostRequests } from "#components/people/post-requests.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { readPeople } from "#db/people/read-people.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { Frame } from "../../frame.tsx";
import { peopleWords } from "./words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

/** The people that somebody keeps: all of the partnership, or those of the units they lead. */
export default async function PeoplePage() {
  const [locale, words, list] = await Promise.all([
    getLocale() as Promise<Locale>,
    peopleWords(),
    getTranslations("peopleList"),
  ]);
  const { value, frame, directory } = await readPage((tx, me) => readPeople(tx, me, locale));
  const t = words.people;
  const all = frame.duties.includes("administer");
  return (
    <Frame frame={frame} directory={directory} current={all ? "people" : "leader"}>
      <PageHead title={t.title} lead={all ? t.lead : t.leadOwn}>
        <LinkButton href="/admin/people/new" kind="primary" icon="plus">
          {t.invite}
        </LinkButton>
        <LinkButton href="/admin/people/list">{list("open")}</LinkButton>
      </PageHead>
      <Stack gap="wide">
        <PostRequests requests={value.requests} administers={all} words={words} locale={locale} />
        <UnreachedPeople unreached={value.unreached} words={words} locale={locale} />
        <OpenPosts open={value.open} words={words} locale={locale} />
        <PeopleList view={value} words={words} locale={locale} />
      </Stack>
    </Frame>
  );
}
