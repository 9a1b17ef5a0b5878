import { DAY_MONTH, LAST_BARE_BIRTH_YEAR, MONTH, wholeYear, writtenDates } from "./dates.ts";
import { type Detector, type Finding, matches } from "./finding.ts";
import { hideCounts } from "./harmless.ts";
import { condition, FROM, oneOf, pattern, piece, TO, WORD, WORD_END } from "./pattern.ts";

const BORN = piece`
  ${WORD}${oneOf(String.raw`
    f fd fdt født foedt fødd føtd fødes fød føds?(?:els?)?[.]?s?(?:dag|dato|år|aar)(?:en|et)? fdag fdato fødedag
    fødedato fødeår born dob d\.o\.b b bday birthday date_of_birth`)}${WORD_END}`;
const LINK = piece`
  [ .:,(=-]{0,4}(?:${oneOf(`
    er den d i år året dag på on in har til var en_gang engang omkring vist nok måske ca cirka sommeren foråret efteråret
    vinteren`)}(?!\p{L})[ .:]{0,3}){0,3}`;
const SPELLED_DAY = piece`
  ${oneOf(String.raw`
    første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte
    \p{L}{2,8}tende \p{L}{3,12}ende \p{L}{2,8}og\p{L}{3,8}`)} (?:i )?${MONTH}`;
const YEAR = piece`(?:(?:19|20)\d\d|'?\d\d)`;
const DAY = piece`(?:${DAY_MONTH}|${SPELLED_DAY})`;
const DATE = piece`${DAY}(?:[ ./,-]{1,3}(?:i )?${YEAR})?`;
const ON = piece`(?:(?:den|d|på|on)[ .]{1,2})?`;
const YOUNG = oneOf(`
  søn(?:nen)? datter(?:en)? dreng(?:en)? pige(?:n)? barn(?:et)? baby bror søster barnebarn`);
const GROWN = oneOf("mand kvinde dame herre fyr enke mor far beboer borger lejer pensionist");
/** Two digits that are a year: no day, hour, storey or count. */
const SHORT_YEAR = piece`'?\d\d(?!\d|[.,:/]\d|¤| ?-)`;

const HOLIDAY = oneOf(String.raw`
  (?:lille)?jule?(?:aften|dagene|nat|tid)?(?:en)? (?:\d\.|første|anden|tredje)_?(?:jule|påske|pinse)dag juledag nytår(?:s(?:aften|dag|nat))?
  (?:2\.|anden)?_?påske(?:n|dag|ferien|lørdag|aften)? pinse(?:n|dag|aften|lørdag)? sankt_?hans(?:_?aften)? skt\.?_hans(?:_aften)?
  midsommer(?:aften|s)? grundlovsdag store?_bededag fastelavn(?:ssøndag|smandag)? skærtorsdag langfredag palmesøndag
  (?:kristi|kr\.?)_himmelfart(?:sdag)? helligtrekonger(?:saften)? hellig_tre_konger mortens?(?:_?aften|dag) valentinsdag
  allehelgen(?:sdag|saften)? halloween luciadag luciaaften eid bayram ramadan(?:en|ens)?(?:_\p{L}{2,10})? newroz nowruz diwali
  hanukkah vesak (?:sommer|vinter|efterårs|påske|jule)ferien advent(?:ssøndag)? \d\._(?:søndag|maj) første_maj
  kvindernes_kampdag (?:sommer|vinter)solhverv skudårsdag skuddag fars_dag mors_dag befrielsesaftenen
  uge_?\d{1,2} (?:første|anden|tredje|fjerde|sidste|\d\.)_(?:uge|weekend|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)
  (?:midt|først|sidst|tidligt|sent)_(?:i|på) (?:starten|begyndelsen|midten|slutningen)_af`);
const TO_THE_WORLD = piece`(?:${BORN}|${WORD}(?:kom til verden|nedkom|så dagens lys|gebursdag|(?:påske|jule|pinse|nytårs)barn))`;

const PATTERNS: readonly RegExp[] = [
  pattern`${BORN}${LINK}${DATE}(?!\d)`,
  pattern`${BORN}${LINK}(?:i )?(?:\d{6}|\d{8})(?!\d)`,
  pattern`${BORN}${LINK}(?:19|20)\d\d(?!\d|'?er)`,
  pattern`${WORD}(?:født|fødselsår|f\.d\.)${LINK}${SHORT_YEAR}`,
  pattern`${WORD}f\. ?(?:i )?${SHORT_YEAR}`,
  pattern`${WORD}f (?:i )?(?='?[3-9])${SHORT_YEAR}`,
  pattern`${WORD}født (?:og opvokset )?i \p{L}{2,20} (?:i )?(?:19\d\d|20[01]\d)(?!\d)`,
  pattern`${WORD}født (?:juleaften|nytårsaften|nytårsdag|juledag)(?: (?:i )?\d{2,4})?`,
  // With the comma of the numeric pad, or whatever else.
  pattern`${BORN}${LINK}\d{1,2} ?[^\p{L}\d¤ ] ?\d{1,2} ?[^\p{L}\d¤ ] ?${YEAR}(?!\d)`,
  // The year's class, as Danes say it.
  pattern`${WORD}(?:årgang|aargang|årg)[ .:]{1,2}(?:fra )?${YEAR}(?:'?er)?(?![\d\p{L}])`,
  // "Fylder 25 d. 3/12": age and day together are the date of birth.
  pattern`
    ${WORD}(?:fylder|bliver|runder|blir|fyldte|blev|turns?|turning)
    [ ](?:(?:snart )?(?:\d{1,2}|¤{2,7})(?: ?år| ?¤+)?|år|rundt)[ ,.]{1,2}(?:allerede |nu |her )?${ON}${DATE}(?!\d)`,
  pattern`${WORD}har fødselsdag[ .,]{1,2}${ON}${DATE}`,
  // A child's or resident's year: "søn (2016)", "kvinde fra 1956".
  pattern`
    ${WORD}${YOUNG}(?: ?[,(] ?| )(?:på ¤+ ?[,(]? ?)?(?:(?:fra|f|årgang|født)[ .:]{1,2})?
    (?:${DAY}[ ./,-]{1,3}${YEAR}|(?:19|20)\d\d)(?!\d)`,
  pattern`
    ${WORD}${GROWN}(?: ?[,(] ?| (?:fra |årgang |f\.? ?)?)(?:19\d\d|200\d|201[0-2])(?![\d./-])`,
  pattern`${WORD}(?:kvinde|mand|dreng|pige) fra ${SHORT_YEAR}(?!\.| (?:th|tv|mf|st))`,
];

/** Read before weeks are taken away. */
const WEEKS: readonly RegExp[] = [
  // Week or holiday and year are as good as the day: født uge 14 1987, fødselsdag i påsken, årgang 1990.
  pattern`
    ${TO_THE_WORLD}[^\d!?;]{0,30}?${FROM}${HOLIDAY}${TO}[^\d!?;]{0,24}?(?<![\d.,])${YEAR}(?![\d%]|[.,:/]\d| ?(?:kr|år|timer|gange)(?!\p{L}))`,
  pattern`${WORD}(?:påske|jule|pinse|nytårs|skuddags)barn (?:fra |i |årgang |af )?${YEAR}(?!\d)`,
];

/** What else an old date may be: a lease, a move, an act. */
const SINCE = condition`
  ${WORD}${oneOf(String.raw`
    siden fra pr per af den_gang indflyt\p{L}* flytte\p{L}* boet kontrakt\p{L}* aftale dom lov\p{L}* lbk bek tilbage_til`)}
  [ .:,]{1,3}(?:(?:d|den|ind)[ .:]{1,3}){0,2}$`;
const MONEY = condition`
  ${WORD}${oneOf("skylder gæld restance beløb lån betale betalt ialt i_alt ca på for nr nummer")}[ .:]{1,3}$`;
const BARE_SIX = pattern`
  (?<!\d|\d[ .,/-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?<year>\d\d)(?!\d|[.,/-]\d| ?kr(?!\p{L}))`;

/** Dates with their year so long ago that they can only be somebody's birth. */
function oldDates(text: string): Finding[] {
  const before = (start: number): string => text.slice(Math.max(0, start - 40), start);
  const written = writtenDates(text).filter(
    ({ start, year }) => year <= LAST_BARE_BIRTH_YEAR && !SINCE.test(before(start)),
  );
  const bare = [...text.matchAll(BARE_SIX)]
    .filter(({ groups }) => wholeYear(groups?.year ?? "") <= LAST_BARE_BIRTH_YEAR)
    .filter(({ index }) => !MONEY.test(before(index)) && !SINCE.test(before(index)))
    .map(({ index }) => ({ start: index, end: index + 6 }));
  return [...written, ...bare].map(({ start, end }) => ({ start, end, kind: "birthdate" }));
}

export const birthdate: Detector = (text) => {
  const counted = hideCounts(text);
  return [
    ...oldDates(counted),
    ...PATTERNS.flatMap((each) => matches(counted, each, "birthdate")),
    ...WEEKS.flatMap((each) => matches(text, each, "birthdate")),
  ];
};
