import { z } from "zod";

const called = "a name of 2 to 60 letters, figures, spaces and the signs . ' ’ - and –";
/** One of them. */
export const localName = z.string(called).regex(/^(?=.{2,60}$)[\p{L}\d](?:[\p{L}\d .'’–-]*[\p{L}\d.])?$/u, called);
const names = z.array(localName).exactOptional();

/**
 * What is called something where the agreement holds, for the guard of what people write. `estates` and `streets` say
 * nothing alone, and are an address with a number; `houses` that bear somebody's name are nobody; `towns` stand behind a
 * postcode; `words` no dictionary has.
 */
export const localNames = z.strictObject({ estates: names, streets: names, houses: names, towns: names, words: names });
export type LocalNames = z.infer<typeof localNames>;

/** What a partnership's own units call themselves. */
export type NamedUnit = { kind: string; name: string; short: string };

type Named = { contract: { otherActivities: { place: string }[]; economy: { plan: string }[] }; local?: LocalNames };

/** The local names of an agreement and its parties: what it lists, its units and the places that it speaks of. */
export function localNamesOf(content: Named | null, units: readonly NamedUnit[]): Required<LocalNames> {
  const { estates = [], streets = [], houses = [], towns = [], words = [] } = content?.local ?? {};
  const own = units.flatMap(({ kind, name, short }) => [name, short].map((called) => ({ kind, called })));
  const ofKind = (isEstate: boolean) =>
    own.filter(({ kind }) => (kind === "estate") === isEstate).map(({ called }) => called);
  const spokenOf = [
    ...(content?.contract.otherActivities.map(({ place }) => place) ?? []),
    ...(content?.contract.economy.map(({ plan }) => plan) ?? []),
  ];
  const once = (list: string[]) => [...new Set(list.filter((each) => each.length > 2))];
  return {
    estates: once([...estates, ...ofKind(true)]),
    streets: once(streets),
    houses: once([...houses, ...ofKind(false), ...spokenOf]),
    towns: once(towns),
    words: [...new Set(words)],
  };
}
