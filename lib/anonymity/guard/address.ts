import type { LocalNames } from "../../agreement/local-names.ts";
import { DISTRICT, HOUSE, loosely, POSTAL, postalOf, REST, STOREY, TAIL } from "./address-parts.ts";
import { NUMERAL } from "./digits.ts";
import { type Detector, type Finding, matches } from "./finding.ts";
import { hideHarmless } from "./harmless.ts";
import { condition, FROM, oneOf, pattern, patternOfCase, piece, TO, WORD } from "./pattern.ts";

const STREET_END = oneOf(`
  gaden? gd gde vej(?:en)? all[eéè](?:en)? stræde(?:t)? straede boulevard(?:en)? blvd dossering(?:en)? vænge(?:t)?
  vaenget? torv(?:et)? brygge kvarter(?:et)?`);
/** Endings that are also ordinary words: they need more than a number behind them. */
const PLACE_END = oneOf(`
  plads(?:en)? have(?:n)? park(?:en)? gård(?:en)? bakke(?:n)? mark(?:en)? toft(?:en)? lund(?:en)? vang(?:en)?
  holm(?:en)? bro kær(?:et)? eng(?:en)? sti(?:en)? passagen? høj(?:en)? dal(?:en)? kroge?n? ager(?:en)? kaj(?:en)?
  havn(?:en)? kanten husene kollegiet kollegie`);
/** Words that end like a street and are none. */
const NO_STREET = oneOf(`
  gade gaden vej vejen overvej omvej udvej genvej afvej undervej midtvej motorvej jernvej cykelvej landevej hovedvej
  villavej grusvej blindvej sidevej sidegade gågade hovedgade legegade brigade alle allé balle halle kalle palle malle
  skalle tralle galle torv torvet kvarter kvarteret stræde gårdhave kolonihave børnehave(?:n)? legeplads(?:en)?
  arbejdsplads(?:en)? parkeringsplads(?:en)? p-?plads(?:en)? byggeplads(?:en)?`);
/** Words before "vej 12" or "plads 4" that make it no street name. */
const NO_NAME = oneOf(`
  på en et ad af til den det din dit min mit sin sit hans hendes deres vores jeres ens hver samme i fra over under ved og
  er for de vi os dem jer har skal kan vil alle begge egen ingen nogen god lang kort halv rigtig anden fast ny gerne ikke
  også have få må at om men med uden hele offentlig beboerens barnets borgerens naboens dagens børnenes livets
  kommunens`);

/** How the ending of a street is cut short. */
const CUT_SHORT: readonly (readonly [ending: RegExp, short: string])[] = [
  [/ ?gade$/i, "g(?:a?d|de|ad|ade)?"],
  [/ ?vej$/i, "v(?:j)?"],
  [/ ?all[eé]$/i, "al(?:l|l?[eé])?"],
  [/ ?park(?:en)?$/i, "p(?:a?rk)?"],
  [/ ?plads$/i, "pl(?:ad|s|ds)?"],
];
/** The streets known by their ending, with less of it, because the ending is what people cut short. */
function shortened(names: readonly string[]): string {
  const ways = CUT_SHORT.map(([ending, short]) => {
    const stems = names.filter((name) => ending.test(name)).map((name) => name.replace(ending, ""));
    return `${loosely(stems.filter((stem) => stem !== ""))} ?${short}`;
  });
  return `(?:${ways.join("|")})\\.?`;
}
const A_STREET = piece`(?!${NO_STREET}${TO})`;
const LIVES = piece`
  ${WORD}${oneOf("bor boende bopæl bopælen adr adresse adressen flyttet flytter tilmeldt")}[ .:]{1,3}
  (?:(?:nu|stadig|alene|lige|pt|er|stadigvæk) ){0,2}(?:på |i |til |fra |ved |er )?`;
const SOMEBODY = oneOf(`
  bor boende naboen naboer overboen underboen genboen beboeren? lejeren? familien manden kvinden damen hende ham dem
  dame konen parret`);
const DOOR = piece`(?:tv|th|mf|t\.v|t\.h|m\.f|(?:til )?(?:venstre|højre)|midt(?:for)?|dør(?: ?nr\.?)? ?\d{1,3})`;
const UNHOUSED = piece`(?<![\p{L}\d.,:/-])`;
const NUMBER = piece`\d{1,3}(?:[a-h]${TO})?`;

const STREETS: readonly RegExp[] = [
  // One word and a number: x-gade 12b 2 th.
  pattern`
    ${FROM}(?:(?:nordre|ndr|søndre|sdr|vestre|østre|gammel|gl|ny|store|lille|sankt|skt)\.? )?
    ${A_STREET}\p{L}[\p{L}'-]{0,40}?${STREET_END}${HOUSE}${TAIL}`,
  // Two words and more: Den Lange Gade 9.
  pattern`
    ${FROM}(?:\p{L}[\p{L}.']{0,20} ){0,2}(?!${NO_NAME} )\p{L}[\p{L}.']{1,20} (?!all?e )
    (?:${STREET_END}|tværgade|passage|landevej|kongevej|hovedvej|hovedgade|langgade|sidevej)${HOUSE}${TAIL}`,
  pattern`${FROM}(?!${NO_NAME} )\p{L}{3,20}s (?:allé|plads|have|sti|gård)${HOUSE}${TAIL}`,
  // The number first: at 42 X-vej, nr. 42 i X-gade.
  pattern`
    ${FROM}(?:nr|nummer)[ .]{1,2}\d{1,3}[a-h]? (?:i|på)
    [ ]${A_STREET}\p{L}[\p{L}'-]{2,40}?(?:gade|vej|allé)${TO}`,
  pattern`
    (?<=(?<!\p{L})(?:at|in|on|address|bor|på|i|adr|adresse)[ :]{1,2}(?:no\. ?)?)\d{1,3}[a-h]?,? ${A_STREET}
    \p{L}[\p{L}'-]{3,40}?(?:gade|vej|allé|stræde|boulevard|plads|vænget)${TO}(?:, ?\d(?:st|nd|rd|th) floor)?`,
];

const PLACES: readonly RegExp[] = [
  // Enghaven 12, 3. tv; enghaven 12b; enghaven nr. 12; bor på engmarken 4.
  pattern`
    ${FROM}${A_STREET}\p{L}{3,30}?${PLACE_END} \d{1,3}(?:\d?[a-h]${TO}|
    (?: ?[a-h])?[ ,.]{1,3}(?:${STOREY}(?:\.? ?sal)?\.?[ ,./]{0,3}(?:tv|th|mf)|\d{1,2}\. ?sal|st|kld)${TO})`,
  pattern`${FROM}${A_STREET}\p{L}{3,30}?${PLACE_END} (?:nr|nummer)[ .]{1,2}\d{1,3}(?!\d|[.:/]\d)${TAIL}`,
  pattern`${LIVES}${A_STREET}(?:\p{L}{2,20} ){0,2}\p{L}{2,30}?${PLACE_END} ${HOUSE}${TAIL}`,
  pattern`
    ${FROM}(?:hf|haveforening(?:en)?|kolonihave|havelod)[ .]{1,2}(?:nr\.? ?)?(?:\p{L}{3,30} )?\d{1,4}(?!\d|[.:/]\d)`,
  // Names have capitals; with them a number is enough.
  patternOfCase`
    ${FROM}(?:\p{Lu}[\p{L}.']{0,20} ){1,3}(?:Allé|Alle|Plads|Have|Park|Sti|Gård|Bakke|Bro|Kaj|Vang|Mark|Toft|Høj)
    [ ]\d{1,3}(?!\d|[.:/]\d|\.? (?:sal|gang))[a-hA-H]?(?!\p{L})`,
  patternOfCase`${FROM}Ved \p{Lu}\p{L}{3,25} \d{1,3}(?!\d|[.:/]\d)[a-hA-H]?(?!\p{L})`,
];

const DOORS: readonly RegExp[] = [
  // 12, 3. tv; 3. sal til venstre; 2 th; st tv. Without a point "2 tv" are television sets.
  pattern`
    ${UNHOUSED}(?:\d{1,3}[a-h]?[ ,]{1,2})?(?:stuen?|st|\d{1,2})(?:\. ?(?:sal)?|,| ?sal)[ ,.]{0,2}${DOOR}${TO}`,
  pattern`
    ${FROM}(?:første|anden|tredje|fjerde|femte|sjette|stuen)(?: sal)?,? (?:tv|th|mf|til (?:venstre|højre))${TO}
    (?:,? i (?:nr|nummer)[. ]{1,2}(?:\d{1,3}|${NUMERAL}))?`,
  pattern`${UNHOUSED}(?:stuen?|st|\d{1,2}) ?(?:th|mf)${TO}(?! floor)`,
  pattern`${UNHOUSED}(?:st ?tv|\d{1,2}tv)${TO}`,
  pattern`${FROM}(?:bor(?: på)?|naboen i|overfor i|i|fra) (?<it>(?:\d{1,2}|stuen) tv)${TO}`,
  // Staircase, block and house by number.
  pattern`
    ${FROM}(?:opgang(?:en)?|opg|indgang|trappeopgang)[ .:]{1,2}(?:nr\.? ?)?
    (?:\d{1,3}(?!\d|[.:/]\d)(?:[a-h]${TO})?|[a-h]${TO})(?! ?gang)${REST}`,
  pattern`${FROM}blok[ .]{1,2}(?:\d{1,2}|[a-h])[ ,.]{1,3}(?:opg|\d)`,
  pattern`${FROM}(?:husnr|husnummer|hus nr|hus nummer)[ .:]{1,2}${NUMBER}`,
  pattern`
    ${FROM}(?:${SOMEBODY}(?: på| ovre| oppe| nede)? (?:i|fra)|bor(?: i)?) (?<it>(?:nr|nummer)[. ]{1,2}(?:${NUMBER}|${NUMERAL})${TAIL})`,
  pattern`
    ${FROM}(?:bor|boende) (?:i|på) (?<it>(?:blok |hus )?${NUMBER}
    (?= ?(?:[,;)!?]|$|og |men |har |med |m |st |kan ))${TAIL})`,
];

const TOWNS: readonly RegExp[] = [
  pattern`(?<![\d.,/-])(?:${POSTAL}|${DISTRICT})`,
  pattern`${FROM}(?:københavn|kbh|cph)\.? ?(?:nv|sv|[nøsvk])?,? [12]\d{3}(?!\d|[.,/-]\d| ?kr)`,
];
/** A street without its number says where somebody lives as soon as it says "bor"; an estate is where everybody lives. */
const LIVED_IN = pattern`${LIVES}(?<it>${A_STREET}\p{L}[\p{L}'-]{2,40}?(?:gade|vej|allé|stræde|boulevard)${TO})`;
/** Square, garden and park, with a number. */
const NAMED_WITH_NUMBER = patternOfCase`
  ${FROM}(?!${oneOf(`
    Fra På I Til Ved Hos Børnehaven? Legepladsen? Kolonihaven? Parkeringspladsen? Arbejdspladsen? Haven Parken Pladsen
    Gården Gårdhaven Danmark Østerbro Vesterbro København`)} )
  (?:\p{Lu}[\p{L}.']{0,20} ){0,3}\p{Lu}\p{L}{1,25}
  ${oneOf(`
    plads have haven park parken gård gården bakken marken toften lunden vangen holmen kæret engen stien passage højen
    husene kollegiet kajen PLADS HAVEN PARKEN GÅRDEN BAKKEN MARKEN TOFTEN LUNDEN`)}
  [ ]\d{1,3}(?!\d|[.:/]\d|\.? (?:sal|gang))[a-hA-H]?(?!\p{L})`;

/** The ways that these names make: estates and streets whole and cut short, by number first, and towns behind a postcode. */
function waysOf({ estates = [], streets = [], towns = [] }: LocalNames): RegExp[] {
  const known = loosely([...estates, ...streets]);
  return [
    pattern`${FROM}(?:${known}|${shortened([...estates, ...streets])})${HOUSE}${TAIL}`,
    pattern`${FROM}(?:nr|nummer)[ .]{1,2}\d{1,3}[a-h]? (?:i|på) ${known}${TO}`,
    pattern`(?<![\d.,/-])${postalOf(towns)}`,
  ];
}

/** Pieces of one address that follow each other are one finding. */
function joined(text: string, findings: readonly Finding[]): Finding[] {
  const done: Finding[] = [];
  for (const next of findings.toSorted((a, b) => a.start - b.start)) {
    const last = done.at(-1);
    if (last && /^[ ,.;/-]{0,3}$/.test(text.slice(last.end, next.start))) last.end = Math.max(last.end, next.end);
    else done.push({ ...next });
  }
  return done;
}

/** Finds addresses, where these are the names of the place. */
export function addressOf(names: LocalNames): Detector {
  const { estates = [], houses = [], towns = [] } = names;
  const ways = [...STREETS, ...PLACES, ...DOORS, ...TOWNS, ...waysOf(names)];
  const estate = condition`^${loosely(estates)}$`;
  const called = condition`^${loosely([...towns, ...houses])} `;
  const unless = (is: RegExp, text: string, found: readonly Finding[]): Finding[] =>
    found.filter(({ start, end }) => !is.test(text.slice(start, end)));
  return (text) => {
    const numbers = hideHarmless(text);
    const found = ways.flatMap((each) => matches(numbers, each, "address"));
    const livedIn = unless(estate, numbers, matches(numbers, LIVED_IN, "address"));
    const withNumber = unless(called, numbers, matches(numbers, NAMED_WITH_NUMBER, "address"));
    return joined(numbers, [...found, ...livedIn, ...withNumber]);
  };
}
