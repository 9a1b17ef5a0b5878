import { type Detector, matches } from "./finding.ts";
import { hideCounts } from "./harmless.ts";
import { FROM, oneOf, pattern, piece, WORD, WORD_END } from "./pattern.ts";

/** A number as offices write it: 2026-0012345, 26/45678, K26-1189, 40-1122/2026, 27.48.08-G01-12-26. */
const NUMBER = piece`
  (?!(?:fra|om|med|er|på|af|til|og|nr|for|kl|den|der|var|har|mod|nu|siden|inden|ca) )(?:\p{L}{1,5}[- ]?)?\d[\d\p{L}]{0,20}
  (?: ?[-/.:] ?\p{L}{0,3}\d[\p{L}\d]{0,20}|-\p{L}{2,4}(?!\p{L})){0,6}(?: \d{3,8}(?!\d)){0,3}`;
const LINK = piece`[ .:,=#]{0,4}(?:(?:er|på|hedder|lyder|har|med) ){0,2}`;
const THING = oneOf(String.raw`
  j jour journ journal sagens dok dokument dokumentets ref reference arkiv faktura skade skades police polis pas
  kørekort kørekorts opholdskort opholdskorts udlændinge udl patient borger klient sundhedskort klage rekvisition
  rekvisitions foged advis \p{L}{0,20}sags?`);
const SHORT_THING = oneOf(`
  jnr jn snr sagsid sagid sagsref deres_ref vores_ref vor_ref ref acadre edoc esdh kmd cura columna dubu nexus
  sbsys`);

const PATTERNS: readonly RegExp[] = [
  // Whatever is called the number of a case, letter, document or permit.
  pattern`${WORD}${THING}[. -]{0,2}(?:nr|nummer|nummeret|id|no)${WORD_END}${LINK}${NUMBER}`,
  pattern`${WORD}${SHORT_THING}${WORD_END}[ .:#-]{0,3}(?=[\p{L}-]{0,5}[\d/.-]{3,})${NUMBER}`,
  // "Sag 3" is a point of an agenda, "sag 4512" a case.
  pattern`
    ${WORD}(?:\p{L}{1,15}|k-)?sag(?:en|ens|s)?(?: nr\.?)?[ :#]{1,3}(?!(?:19|20)\d\d(?![\d/.-]))
    (?=[\p{L}]{0,3}[- ]?[\d/.-]{3,})${NUMBER}`,
  // Any other number of something, and loose ones too long for an amount.
  pattern`${WORD}(?:nr|nummer(?:et)?|id)[ .:]{1,3}(?<it>\d(?:[ ./-]?\d){4,})`,
  pattern`(?<![\d.,]|\d[ ./-])\d{7}(?![\d,]|[ .-]?\d)`,
  // The courts, the municipal journal, the police, and numbers that begin with the year.
  pattern`
    ${FROM}(?:bs|fs|ss|ks|as)[ .-]{1,2}(?:[a-z]?\d{1,3}[-.])?\d{2,6}(?:[-/]\d{2,6})?(?:-\p{L}{2,4}(?!\p{L}))?(?!\d)`,
  pattern`(?<!\d)\d\d\.\d\d\.\d\d-[a-z]\d\d-\d{1,5}-\d\d(?!\d)`,
  pattern`(?<!\d)\d{4}-\d{5}-\d{5}-\d\d(?!\d)`,
  pattern`(?<![\d-])(?:19|20)\d\d ?[-/] ?\d{5,8}(?![\d-])`,
  pattern`(?<![\d/])\d\d/\d{5,6}(?![\d/])`,
  pattern`${FROM}[ksep]\d\d-\d{3,6}(?!\d)`,
];

export const caseNumber: Detector = (text) => {
  const numbers = hideCounts(text);
  return PATTERNS.flatMap((each) => matches(numbers, each, "case"));
};
