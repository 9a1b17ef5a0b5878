import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { Split, Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Absences } from "#components/people/absences.tsx";
import { ContactForm } from "#components/people/contact-form.tsx";
import { HandOver } from "#components/people/hand-over.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { readPerson } from "#db/people/read-person.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { peopleWords } from "../../admin/people/words.ts";
import { Frame } from "../../frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contacts"))("me") };
}

/** One's own details: telephone and mail, absence, handing over, and the posts whose entries one keeps. */
export default async function MyPage() {
  const [locale, words, t] = await Promise.all([
    getLocale() as Promise<Locale>,
    peopleWords(),
    getTranslations("contacts"),
  ]);
  const { value, frame, directory } = await readPage((tx, me) => readPerson(tx, me, { person: me.person, locale }));
  return (
    <Frame frame={frame} directory={directory} current="contacts">
      <PageHead title={t("me")} lead={value.name} back={{ href: "/contacts", label: t("title") }} />
      <Split>
        <Stack gap="wide">
          <section className="stack">
            <h2>{words.people.posts}</h2>
            <ul className="lines">
              {value.held
                .filter(({ from }) => from <= value.today)
                .map(({ post, label }) => (
                  <li key={post}>
                    <p>{label}</p>
                    <LinkButton href={`/contacts/${post}`}>
                      <span>{words.people.entry}</span>
                      <span className="unseen">{` ${label}`}</span>
                    </LinkButton>
                  </li>
                ))}
            </ul>
          </section>
          <Absences person={value} words={words} locale={locale} />
        </Stack>
        <Stack gap="wide">
          <HandOver person={value} words={words} />
          <ContactForm person={value} words={words} />
        </Stack>
      </Split>
    </Frame>
  );
}
