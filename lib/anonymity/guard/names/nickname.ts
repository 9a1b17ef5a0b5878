import type { Token } from "./tokens.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that are said of somebody and call nobody. */
const NOBODY = setOf(`
  og eller men som der at er har vil kan skal må i på til fra med af om for ved hos over under uden efter før også ikke nu
  så selv sig ham hende dem jeg du vi han hun de den det min sin hans hendes en et ingen ingenting noget det samme sådan bare
  lige kun mor far ind op ned ud hjem hen tilbage sammen frem væk ting alt altid ofte tit nogle gange idiot løgner tyv luder
  møde samtale vidne syg doven dum skør mine sine deres vores hver alle mange beboeren borgeren naboen lejeren personen
  nej ja tak hej farvel stop pænt godt imod noget sandheden undskyld goddag kommunen fogeden politiet retten kald skældsord grimme`);
const THEM = setOf(
  "ham hende dem sig mig os hinanden ham/hende barnet drengen pigen manden kvinden sønnen datteren naboen",
);
const FILLS = setOf(
  "for bare altid selv kun også nu her vist nok åbenbart jo så stadig tit ofte gerne i opgangen gården blokken",
);

const CALLS = setOf(`
  kalder kaldte kaldt kaldes kald kælenavn kælenavnet øgenavn øgenavnet dæknavn dæknavnet tilnavn tilnavnet kaldenavn
  kaldenavnet nickname alias`);
const BETWEEN = setOf("han hun er de vi alle nemlig");
/** "kendt som", "omtales som". */
const KNOWN = setOf("kendt omtalt omtales omtaler");
const HEDDER = setOf("hedder hed hedde heder");
const SAYS = setOf("siger sagde råber");

/** Where the words before this one stand, nearest first, as far as the same saying goes. */
function* before(tokens: readonly Token[], at: number): Generator<number> {
  for (let place = at; place > Math.max(0, at - 6) && !tokens[place]?.opens; place -= 1) yield place - 1;
}

const lowerOf = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? "";

/** "kalder ham bossen", "kaldes for rosinen", "øgenavnet er kongen", "hedder han bare skægget", "kendt her som bamse". */
function isCalledSo(tokens: readonly Token[], at: number): boolean {
  for (const place of before(tokens, at)) {
    const lower = lowerOf(tokens, place);
    if (CALLS.has(lower) || HEDDER.has(lower)) return true;
    if (lower === "som") return [...before(tokens, place)].some((earlier) => KNOWN.has(lowerOf(tokens, earlier)));
    if (!THEM.has(lower) && !FILLS.has(lower) && !BETWEEN.has(lower)) return false;
  }
  return false;
}

/** "musen, som vi kalder hende"; "siger tiger til ham". */
function isCalledAfterwards(tokens: readonly Token[], at: number): boolean {
  const [next, second, third] = [1, 2, 3].map((step) => lowerOf(tokens, at + step));
  if (next === "som" && [second, third].some((word) => /^kald(?:er|t|es|te)$/.test(word ?? ""))) return true;
  const [nearest, earlier] = [lowerOf(tokens, at - 1), lowerOf(tokens, at - 2)];
  const isSaid = tokens[at]?.joined === true && (SAYS.has(nearest) || (FILLS.has(nearest) && SAYS.has(earlier)));
  return isSaid && next === "til" && /^(?:ham|hende|dem)$/.test(second ?? "");
}

/** Adjectives and participles: "kendt som rolig" calls nobody. */
const MANNER = /(?:ig|lig|sk|som|ende|løs|fuld|bar|iv|ent|ant|eret)t?e?$/;

/** Whether the note itself calls somebody by this word, whatever word it is. */
export function isNickname(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || NOBODY.has(token.lower) || THEM.has(token.lower) || FILLS.has(token.lower)) return false;
  if (token.lower.length < 3 || MANNER.test(token.lower)) return false;
  if (isCalledAfterwards(tokens, at)) return true;
  return !token.opens && isCalledSo(tokens, at);
}
