import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PieceAct } from "#components/agreement/piece-act.tsx";
import { SeenVersion } from "#components/agreement/seen-version.tsx";
import { AddSeriesForm } from "#components/agreement/series/add-series-form.tsx";
import { OrderForm } from "#components/agreement/service/order-form.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { shownIn } from "#lib/agreement/words.ts";
import { Frame } from "../../../frame.tsx";
import { draftPage, keyOf } from "../draft-page.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("series.title") };
}

/** The series of meetings of the draft: put in order, added to, and those that were taken out to be brought back. */
export default async function MeetingsPage() {
  const { frame, directory, locale, words, before, content, version, options } = await draftPage(async () => null);
  const { series: t, service, backToRevision } = words.revision;
  const series = content.meetings.map(({ code, name }) => ({ code, name: shownIn(name, locale) }));
  const retired = before.meetings.filter(({ code }) => !series.some((each) => each.code === code));
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead title={t.title} lead={t.lead} back={{ href: "/agreement/revision", label: backToRevision }} />
      <SeenVersion version={version}>
        <Stack gap="wide">
          {series.length > 0 && (
            <section className="stack">
              <h2>{t.order}</h2>
              <OrderForm
                key={keyOf(series)}
                id="series-order"
                act="/series/order"
                items={series}
                base="/agreement/revision/meetings"
                hint={t.orderHint}
                words={words}
              />
            </section>
          )}
          {retired.length > 0 && (
            <section className="stack">
              <h2>{service.retiredTitle}</h2>
              <ul className="rows">
                {retired.map(({ code, name }) => (
                  <li key={code} className="row-end">
                    <span>{shownIn(name, locale)}</span>
                    <PieceAct
                      id={`restore-${code}`}
                      act="/series/restore"
                      fixed={{ series: code }}
                      done={t.restored}
                      next="/agreement/revision/meetings"
                      words={words}
                    >
                      {service.restore}
                    </PieceAct>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="stack">
            <h2>{t.addTitle}</h2>
            <AddSeriesForm key={keyOf(series)} functions={options(undefined, [])} words={words} />
          </section>
        </Stack>
      </SeenVersion>
    </Frame>
  );
}
