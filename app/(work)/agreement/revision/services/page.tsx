import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PieceAct } from "#components/agreement/piece-act.tsx";
import { SeenVersion } from "#components/agreement/seen-version.tsx";
import { AddServiceForm } from "#components/agreement/service/add-service-form.tsx";
import { OrderForm } from "#components/agreement/service/order-form.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { templateServices } from "#db/agreement/templates.ts";
import { serviceName } from "#lib/agreement/service-of.ts";
import { shownIn } from "#lib/agreement/words.ts";
import { fill } from "#lib/fill.ts";
import { Frame } from "../../../frame.tsx";
import { draftPage, keyOf } from "../draft-page.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("service.title") };
}

/** The services of the draft: put in order, added to, and those that were taken out to be brought back. */
export default async function ServicesPage() {
  const { frame, directory, locale, words, before, content, version, options } = await draftPage(async () => null);
  const { service: t } = words.revision;
  const services = content.services.map((each) => ({ code: each.code, name: shownIn(serviceName(each), locale) }));
  const retired = before.services.filter(({ code }) => !services.some((each) => each.code === code));
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead
        title={t.title}
        lead={t.lead}
        back={{ href: "/agreement/revision", label: words.revision.backToRevision }}
      />
      <SeenVersion version={version}>
        <Stack gap="wide">
          <section className="stack">
            <h2>{t.order}</h2>
            <OrderForm
              key={keyOf(services)}
              id="service-order"
              act="/service/order"
              items={services}
              base="/agreement/revision/services"
              hint={t.orderHint}
              words={words}
            />
          </section>
          {retired.length > 0 && (
            <section className="stack">
              <h2>{t.retiredTitle}</h2>
              <ul className="rows">
                {retired.map((each) => (
                  <li key={each.code} className="row-end">
                    <span>{shownIn(serviceName(each), locale)}</span>
                    <PieceAct
                      id={`restore-${each.code}`}
                      act="/service/restore"
                      fixed={{ service: each.code }}
                      done={t.restored}
                      next="/agreement/revision/services"
                      words={words}
                    >
                      {t.restore}
                    </PieceAct>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="stack">
            <h2>{t.addTitle}</h2>
            <AddServiceForm
              key={keyOf(services)}
              templates={templateServices(before).map(({ key, of, service }) => ({
                value: key,
                label: fill(of ? t.of : t.own, { name: shownIn(service.name, locale), of: of ?? "" }),
              }))}
              refer={options("refer", [])}
              receive={options("receive", [])}
              words={words}
            />
          </section>
        </Stack>
      </SeenVersion>
    </Frame>
  );
}
