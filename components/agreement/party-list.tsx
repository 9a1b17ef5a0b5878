import type { Naming } from "#components/agreement/naming.ts";
import type { Party } from "#lib/agreement/agreement-view.ts";
import { showDate } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";

const sides = ["housing", "municipal", "neither"] as const;

/** Who takes part, by side, as units lie in each other; with the last day of those that have one. */
export function PartyList({ parties, naming }: { parties: readonly Party[]; naming: Naming }) {
  return sides.map((side) => {
    const here = parties.filter((party) => party.side === side);
    if (here.length === 0) return null;
    return (
      <div className="stack" key={side}>
        <h3>{naming.words.side[side]}</h3>
        <Below parties={here} naming={naming} />
      </div>
    );
  });
}

function Below({ parties, naming }: { parties: readonly Party[]; naming: Naming }) {
  const { words, locale } = naming;
  return (
    <ul className="points">
      {parties.map(({ id, name, until, with: others, below }) => (
        <li key={id}>
          <span>{name}</span>
          {until && <span className="hint">{` (${fill(words.endsSoon, { day: showDate(until, locale) })})`}</span>}
          {others.length > 0 && (
            <span className="hint">{` · ${fill(words.alsoOf, { names: others.join(" · ") })}`}</span>
          )}
          {below.length > 0 && <Below parties={below} naming={naming} />}
        </li>
      ))}
    </ul>
  );
}
