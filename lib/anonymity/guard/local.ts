import type { LocalNames } from "../../agreement/local-names.ts";
import { addressOf } from "./address.ts";
import { loosely } from "./address-parts.ts";
import type { Detector } from "./finding.ts";
import { isNameOnAList } from "./names/words.ts";
import { FROM, pattern, TO } from "./pattern.ts";

/** What the guard knows of one place: worked out once for each agreement, for it takes longer than a note. */
export type Local = {
  /** Addresses as they are written there. */
  address: Detector;
  /** Estates, streets and houses that bear people's names, and are nobody. */
  places: RegExp;
  /** Words of the place that no dictionary has, in small letters. */
  words: ReadonlySet<string>;
};

/** A house that is called what a person is called, and nothing more, hides nobody of that name. */
const isNobody = (place: string): boolean => /[ -]/.test(place) || !isNameOnAList(place.toLowerCase());

/** Makes what the guard knows of a place from the names there. */
export function readLocal({ estates = [], streets = [], houses = [], towns = [], words = [] }: LocalNames): Local {
  const places = [...estates, ...streets, ...houses.filter(isNobody)];
  const lastWords = [...estates, ...streets].map((each) => each.split(" ").at(-1) ?? each);
  return {
    address: addressOf({ estates, streets, houses, towns }),
    places: pattern`${FROM}${loosely(places)}s?${TO}`,
    words: new Set([...lastWords.filter(isNobody), ...towns, ...words].map((each) => each.toLowerCase())),
  };
}

/** Knows no place at all: for what is looked over before anybody knows whose agreement it is under. */
export const nowhere: Local = readLocal({});
