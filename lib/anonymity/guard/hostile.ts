import common from "./names/common.json" with { type: "json" };

/** The beginnings of everything that a detector looks for, and what may stand between. */
const PIECES =
  `a|A|1|ø|-|.|@|/|:|,|'| |\n|_|(|#|0|é|\u0301|\u200b|\u00a0|ﷺ|🧑|۱|·||; |* |= |vej |Vej 1, |gade 1 |nr. |st. tv. |1 1|1-|12.|12-12-|a.|a@|a@a.|
@a|+45 |DK|den 1. |født |født i |født uge |cpr |Hr. |Aa |AB 12 |tlf. |ring |reg. |konto |etage |1a |lejemål |afd. 1024 |sag |
en to |fem |toogtyve |von |de la |o'|www.|A-|A. |mor |Hansen |søn af |kalder ham |kendt som |som |a b |a.b.|A1|a1a|4a|F a |
dot |snabel-a |bor i |f. |o0|DK50|kl 10 |uge 1 |100.000.|sidste fire |påske |i nummer |xgade |Ab Cd |storm |bo |og |Liv/`
    .replaceAll("|\n", "|")
    .split("|");
const WORDS = common.words.split(" ");
const LETTERS = "eeeaaiioouuyæøånnrrttsslldkgmvbpfhjcqwxz";

/** The same numbers each time: a measurement that nobody can repeat says nothing. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Below = (below: number) => number;
const oneOf = <T>(all: readonly T[], below: Below): T => all[below(all.length)] as T;
const times = (count: number, each: () => string): string => Array.from({ length: count }, each).join("");

const made = (below: Below, length: number): string => times(length, () => LETTERS.charAt(below(LETTERS.length)));
/** Real words with a letter too few, too many or wrong, alone or two grown together. */
function slipped(below: Below): string {
  const word = oneOf(WORDS, below) + (below(2) === 0 ? oneOf(WORDS, below) : "");
  const at = below(word.length);
  return oneOf([word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + made(below, 1) + word.slice(at)], below);
}

const MANNERS: readonly ((below: Below) => string)[] = [
  (below) => oneOf(PIECES, below).repeat(280),
  (below) => (oneOf(PIECES, below) + oneOf(PIECES, below)).repeat(140),
  (below) => (oneOf(PIECES, below) + oneOf(PIECES, below) + oneOf(PIECES, below)).repeat(94),
  (below) => times(280, () => oneOf(PIECES, below)),
  (below) => times(140, () => `${made(below, 1 + below(32))} `),
  (below) => {
    const length = 7 + below(26);
    return times(40, () => `${made(below, length)}${oneOf([" ", ".", "-", "/", ". A"], below)}`);
  },
  (below) => times(60, () => `${slipped(below)} `),
  (below) => times(60, () => `${slipped(below)}-${slipped(below)}/`),
  (below) => times(60, () => oneOf(WORDS, below)).slice(below(9)),
  (below) => times(80, () => `${oneOf(WORDS, below)}${oneOf(PIECES, below)}`),
];

/** So many texts of 280 characters, made to keep the guard busy; always the same ones. */
export function* hostileTexts(count: number, length = 280): Generator<string> {
  const below = numbers(13);
  for (let made = 0; made < count; made += 1) {
    const manner = MANNERS[made % MANNERS.length] as (below: Below) => string;
    yield manner(below).slice(0, length);
  }
}
