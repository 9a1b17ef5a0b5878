import type { Token } from "./tokens.ts";
import { isSeldomAWord, MOSTLY, plain } from "./words.ts";

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
  afviser kender bestrider oplyser oplyste hjælper trænger magter klarer vågner falder faldt fejler
  gør gjorde flytter flyttede henter hentede sender sendte vælger valgte kalder råbte sov spiste drak larmer klager klagede
  skændes raser roder stinker lugter snakker snakkede finder fandt sluttede begyndte begynder starter startede stopper
  stoppede nåede nåer prøver prøvede orker gider tør turde husker tænker mener lover lovede lyver griner smiler savnede
  elsker hader venter ventede vendte lå sad stod løb gemmer åbnede lukkede svarede boede dør døde fødte skifter låner lånte
  køber solgte sælger stjæler kører kørte cykler rejser rejste lærer bør burde ejer fortsætter fortsatte holder holdt
  deltager bød trak gad forlod tilbyder afviste nægtede ansøger ansøgte modtager modtog betalte skyldte gemte lod lader giver
  gav sætter satte`);
/** Of whom something comes, to whom it goes, with whom something is done: what stands before such a preposition. */
const HEADS = setOf(`
  besked beskeden hilsen brev brevet mail mailen sms sms'en svar svaret opkald opkaldet nyt hørt hørte telefonopkald nøgle
  nøglen nøglerne post posten sag sagen sagerne mødet møde aftale aftalen aftaler aftalt besøg besøget hjælp hjælpen støtte
  piller medicin medicinen mad penge pengene gæld regning regninger lejlighed lejligheden brug tid time bil bilen barn børn
  søn datter mor far kone mand kæreste søster bror ven veninde nabo naboen konflikt konflikten skænderi ballade problemer
  uenig uvenner bange bekymret vred glad ked træt forelsket gift skilt sammen bor boede boet flyttet flytter sover sov alene
  hjemme hentet afhentet åbnet slået hjulpet fundet fået købt lånt truet passet fulgt kørt smidt inviteret anmeldt betalt
  skrevet sendt givet banke bank banket kig kigge kigget forbi tilbage hen ind over ud op ligger står ringet ring snak
  snakket snakker talt taler spørg spurgt`);
/** What a saying begins with before its name: og bo, fordi storm, siger at sejr. */
const LEADS = setOf(
  "og at men hvis når fordi som da så eller siger sagde siden mens før inden imens dengang selvom om",
);
/** Verbs that stand before whoever does it, once something else opens the sentence: "i dag kom storm". */
const TURNED = setOf(`
  kom kommer er var vil kan skal må bor ringede ringer siger sagde sover sov blev bliver får fik går gik ligger sidder står
  slår slog græder mangler skylder åbnede åbner tager tog hjælper venter flytter mener synes`);
/** What somebody has: after "Bos" or "livs". */
const BELONGS = setOf(`
  søn datter mor far bror søster kone mand kæreste lejlighed bolig dør døren sag sagen økonomi børn barn familie ven
  veninde læge hund kat nummer telefon post postkasse lejemål adresse restance husleje mentor sagsbehandler værge hjem
  tilstand helbred situation eks samlever forældre nabo naboer søskende`);
const ARTICLES =
  setOf(`en et den det de denne dette disse min mit mine din dit sin sit sine hans hendes deres vores jeres ens
  ingen intet nogen noget hver al alt alle et the a an my your his her stor store lille god godt gode`);
/** Words that follow anybody and are no name: "naboen som", "fru er". */
const LITTLE = setOf(`
  og eller men som der at er har vil kan skal må i på til fra med af om for ved hos over under uden efter før også ikke
  nu så selv sig ham hende dem jeg du vi han hun de den det min sin hans hendes en et ingen ingenting noget det samme
  sådan bare lige kun mor far`);

type Place = {
  token: Token;
  before: Token | undefined;
  beforeThat: Token | undefined;
  after: Token | undefined;
  afterThat: Token | undefined;
};
type Rule = (place: Place) => boolean;

const joins = (token: Token | undefined): token is Token => token?.joined === true;
const touches = (token: Token): boolean => token.joined || token.signed || token.text !== token.lower;
const oftenAWord = ({ lower }: Token): boolean =>
  MOSTLY.has(plain(lower)) || MOSTLY.has(plain(lower).replace(/s$/, ""));
/** Written as a name is: with a capital letter, or else a word that is seldom meant as one. */
const nameLike = (token: Token): boolean => (token.capital && !token.shouted) || !oftenAWord(token);

/** "talte med Storm": inside a sentence Danish words have small letters. */
export const capitalInside: Rule = ({ token }) => token.capital && !token.shouted && !token.first;

/** "fru Holm", "hr. skov", "hr.Skov". */
export const afterTitle: Rule = ({ token, before }) =>
  before !== undefined && TITLES.has(before.lower) && (token.capital || !oftenAWord(token));

/** "sønnen Bo", "naboen storm", "mor(Liv)": unless the word does something there, "naboen kan". */
export const afterKin: Rule = ({ token, before }) =>
  before !== undefined &&
  KIN.has(before.lower) &&
  (token.joined || (token.signed && touches(token))) &&
  nameLike(token);

/** "snakket med bo", "ring til Liv", "brev fra lund". */
export const afterMeeting: Rule = ({ token, before, beforeThat }) => {
  if (!joins(token) || !before || !nameLike(token)) return false;
  if (before.lower === "hos") return true;
  if (MEETS.has(before.lower)) return token.capital || !oftenAWord(token);
  if (!WITH.has(before.lower) || !joins(before) || !beforeThat) return false;
  const comes = before.lower === "fra" && /^(?:er|var|kom|kommer)$/.test(beforeThat.lower);
  return comes || MEETS.has(beforeThat.lower) || HEADS.has(beforeThat.lower);
};

/** A verb with a person before it: one of those, or a word of that form that is no noun of everyday. */
const isVerb = ({ lower }: Token): boolean =>
  DOES.has(lower) ||
  (/(?:ede|[^aeiouyæøå]er)$/.test(lower) && lower.length > 4 && !KIN.has(lower) && !PEOPLE.test(lower));
const PEOPLE =
  /(?:boer|ejer|borger|bruger|lærer|timer|dage|nætter|måneder|uger|penge|møder|regninger|kroner|naboer|venner|piger|drenge|brødre|bøger|sager|aftaler|nøgler|vinduer|klager|rykker)(?:e|en|ne|s)?$/;

/** "Storm vil gerne", "bo har ringet", "skov larmer": nothing but a person stands alone before such a verb. */
export const doesSomething: Rule = ({ token, before, after }) => {
  const opens = token.opens || (before !== undefined && LEADS.has(before.lower));
  if (!opens || !joins(after) || !nameLike(token)) return false;
  return oftenAWord(token) ? DOES.has(after.lower) : isVerb(after);
};

/** "det er liv der har nøglen", "så kom storm", "i dag ringede bo". */
export const doneBySomebody: Rule = ({ token, before, after }) => {
  if (!joins(token) || !before || token.first || oftenAWord(token)) return false;
  if (before.lower === "er" || before.lower === "var")
    return after !== undefined && ["der", "som"].includes(after.lower);
  return TURNED.has(before.lower) && (after === undefined || isVerb(after) || after.opens);
};

/** "pil og hendes søn", "bang og konen", "liv og mor". */
export const withKin: Rule = ({ token, after, afterThat }) =>
  (token.opens || token.capital) &&
  nameLike(token) &&
  after !== undefined &&
  joins(after) &&
  ["og", "and"].includes(after.lower) &&
  afterThat !== undefined &&
  (KIN.has(afterThat.lower) || /^(?:hans|hendes|børnene|barnet|ungerne|familien)$/.test(afterThat.lower)) &&
  !oftenAWord(token);

/** "storm, som bor nedenunder". */
export const toldOf: Rule = ({ token, after, afterThat }) =>
  (token.opens || token.capital) &&
  after !== undefined &&
  after.opens &&
  after.lower === "som" &&
  afterThat !== undefined &&
  DOES.has(afterThat.lower) &&
  !oftenAWord(token);

/** "Livs datter", "bos lejlighed". */
export const hasSomething: Rule = ({ token, before, after }) =>
  token.lower.endsWith("s") &&
  !MOSTLY.has(token.lower) &&
  joins(after) &&
  BELONGS.has(after.lower) &&
  !(joins(token) && before !== undefined && ARTICLES.has(before.lower));

/** "vibe mangler svar": a word that a note hardly ever means. */
export const seldomAWord: Rule = ({ token }) => isSeldomAWord(token.lower);

const RULES: readonly Rule[] = [
  capitalInside,
  afterTitle,
  afterKin,
  afterMeeting,
  doesSomething,
  doneBySomebody,
  withKin,
  toldOf,
  hasSomething,
  seldomAWord,
];

/** "For søren" calls nobody. */
export const isSwearing = ({ token, before }: Place): boolean => token.lower === "søren" && before?.lower === "for";

/** Whether the sentence makes a person of a name that is also a word. Articles, squares and estates do not. */
export function isPersonHere(place: Place): boolean {
  const { token, before } = place;
  if (joins(token) && before !== undefined && ARTICLES.has(before.lower) && !token.capital) return false;
  // "at bo alene" is what one does, "at bo drikker" is who does it.
  const isInfinitive = before?.lower === "at" && !token.capital && !(place.after && DOES.has(place.after.lower));
  if (isInfinitive) return false;
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
