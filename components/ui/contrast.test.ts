import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Theme = "light" | "dark";

const css = readFileSync(new URL("../../app/styles/tokens.css", import.meta.url), "utf8");
const [plain = "", contrasted = ""] = css.split("@media (prefers-contrast: more)");
const PAIR = /--([\w-]+): light-dark\(\s*(#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\s*\)/g;

const colours = (text: string) =>
  new Map([...text.matchAll(PAIR)].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]));
const tokens = colours(plain);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast by WCAG 2.2, 1.4.3: 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function between(front: string, back: string, theme: Theme, palette = tokens): number {
  const [one, other] = [palette.get(front), palette.get(back)];
  if (!one || !other) throw new Error(`No such pair of colours: ${front} on ${back}`);
  return contrast(one[theme], other[theme]);
}

const GROUNDS = ["ground", "surface", "sunken", "brand-ground"];
const TONES = ["late", "last", "time", "done"];

const TEXT: readonly [string, string][] = [
  ...["ink", "muted", "brand", "brand-strong"].flatMap((text) => GROUNDS.map((on): [string, string] => [text, on])),
  ...TONES.flatMap((tone): [string, string][] => [
    [tone, `${tone}-ground`],
    [tone, "ground"],
    [tone, "surface"],
    ["ink", `${tone}-ground`],
  ]),
  ["on-brand", "brand"],
  ["on-brand", "brand-strong"],
  ["brand", "late-ground"],
  ["brand", "last-ground"],
  ["brand", "time-ground"],
  ["brand", "done-ground"],
  ["muted", "last-ground"],
  ["ground", "ink"],
];

const EDGES: readonly [string, string][] = [
  ...["edge", "brand", "focus"].flatMap((edge) => GROUNDS.map((on): [string, string] => [edge, on])),
  ...TONES.flatMap((tone): [string, string][] => [
    ["focus", `${tone}-ground`],
    ["edge", `${tone}-ground`],
    [tone, `${tone}-ground`],
  ]),
];

describe.each<Theme>(["light", "dark"])("in %s", (theme) => {
  test.each(TEXT)("the text %s on %s has 7:1", (text, on) => {
    expect(between(text, on, theme)).toBeGreaterThanOrEqual(7);
  });

  test.each(EDGES)("the edge %s on %s has 3:1", (edge, on) => {
    expect(between(edge, on, theme)).toBeGreaterThanOrEqual(3);
  });

  test("more contrast is asked for, and given", () => {
    const wanted = new Map([...tokens, ...colours(contrasted)]);
    expect(between("brand", "surface", theme, wanted)).toBeGreaterThan(between("brand", "surface", theme));
  });
});

test("every colour of the tokens stands in a pair or is decoration", () => {
  const paired = new Set([...TEXT, ...EDGES].flat());
  const alone = [...tokens.keys()].filter((name) => !paired.has(name));
  expect(alone).toEqual(["hairline"]);
});

test("no other style sheet brings colours of its own to a text", () => {
  for (const sheet of ["base", "controls", "forms", "lists", "messages", "page", "shell"]) {
    const text = readFileSync(new URL(`../../app/styles/${sheet}.css`, import.meta.url), "utf8");
    expect(text.match(/#[0-9a-f]{3,8}\b/gi), sheet).toBeNull();
  }
});
