import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PieceAct } from "#components/agreement/piece-act.tsx";
import { SeenVersion } from "#components/agreement/seen-version.tsx";
import { SeriesTermsForm } from "#components/agreement/series/series-terms-form.tsx";
import { SeriesWordsForm } from "#components/agreement/series/series-words-form.tsx";
import { itemsOf } from "#components/agreement/service/list-fields.ts";
import { ListForm } from "#components/agreement/service/list-form.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { openSeries } from "#db/agreement/open-series.ts";
import { mostPurposes, purposeRows } from "#lib/agreement/series.ts";
import { shownIn } from "#lib/agreement/words.ts";
import { showLongDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { Frame } from "../../../../frame.tsx";
import { draftPage, keyOf } from "../../draft-page.ts";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("series.title") };
}

/** One series of meetings of the draft, in pieces that are saved one at a time. */
export default async function SeriesPage({ params }: Props) {
  const { code } = await params;
  const { frame, directory, locale, words, content, version, more, options, flawsOf } = await draftPage(openSeries);
  const { revision } = words;
  const { series: t } = revision;
  const series = content.meetings.find((each) => each.code === code);
  if (!series) notFound();
  const flaws = flawsOf(`meetings.${code}`);
  const purposes = itemsOf(purposeRows(series), [], { locale });
  const open = more.find((each) => each.series === code);
  const [first, second] = content.meetings;
  const sections = [
    { id: "series-words", label: t.words },
    { id: "series-terms", label: revision.cadence },
    { id: "list-purposes", label: t.purposes },
    { id: "retire", label: t.retireTitle },
  ];
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead
        title={shownIn(series.name, locale)}
        lead={first?.code === code ? t.talks : t.talksNot}
        back={{ href: "/agreement/revision/meetings", label: t.back }}
      />
      <SeenVersion version={version}>
        <Stack gap="wide">
          <nav className="toc" aria-label={words.agreement.toc}>
            <ol>
              {sections.map(({ id, label }) => (
                <li key={id}>
                  <a href={`#${id}`}>{label}</a>
                </li>
              ))}
            </ol>
          </nav>
          <SeriesWordsForm
            key={keyOf([series.name, series.about, series.places, series.evaluation, series.guests])}
            series={series}
            words={words}
          />
          <SeriesTermsForm
            key={keyOf([series.cadence, series.convener, series.participants])}
            series={series}
            functions={options(undefined, [series.convener, ...series.participants.map((each) => each.function)])}
            flaws={flaws.at}
            words={words}
          />
          <ListForm
            key={keyOf(purposes)}
            act="/series/purposes"
            place={{ series: code }}
            id="purposes"
            title={t.purposes}
            items={purposes}
            fields={[]}
            most={mostPurposes}
            flaws={flaws.of("purposes")}
            words={words}
          />
          <section className="form" id="retire">
            <Disclosure label={t.retireTitle}>
              <p>{t.retireText}</p>
              {first?.code === code && (
                <p>{second ? fill(t.retireFirst, { name: shownIn(second.name, locale) }) : t.retireOnly}</p>
              )}
              <p>{open ? fill(t.open, { day: showLongDay(open.day, locale) }) : t.openNone}</p>
              <PieceAct
                id={`retire-${code}`}
                act="/series/retire"
                fixed={{ series: code }}
                kind="danger"
                done={t.retired}
                next="/agreement/revision/meetings"
                words={words}
              >
                {revision.service.retire}
              </PieceAct>
            </Disclosure>
          </section>
        </Stack>
      </SeenVersion>
    </Frame>
  );
}
