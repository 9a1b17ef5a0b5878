import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NormForm } from "#components/agreement/norm-form.tsx";
import { PieceAct } from "#components/agreement/piece-act.tsx";
import { PieceNav } from "#components/agreement/piece-nav.tsx";
import { RouteForm } from "#components/agreement/route-form.tsx";
import { SeenVersion } from "#components/agreement/seen-version.tsx";
import { FollowUpForm } from "#components/agreement/service/follow-up-form.tsx";
import { conditionOptions } from "#components/agreement/service/list-fields.ts";
import { ListLinks } from "#components/agreement/service/list-links.tsx";
import { TermsForm } from "#components/agreement/service/terms-form.tsx";
import { WordsOfServiceForm } from "#components/agreement/service/words-of-service-form.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { type Load, serviceLoads } from "#db/agreement/service-loads.ts";
import { serviceLists } from "#lib/agreement/lists.ts";
import { serviceName } from "#lib/agreement/service-of.ts";
import { shownIn } from "#lib/agreement/words.ts";
import { fill } from "#lib/fill.ts";
import { Frame } from "../../../../frame.tsx";
import { draftPage, keyOf } from "../../draft-page.ts";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("service.title") };
}

/** One service of the draft, in pieces that are saved one at a time. Its lists are long, and each has a page of its own. */
export default async function ServicePage({ params }: Props) {
  const { code } = await params;
  const { frame, directory, locale, words, content, version, more, options, flawsOf } = await draftPage(serviceLoads);
  const { service: t } = words.revision;
  const service = content.services.find((each) => each.code === code);
  const route = content.routes.find((each) => each.service === code);
  if (!service || !route) notFound();
  const flaws = flawsOf(`services.${code}`);
  const looking = { content, service, words, locale };
  const sections = [
    { id: "service-words", label: t.words },
    { id: "terms", label: t.terms },
    { id: "route", label: words.revision.route },
    { id: "norm", label: words.revision.norms },
    { id: "follow-up", label: t.followUp },
    { id: "retire", label: t.retireTitle },
  ];
  const page = `/agreement/revision/services/${code}`;
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead
        title={shownIn(serviceName(service), locale)}
        back={{ href: "/agreement/revision/services", label: t.back }}
      />
      <SeenVersion version={version}>
        <Stack gap="wide">
          <PieceNav pieces={sections} words={words} />
          <ListLinks
            lists={serviceLists.map((list) => ({
              href: `${page}/${list}`,
              title: t.list[list],
              count: service[list].length,
              flaws: flaws.of(list),
            }))}
            words={words}
          />
          <WordsOfServiceForm
            key={keyOf([service.name, service.short, service.hint, service.decidedBy])}
            service={service}
            words={words}
          />
          <TermsForm
            key={keyOf([
              service.area,
              service.basis,
              service.clock,
              service.kle,
              service.openToAnonymous,
              service.cannotAskAllowed,
            ])}
            service={service}
            areas={(content.areas ?? []).map(({ code: value, text }) => ({ value, label: shownIn(text, locale) }))}
            flaws={flaws.at}
            words={words}
          />
          <RouteForm
            key={keyOf([route, service.situations, service.key])}
            route={route}
            conditions={conditionOptions(looking, service.key)}
            refer={options("refer", route.from)}
            receive={options("receive", [...route.to.flatMap((rule) => rule.functions), ...route.also])}
            flaws={flaws.at}
            words={words}
          />
          <NormForm
            key={keyOf(service.norm)}
            service={code}
            norm={service.norm}
            asked={["answer", "contact", "question", "escalation", "nextStep"]}
            common={content.forAll.norm}
            words={words}
          />
          <FollowUpForm
            key={keyOf(service.followUp)}
            service={service}
            href={service.followUp && `${page}/followUp/${service.followUp.question.code}`}
            words={words}
          />
          <section className="form" id="retire">
            <Disclosure label={t.retireTitle}>
              <p>{t.retireText}</p>
              <p>{openWords(more[code], t)}</p>
              <PieceAct
                id={`retire-${code}`}
                act="/service/retire"
                fixed={{ service: code }}
                kind="danger"
                done={t.retired}
                next="/agreement/revision/services"
                words={words}
              >
                {t.retire}
              </PieceAct>
            </Disclosure>
          </section>
        </Stack>
      </SeenVersion>
    </Frame>
  );
}

function openWords(load: Load | undefined, t: RevisionWords["revision"]["service"]): string {
  if (load === undefined) return t.openNone;
  return load === "few" ? t.openFew : fill(t.openMany, { count: String(load) });
}
