import type { Token } from "./tokens.ts";
import { MOSTLY, plain } from "./words.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const TITLES = setOf(`
  fru frk frøken hr herr dr doktor onkel tante faster moster mormor farmor morfar farfar mr mrs ms miss sir søster bror
  oberst pastor præsten imam imamen`);
const KIN = setOf(`
  mor moren far faren søn sønnen datter datteren dattern bror broren søster søsteren kone konen mand manden hustru kæreste
  kæresten samlever samleveren ægtefælle ekskone eksmand eks eksen nabo naboen genbo genboen underbo underboen overbo
  overboen ven vennen veninde veninden kollega kollegaen sagsbehandler sagsbehandleren mentor kontaktperson
  kontaktpersonen barnebarn barnebarnet fætter kusine niece nevø svigersøn svigerdatter svigermor svigerfar lærer læreren
  pædagog viceværten vicevært beboer beboeren borger borgeren lejer lejeren lejeren's drengen pigen dreng pige tvillingerne
  brother sister son daughter mother father wife husband neighbour neighbor friend uncle aunt`);
/** After these a name is given, whatever word it is. */
const CALLED = setOf(`hedder hed hedde heder kaldes kaldet kaldt navnet named døbt`);
const ASKED_FOR = [
  "kalder sig",
  "kaldt for",
  "spørg efter",
  "spørge efter",
  "spurgte efter",
  "ved navn",
  "kaldes for",
  "navn er",
  "called",
  "name is",
  "lyder navnet",
];
/** Whoever does this does it with somebody. */
const MEETS = setOf(`
  snakket snakker snakkede snak talt taler tale talte aftalt aftaler aftale mødt mødte møde møder ringet ringer ring ringede
  skrevet skriv skriver skrev kontakt kontaktet kontakter besøg besøger besøgt besøgte kender kendt hilst hilse hils hørt
  hører spurgt hjulpet hjælper følges følge bor boede boet set ses sms mail besked hilsen mvh venlig kh vh tak cc att
  sammen gift kæreste skilt separeret født henvist`);
const WITH = setOf(`med til hos fra af for og om ved efter v`);
/** Verbs in the manner that they follow a person in: "Bo har", "Storm vil gerne". */
const DOES = setOf(`
  har er vil kan skal må bor siger sagde ringer ringede ønsker fik får kom kommer var blev bliver mangler åbner går gik
  taler virker fortæller fortalte tror ved synes lider drikker ryger græder sidder ligger står lukker svarer søger
  skylder betaler skriver skrev havde kunne ville skulle spørger spurgte siger beder bad tager tog møder mødte glemmer
  savner hører føler frygter græd råber slår slog truer truede sover spiser arbejder passer bruger læser forstår nægter
  afviser kender bestrider oplyser oplyste hjælper trænger magter klarer vågner falder faldt fejler`);
/** What somebody has: after "Bos" or "livs". */
const BELONGS = setOf(`
  søn datter mor far bror søster kone mand kæreste lejlighed bolig dør døren sag sagen økonomi børn barn familie ven
  veninde læge hund kat nummer telefon post postkasse lejemål adresse restance husleje mentor sagsbehandler værge hjem
  tilstand helbred situation eks samlever forældre nabo naboer søskende`);
const ARTICLES =
  setOf(`en et den det de denne dette disse min mit mine din dit sin sit sine hans hendes deres vores jeres ens
  ingen intet nogen noget hver al alt alle et at the a an my your his her stor store lille god godt gode`);
/** Words that follow anybody and are no name: "naboen som", "fru er". */
const LITTLE = setOf(`
  og eller men som der at er har vil kan skal må i på til fra med af om for ved hos over under uden efter før også ikke
  nu så selv sig ham hende dem jeg du vi han hun de den det min sin hans hendes en et ingen ingenting noget det samme
  sådan bare lige kun mor far`);

type Place = { token: Token; before: Token | undefined; beforeThat: Token | undefined; after: Token | undefined };
type Rule = (place: Place) => boolean;

const joins = (token: Token | undefined): token is Token => token?.joined === true;
const oftenAWord = ({ lower }: Token): boolean =>
  MOSTLY.has(plain(lower)) || MOSTLY.has(plain(lower).replace(/s$/, ""));
/** Written as a name is: with a capital letter, or else a word that is seldom meant as one. */
const nameLike = (token: Token): boolean => (token.capital && !token.shouted) || !oftenAWord(token);

/** "talte med Storm": inside a sentence Danish words have small letters. */
export const capitalInside: Rule = ({ token }) => token.capital && !token.shouted && !token.first;

/** "fru Holm", "hr. skov". */
export const afterTitle: Rule = ({ token, before }) =>
  before !== undefined && TITLES.has(before.lower) && (token.capital || !oftenAWord(token));

/** "sønnen Bo", "naboen storm": unless the word does something there, "naboen kan". */
export const afterKin: Rule = ({ token, before }) =>
  joins(token) && before !== undefined && KIN.has(before.lower) && nameLike(token);

/** "snakket med bo", "ring til Liv". */
export const afterMeeting: Rule = ({ token, before, beforeThat }) => {
  if (!joins(token) || !before || !nameLike(token)) return false;
  if (before.lower === "hos") return true;
  if (MEETS.has(before.lower)) return token.capital || !oftenAWord(token);
  return WITH.has(before.lower) && joins(before) && beforeThat !== undefined && MEETS.has(beforeThat.lower);
};

/** "Storm vil gerne", "bo har ringet": nothing but a person stands alone before such a verb. */
export const doesSomething: Rule = ({ token, before, after }) =>
  (token.first ||
    (before !== undefined && ["og", "at", "men", "hvis", "når", "fordi", "som", "da"].includes(before.lower))) &&
  joins(after) &&
  DOES.has(after.lower) &&
  nameLike(token);

/** "Livs datter", "bos lejlighed". */
export const hasSomething: Rule = ({ token, before, after }) =>
  token.lower.endsWith("s") &&
  !MOSTLY.has(token.lower) &&
  joins(after) &&
  BELONGS.has(after.lower) &&
  !(joins(token) && before !== undefined && ARTICLES.has(before.lower));

const RULES: readonly Rule[] = [capitalInside, afterTitle, afterKin, afterMeeting, doesSomething, hasSomething];

/** "For søren" calls nobody. */
export const isSwearing = ({ token, before }: Place): boolean => token.lower === "søren" && before?.lower === "for";

/** Whether the sentence makes a person of a name that is also a word. Articles, squares and estates do not. */
export function isPersonHere(place: Place): boolean {
  const { token, before } = place;
  if (joins(token) && before !== undefined && ARTICLES.has(before.lower) && !token.capital) return false;
  return RULES.some((rule) => rule(place));
}

/** Whether the sentence says that this very word is a name, whatever word it is: "hedder Blomst", "fru B", "kalder sig kongen". */
export function isSaidToBe({ token, before, beforeThat }: Place): boolean {
  if (!before || LITTLE.has(token.lower)) return false;
  if (TITLES.has(before.lower)) return token.capital && !(token.lower === before.lower);
  if (CALLED.has(before.lower)) return token.joined && !["også", "noget", "nu", "før", "vist"].includes(token.lower);
  const asked = `${beforeThat?.lower ?? ""} ${before.lower}`;
  if (!token.joined) return false;
  if (["spørg efter", "spørge efter", "spurgte efter", "called"].includes(asked)) return token.capital;
  return ASKED_FOR.includes(asked);
}
