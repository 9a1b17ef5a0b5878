import type { Naming } from "#components/agreement/naming.ts";
import { Facts } from "#components/ui/facts.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { Table } from "#components/ui/table.tsx";
import type { AgreementView, Version } from "#lib/agreement/agreement-view.ts";
import { showDate } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";

/** What stands at the end of the contract: economy, other activities, who revises it; and the versions there are. */
export function EndParts({ view, naming }: { view: AgreementView; naming: Naming }) {
  const { words, locale } = naming;
  const { contract } = view.content;
  return (
    <>
      <section className="stack" id="economy">
        <Table
          caption={words.section.economy}
          columns={[
            { key: "plan", head: words.plan, names: true, cell: ({ plan }) => plan },
            { key: "period", head: words.period, cell: ({ period }) => period },
            { key: "amount", head: words.amount, cell: ({ amount }) => amount[locale] },
          ]}
          rows={contract.economy}
          rowKey={({ plan, period }) => `${plan} ${period}`}
        />
      </section>
      <section className="stack" id="others">
        <h2>{words.section.others}</h2>
        {contract.otherActivities.map(({ place, activities }) => (
          <div className="stack" key={place}>
            <h3>{place}</h3>
            <ul className="points">
              {activities.map((activity) => (
                <li key={activity.da}>{activity[locale]}</li>
              ))}
            </ul>
          </div>
        ))}
      </section>
      <section className="stack" id="revision">
        <h2>{words.section.revision}</h2>
        <Facts
          facts={[
            { name: words.coordination, value: contract.coordination[locale] },
            { name: words.revisedBy, value: contract.revision[locale] },
          ]}
        />
      </section>
      <section className="stack" id="versions">
        <h2>{words.section.versions}</h2>
        <ul className="lines">
          {view.versions.map((version) => (
            <li key={version.id}>
              <div>
                <strong>{fill(words.version, { number: String(version.number) })}</strong>
                <p>{spanWords(version, naming)}</p>
                <p className="hint">{adoptedWords(version, naming)}</p>
              </div>
              {version.id !== view.version.id && (
                <PageLink className="screen-only" href={`/agreement?version=${version.number}`}>
                  {fill(words.read, { number: String(version.number) })}
                </PageLink>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** From when, and until when, a version governs. */
export function spanWords({ from, until, state }: Version, { words, locale }: Naming): string {
  const days = { from: showDate(from, locale), until: until ? showDate(until, locale) : "" };
  if (state === "to-come") return fill(words.toCome, days);
  return fill(until && state === "over" ? words.until : words.inForce, days);
}

/** Who adopted it, at which meeting. */
export function adoptedWords({ adopted }: Version, { words, locale }: Naming): string {
  if (!adopted) return words.first;
  return fill(words.adopted, { by: adopted.by, meeting: showDate(adopted.meeting, locale) });
}
