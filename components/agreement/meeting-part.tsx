import { functionName, type Naming } from "#components/agreement/naming.ts";
import { Facts } from "#components/ui/facts.tsx";
import type { MeetingSeries } from "#lib/agreement/agreement.ts";

/** A series of meetings: how often, who calls it, who comes, and what for. */
export function MeetingPart({ series, cadence, naming }: { series: MeetingSeries; cadence: string; naming: Naming }) {
  const { words, locale } = naming;
  const { name, about, convener, participants, purposes, places, evaluation, guests } = series;
  const who = (["always", "twice-a-year-or-as-needed", "as-needed"] as const).flatMap((attends) => {
    const come = participants.filter((each) => each.attends === attends);
    if (come.length === 0) return [];
    return [{ attends, names: come.map((each) => functionName(naming, each.function)).join(", ") }];
  });
  return (
    <article className="panel stack">
      <h3>{name[locale]}</h3>
      <p>{about[locale]}</p>
      <Facts
        facts={[
          { name: naming.words.section.meetings, value: cadence },
          { name: words.convener, value: functionName(naming, convener) },
          {
            name: words.participants,
            value: (
              <ul className="points">
                {who.map(({ attends, names }) => (
                  <li key={attends}>
                    <span>{names}</span> <span className="hint">{`(${words.attends[attends]})`}</span>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            name: words.purposes,
            value: (
              <ul className="points">
                {purposes.map((purpose) => (
                  <li key={purpose.da}>{purpose[locale]}</li>
                ))}
              </ul>
            ),
          },
          { name: words.places, value: places[locale] },
          { name: words.guests, value: guests?.[locale] },
          { name: words.evaluation, value: evaluation?.[locale] },
        ]}
      />
    </article>
  );
}
