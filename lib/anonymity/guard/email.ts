import { type Detector, matches } from "./finding.ts";
import { FROM, oneOf, pattern, piece, TO, WORD_END } from "./pattern.ts";

const LOCAL = piece`(?<![\p{L}\d._%+-])[\p{L}\d][\p{L}\d._%+'-]{0,63}`;
const LABEL = piece`[\p{L}\d](?:[\p{L}\d-]{0,62}[\p{L}\d])?`;
const TLD = piece`${oneOf("dk com net org se no de nu eu info me io uk co fi pl tr fr es it nl gl fo")}${TO}`;
const PROVIDER = piece`${oneOf(`
  gmail hotmail hotmial outlook live yahoo icloud msn jubii ofir stofanet webspeed youmail proton(?:mail)? city-?mail
  tdcadsl get2net`)}${TO}`;

const AT_WORD = "(?:snabel[- ]?a|krølle?[- ]?a|alfakrøl)";
/** The sign as it is spelled: snabel-a, (at), [at], (a). */
const AT = piece`[ .]?(?:[(\[{<] ?(?:at|a|${AT_WORD}) ?[)\]}>]|${AT_WORD})[ .]?`;
const DOT_WORD = "(?:punktum|dot|prik|punkt)";
const DOT = piece`(?:\.|,| ?[(\[]? ?${DOT_WORD}${WORD_END} ?[)\]]? ?)`;
/** The part before the sign, in one piece or spelled: sara punktum m. */
const SPELLED_LOCAL = piece`
  ${FROM}(?:[\p{L}\d_+-]{1,40} (?:${DOT_WORD}|underscore|bindestreg) ){0,4}[\p{L}\d._%+-]{1,64}`;
/** A word that somebody made up: letters with a digit, dot or line in it. */
const MADE_UP = piece`${FROM}(?=\p{L}[\p{L}-]{0,40}[\d._])\p{L}[\p{L}\d._-]{2,63}`;

const PATTERNS: readonly RegExp[] = [
  // navn@post.dk, navn@gmail, navn@gmail,com; over a line break too.
  pattern`${LOCAL}@ ?${LABEL}(?:[.,]${LABEL}){1,5}`,
  // With no ending it is one only where the sign does not stand for a letter, as in S@ra.
  pattern`${LOCAL}(?<=[\p{L}\d._%+'-]{3})@ ?${LABEL}`,
  pattern`${LOCAL}@ ?${PROVIDER}`,
  pattern`${LOCAL} ?@ ?${LABEL}(?: ?[.,] ?${LABEL}){0,3} ?[.,] ?${TLD}`,
  // navn snabel-a post punktum dk
  pattern`${SPELLED_LOCAL}${AT}(?:${LABEL}${DOT}){1,3}${LABEL}`,
  pattern`${SPELLED_LOCAL}${AT}${PROVIDER}`,
  pattern`${FROM}[\p{L}\d._%+-]{1,40}?snabel[- ]?a ?${LABEL}(?:${DOT}${LABEL}){1,3}`,
  // name at mail dot dk: "at" is a Danish word too, so something else must look like an address.
  pattern`${SPELLED_LOCAL}(?: at |_at_)(?:${LABEL} ${DOT_WORD} ){1,3}${TLD}`,
  pattern`${SPELLED_LOCAL}(?: at |_at_)${PROVIDER}(?:${DOT}${TLD})?`,
  pattern`${MADE_UP} at (?:${LABEL}\.){1,3}${TLD}`,
  // fatma87 på gmail, gmail: fatma87
  pattern`${MADE_UP} (?:på|hos) ${PROVIDER}`,
  pattern`${FROM}${PROVIDER}(?:[: ]{1,3}| er )${MADE_UP}`,
];

export const email: Detector = (text) => PATTERNS.flatMap((each) => matches(text, each, "email"));
