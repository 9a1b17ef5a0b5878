import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { readPage } from "#app/_server/read-page.ts";
import { Split, Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Absences } from "#components/people/absences.tsx";
import { ContactForm } from "#components/people/contact-form.tsx";
import { HandOver } from "#components/people/hand-over.tsx";
import { Leave } from "#components/people/leave.tsx";
import { OneButton } from "#components/people/one-button.tsx";
import { PostsHeld } from "#components/people/posts-held.tsx";
import { readPerson } from "#db/people/read-person.ts";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { ok, refused } from "#lib/result.ts";
import { Frame } from "../../../frame.tsx";
import { peopleWords } from "../words.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

/** One person, for whoever keeps them: posts, absence, a new link, leaving. */
export default async function PersonPage({ params }: Props) {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const [locale, words] = await Promise.all([getLocale() as Promise<Locale>, peopleWords()]);
  const { value, frame, directory } = await readPage(async (tx, me) => {
    const read = await readPerson(tx, me, { person: id, locale });
    const keeps = me.duties.includes("administer") || me.duties.includes("lead");
    return read.ok && keeps ? ok(read.value) : refused("not-found");
  });
  const t = words.people;
  return (
    <Frame frame={frame} directory={directory} current={frame.duties.includes("administer") ? "people" : "leader"}>
      <PageHead
        title={value.name}
        lead={value.leftOn ? t.leftOn.replace("{day}", showDay(value.leftOn, locale)) : undefined}
        back={{ href: "/admin/people", label: t.title }}
      />
      {value.leftOn ? (
        <p>{t.comesBack}</p>
      ) : (
        <Split>
          <Stack gap="wide">
            <PostsHeld person={value} words={words} locale={locale} />
            {value.kept && <Absences person={value} words={words} locale={locale} />}
            {value.kept && <HandOver person={value} words={words} />}
          </Stack>
          <Stack gap="wide">
            {value.kept && <ContactForm person={value} words={words} />}
            {value.mayInvite && (
              <section className="stack">
                <h2>{t.link}</h2>
                <p className="hint">{t.linkHint}</p>
                <OneButton
                  id="link"
                  action={`/api/people/${id}/link`}
                  done={t.linkSent}
                  asks={{ question: fill(t.linkSure, { name: value.name }), yes: t.linkYes, no: t.endNo }}
                  words={words}
                >
                  {t.linkSend}
                </OneButton>
              </section>
            )}
            {value.mayLeave && <Leave person={value} words={words} />}
          </Stack>
        </Split>
      )}
    </Frame>
  );
}
