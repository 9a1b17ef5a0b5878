import { functionName, type Naming } from "#components/agreement/naming.ts";
import { Facts } from "#components/ui/facts.tsx";
import type { Activity } from "#lib/agreement/agreement.ts";

/** An activity of the contract: what it is, what it looks to, who does what, where, and who revises it. */
export function ActivityPart({ activity, level, naming }: { activity: Activity; level: "h3" | "h4"; naming: Naming }) {
  const Heading = level;
  const { words, locale } = naming;
  const { name, about, focus, functions, tasks, places, anchoring, revision } = activity;
  return (
    <article className="panel stack">
      <Heading>{name[locale]}</Heading>
      {about.map((text) => (
        <p key={text.da}>{text[locale]}</p>
      ))}
      <Facts
        facts={[
          {
            name: words.focus,
            value: focus.length > 0 && (
              <ul className="points">
                {focus.map(({ title, text }) => (
                  <li key={title.da}>
                    <strong>{`${title[locale]}.`}</strong> <span>{text[locale]}</span>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            name: words.tasks,
            value: tasks.length > 0 && (
              <ul className="points">
                {tasks.map(({ who, text }) => (
                  <li key={`${who.da} ${text.da}`}>
                    <strong>{`${who[locale]}.`}</strong> <span>{text[locale]}</span>
                  </li>
                ))}
              </ul>
            ),
          },
          { name: words.functions, value: functions.map((code) => functionName(naming, code)).join(" · ") },
          { name: words.places, value: places[locale] },
          { name: words.anchoring, value: anchoring[locale] },
          { name: words.revisedBy, value: revision[locale] },
        ].map(({ name: called, value }) => ({ name: called, value: value || undefined }))}
      />
    </article>
  );
}
