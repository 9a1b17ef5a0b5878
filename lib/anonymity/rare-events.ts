import { FROM, oneOf, pattern } from "./guard/pattern.ts";

/** What few people meet with and many hear of: whoever was there knows who it is about. */
const RARE = pattern`${FROM}(?:
  ${oneOf(`
    brand(?:en)? brænd(?:te|t|er) ildebrand(?:en)? eksplosion(?:en)? overfald(?:et)? overfaldt(?:es)? knivstukket
    knivstikkeri(?:et)? skudt skyderi(?:et)? skud(?:et)? voldtægt(?:en)? voldtaget drab(?:et)? dræbt myrdet mord(?:et)?
    selvmord(?:et)? ulykke(?:n)? trafikulykke(?:n)? påkørt druknet gidsel politiaktion(?:en)? politi-aktion(?:en)?
    ransag(?:ning|et|ningen)? razzia anholdt anholdelse(?:n)? avis(?:en)? nyhederne tv-avisen retssag(?:en)?
    fængslet bortført kidnappet jackpot`)}
)(?![a-zæøå])`;

/** Words of a text that tell of something rare, as they stand in it, each once. Advice only: they stop nothing. */
export const rareEvents = (text: string): string[] => [
  ...new Set([...text.matchAll(RARE)].map(([found]) => found.toLowerCase())),
];
