import type { Situation } from "./situations.ts";

/** Everybody of the demo, in the order of the columns below, and somebody of another partnership. */
export const personas = [
  "vicevaert.titanparken",
  "vicevaert.lundtoftegade",
  "raadgiver.mimersgade",
  "leder.akb",
  "sagsbehandler.sck",
  "boligraadgiver.sck",
  "boligraadgiver2.sck",
  "mentor.sck",
  "skp.sck",
  "leder.sck",
  "myndighed.suf",
  "brobygger.suf",
  "sundhed.fc",
  "forum",
  "admin",
  "dpo",
  "vicevaert.titanparken@elsewhere.example",
] as const;
export type Persona = (typeof personas)[number];

/**
 * What somebody sees of one referral: origin (whole, to the end) · whole · facts · part (its own part) · overview (what
 * is open, as facts) · unit (facts of the posts of a unit one leads) · nothing.
 */
export type Sight = "origin" | "whole" | "facts" | "part" | "overview" | "unit";

const signs: Record<string, Sight> = { o: "origin", w: "whole", f: "facts", p: "part", v: "overview", u: "unit" };

/** "Who sees what" of the handover, for every situation and everybody. Written by hand; a dot is nothing at all. */
const table: Record<Situation, string> = {
  //           vice vice rådg  led sags boli boli ment  skp  led mynd brob sund   fo   ad  dpo else
  //           tita lund mime  akb  sck  sck sck2  sck  sck  sck  suf  suf   fc               where
  sent: "        o    .    .    .    v    w    w    .    .    u    .    .    .    .    .    .    .",
  asked: "       o    .    .    .    v    w    w    .    .    u    .    .    .    .    .    .    .",
  returned: "    o    .    .    .    v    p    p    .    .    u    .    .    .    .    .    .    .",
  withdrawn: "   o    .    .    .    v    p    p    .    .    u    .    .    .    .    .    .    .",
  redirected: "  o    .    .    .   vw    p    p    .    .    u    .    .    .    .    .    .    .",
  proposed: "    o    .    .    .   vp    .    .    .    .    u    .    .    .    .    .    .    .",
  taken: "       o    .    .    .    v    w    w    .    .    u    .    .    .    .    .    .    .",
  passedOn: "    o    .    .    .   vw    p    p    .    .    u    .    .    .    .    .    .    .",
  concealed: "   o    .    .    .    v    f    f    .    .    u    .    .    .    .    .    .    .",
  deputised: "   .    o    .    .    v    .    .    w    w    u    .    .    .    .    .    .    .",
  advised: "     .    .    o    .    v    .    .    .    p    u    .    .    .    .    .    .    .",
  homeHelp: "    .    .    o    .    v    .    .    .    .    .   uw    .    .    .    .    .    .",
  local: "       .    w    .    .    v    o    o    .    .    u    .    .    .    .    .    .    .",
  completed: "   o    .    .    .    .    w    w    .    .    u    .    .    .    .    .    .    .",
  silent: "      o    .    .    .    .    w    w    .    .    u    .    .    .    .    .    .    .",
  longAgo: "     o    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .",
  onTheSpot: "   o    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .",
  voided: "      o    .    .    .    .    p    p    .    .    u    .    .    .    .    .    .    .",
};

export function sightOf(persona: Persona, situation: Situation): Sight[] {
  const cells = table[situation].trim().split(/\s+/);
  const cell = cells[personas.indexOf(persona)] ?? "?";
  return [...cell].flatMap((sign) => (sign === "." ? [] : (signs[sign] ?? [])));
}
