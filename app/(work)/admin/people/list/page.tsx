import type { Metadata } from "next";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { ListForm } from "#components/people/list-form.tsx";
import { readListPosts } from "#db/people/list-posts.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import type messages from "#messages/da.json";
import { Frame } from "../../../frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("peopleList"))("title") };
}

/** Invites many from a file: tried first, then all of them or nobody. */
export default async function PeopleListPage() {
  const locale = (await getLocale()) as Locale;
  const { frame, directory } = await readPage((tx, me) => readListPosts(tx, me, locale));
  const { peopleList: list, people, refusals, form } = (await getMessages()) as unknown as typeof messages;
  const { summary, unsent, retry } = form;
  const words = {
    list,
    columns: refusals.columns,
    tooLarge: refusals["list-too-large"],
    needed: refusals["list-needed"],
    form: { summary, unsent, retry },
  };
  return (
    <Frame frame={frame} directory={directory} current={frame.duties.includes("administer") ? "people" : "leader"}>
      <PageHead title={list.title} lead={list.lead} back={{ href: "/admin/people", label: people.title }} />
      <ListForm words={words} locale={locale} />
    </Frame>
  );
}
