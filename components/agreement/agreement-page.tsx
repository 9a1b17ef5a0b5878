import { ActivityPart } from "#components/agreement/activity-part.tsx";
import { EndParts } from "#components/agreement/end-parts.tsx";
import { MeetingPart } from "#components/agreement/meeting-part.tsx";
import type { Naming } from "#components/agreement/naming.ts";
import { PartyList } from "#components/agreement/party-list.tsx";
import { ServicePart } from "#components/agreement/service-part.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import type { AgreementView } from "#lib/agreement/agreement-view.ts";
import { areasOf } from "#lib/agreement/areas.ts";
import { showExceptions } from "#lib/agreement/revise.ts";

const parts = [
  "frame",
  "aims",
  "parties",
  "activities",
  "services",
  "meetings",
  "days",
  "economy",
  "others",
  "revision",
  "versions",
] as const;

/** The agreement as it reads on paper, in the contract's own order, drawn from what governs. */
export function AgreementPage({
  view,
  naming,
  cadence,
}: {
  view: AgreementView;
  naming: Naming;
  cadence: (of: AgreementView["content"]["meetings"][number]) => string;
}) {
  const { words, locale } = naming;
  const { content, parties } = view;
  const { contract } = content;
  const areas = areasOf(content);
  const days = showExceptions(content);
  return (
    <div className="contract">
      <nav className="toc" aria-labelledby="toc">
        <h2 id="toc">{words.toc}</h2>
        <ol>
          {parts.map((part) => (
            <li key={part}>
              <PageLink href={`#${part}`}>{words.section[part]}</PageLink>
            </li>
          ))}
        </ol>
      </nav>
      <div className="stack" data-gap="wide">
        <section className="stack" id="frame">
          <h2>{words.section.frame}</h2>
          {contract.frame.map((text) => (
            <p key={text.da}>{text[locale]}</p>
          ))}
          {contract.editions.length > 0 && (
            <>
              <h3>{words.editions}</h3>
              <dl className="facts">
                {contract.editions.map(({ when, what }) => (
                  <div key={`${when.da} ${what.da}`}>
                    <dt>{when[locale]}</dt>
                    <dd>{what[locale]}</dd>
                  </div>
                ))}
              </dl>
            </>
          )}
        </section>
        <section className="stack" id="aims">
          <h2>{words.section.aims}</h2>
          <p>{contract.aims.intro[locale]}</p>
          <ul className="points">
            {contract.aims.points.map((point) => (
              <li key={point.da}>{point[locale]}</li>
            ))}
          </ul>
          <p>{contract.aims.closing[locale]}</p>
          {contract.cityPolicy.length > 0 && (
            <>
              <h3>{words.policy}</h3>
              <ul className="points">
                {contract.cityPolicy.map((aim) => (
                  <li key={aim.da}>{aim[locale]}</li>
                ))}
              </ul>
            </>
          )}
        </section>
        <section className="stack" id="parties">
          <h2>{words.section.parties}</h2>
          <PartyList parties={parties} naming={naming} />
        </section>
        <section className="stack" data-gap="wide" id="activities">
          <h2>{words.section.activities}</h2>
          {areas.map(({ name, about, activities, services }) => (
            <div className="stack" key={name.da}>
              {areas.length > 1 && <h3>{name[locale]}</h3>}
              {about && <p>{about[locale]}</p>}
              {activities.length + services.length === 0 && <p className="hint">{words.areaElsewhere}</p>}
              {activities.map((activity) => (
                <ActivityPart
                  key={activity.code}
                  activity={activity}
                  level={areas.length > 1 ? "h4" : "h3"}
                  naming={naming}
                />
              ))}
            </div>
          ))}
        </section>
        <section className="stack" data-gap="wide" id="services">
          <h2>{words.section.services}</h2>
          {areas
            .flatMap(({ services }) => services)
            .map((service) => (
              <ServicePart key={service.code} service={service} content={content} naming={naming} />
            ))}
        </section>
        <section className="stack" data-gap="wide" id="meetings">
          <h2>{words.section.meetings}</h2>
          {content.meetings.map((series) => (
            <MeetingPart key={series.code} series={series} cadence={cadence(series)} naming={naming} />
          ))}
        </section>
        <section className="stack" id="days">
          <h2>{words.section.days}</h2>
          <p>{days ? words.daysText.replace("{days}", days) : words.daysNone}</p>
        </section>
        <EndParts view={view} naming={naming} />
      </div>
    </div>
  );
}
