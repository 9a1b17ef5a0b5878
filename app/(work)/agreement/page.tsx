import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { readPage } from "#app/_server/read-page.ts";
import { AgreementPage } from "#components/agreement/agreement-page.tsx";
import { adoptedWords, spanWords } from "#components/agreement/end-parts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { PrintButton } from "#components/referral-form/print-button.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { readAgreementPage } from "#db/agreement/read-agreement.ts";
import { type Locale, showDate } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { Frame } from "../frame.tsx";
import { NoAgreement } from "./no-agreement.tsx";
import { agreementWords } from "./words.ts";

type Props = { searchParams: Promise<{ version?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("title") };
}

/** The agreement, for everybody in the partnership: the version in force, or an older one that was asked for. */
export default async function Agreement({ searchParams }: Props) {
  const { version: asked } = await searchParams;
  const number = z.coerce.number().pipe(z.int().positive()).optional().safeParse(asked);
  if (!number.success) notFound();
  const [locale, spoken, t] = await Promise.all([
    getLocale() as Promise<Locale>,
    agreementWords(),
    getTranslations("agreement"),
  ]);
  const {
    value: found,
    frame,
    directory,
    say,
  } = await readPage((tx, me) => readAgreementPage(tx, me, { number: number.data, locale }));
  const said = say(spoken);
  const { agreement: words } = said;
  if (found.view === null)
    return (
      <Frame frame={frame} directory={directory} current="agreement">
        <PageHead title={words.title} />
        <NoAgreement revises={found.revises} drafting={found.drafting} words={said} />
      </Frame>
    );
  const value = found.view;
  const { version, content, functions, revises } = value;
  const naming = { words, locale, functions };
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead
        title={content.contract.title[locale]}
        lead={
          <>
            <p>{content.contract.subject[locale]}</p>
            <p>{`${fill(words.version, { number: String(version.number) })}. ${spanWords(version, naming)}.`}</p>
            <p>
              {[
                adoptedWords(version, naming),
                content.contract.file && fill(words.file, { file: content.contract.file }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </>
        }
      >
        <PrintButton label={words.print} />
        {revises && (
          <LinkButton href="/agreement/revision">
            {revises === "prepares" ? words.revise : words.seeProposal}
          </LinkButton>
        )}
      </PageHead>
      {version.state !== "in-force" && (
        <Banner kind="warning">
          <p>
            <span>
              {version.state === "over" ? words.old : fill(words.notYet, { from: showDate(version.from, locale) })}
            </span>{" "}
            <PageLink href="/agreement">{words.readCurrent}</PageLink>
          </p>
        </Banner>
      )}
      <AgreementPage
        view={value}
        naming={naming}
        cadence={({ cadence }) =>
          "everyWeeks" in cadence
            ? t("everyWeeks", { count: cadence.everyWeeks })
            : t("timesAYear", { count: cadence.timesAYear })
        }
      />
    </Frame>
  );
}
