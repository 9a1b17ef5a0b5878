import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { PrintButton } from "#components/referral-form/print-button.tsx";
import { FiguresExportForm } from "#components/statistics/export-form.tsx";
import { FigureSection } from "#components/statistics/figure-section.tsx";
import { QuartersNav } from "#components/statistics/quarters-nav.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { readFigures } from "#db/figures/read-figures.ts";
import { type Locale, showDate } from "#lib/calendar/show-day.ts";
import { figuresOf, quarterName } from "#lib/figures/figures.ts";
import { figurePurposes, quarterInput } from "#lib/figures/figures-view.ts";
import { fill } from "#lib/fill.ts";
import { Frame } from "../frame.tsx";
import { statisticsWords } from "./words.ts";

type Props = { searchParams: Promise<{ quarter?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("figures"))("title") };
}

/** The figures of one closed quarter, for Boligsocialt Forum and leaders: drawn as they were published, never anew. */
export default async function Statistics({ searchParams }: Props) {
  const { quarter: asked } = await searchParams;
  const quarter = quarterInput.optional().safeParse(asked);
  if (!quarter.success) notFound();
  const [locale, { figures, form }, t] = await Promise.all([
    getLocale() as Promise<Locale>,
    statisticsWords(),
    getTranslations("figures"),
  ]);
  const { value, frame, directory, say } = await readPage((tx, me) => readFigures(tx, me, { quarter: quarter.data }));
  const words = say(figures);
  const { quarters, shown } = value;
  return (
    <Frame frame={frame} directory={directory} current="figures">
      <PageHead
        title={shown ? `${t("title")}: ${quarterName(shown.quarter, words)}` : t("title")}
        lead={
          <>
            <p>{words.lead}</p>
            {shown && <p>{fill(words.published, { day: showDate(shown.publishedOn, locale) })}</p>}
          </>
        }
      >
        {shown && <PrintButton label={t("print")} />}
      </PageHead>
      {shown ? (
        <div className="figures">
          <div className="screen-only stack">
            <QuartersNav
              label={t("quarters")}
              quarters={quarters.map((each) => ({
                href: `/statistics?quarter=${each.quarter}`,
                label: quarterName(each.quarter, words),
                current: each.quarter === shown.quarter,
              }))}
            />
            <FiguresExportForm
              quarter={shown.quarter}
              intent={randomUUID()}
              words={words.export}
              purposes={figurePurposes.map((value) => ({ value, label: words.export.purposes[value] }))}
              form={form}
            />
          </div>
          {figuresOf(value, { words, locale }).map((figure) => (
            <FigureSection key={figure.key} figure={figure} chart={fill(words.chart, { title: figure.title })} />
          ))}
        </div>
      ) : (
        <EmptyState text={t("none")} />
      )}
    </Frame>
  );
}
