import type { z } from "zod";
import signs from "./font-signs.json" with { type: "json" };

/** The fonts that come with the product, for papers that the server draws: letters, signs, and pictures. */
export type Font = keyof typeof signs;
/** A stretch of a text, and the font that draws it; null where there is none. */
export type Run = { font: Font | null; text: string };

const points = (ranges: string): string => ranges.replace(/[0-9a-f]+/g, (point) => `\\u{${point}}`).replaceAll(" ", "");
const only = (font: Font) => new RegExp(`^[${points(signs[font])}\\s\\p{Default_Ignorable_Code_Point}]*$`, "u");
const drawnBy = { plex: only("plex"), symbols: only("symbols"), emoji: only("emoji") };
/** A picture rather than a letter: what says so itself, and what a variation selector says it of. */
const picture = /\p{Emoji_Presentation}|\ufe0f/u;
const clusters = new Intl.Segmenter("da", { granularity: "grapheme" });

function fontOf(cluster: string): Font | null {
  if (drawnBy.plex.test(cluster) && !picture.test(cluster)) return "plex";
  const order: Font[] = picture.test(cluster) ? ["emoji", "plex", "symbols"] : ["symbols", "emoji"];
  return order.find((font) => drawnBy[font].test(cluster)) ?? null;
}

/** ℃ as °C, ① as 1, Ⅷ as VIII: a number or a sign that no font has, but what it stands for. The guard reads it so too. */
function standsFor(cluster: string): string {
  const plain = /^[\p{N}\p{So}]$/u.test(cluster) ? cluster.normalize("NFKC") : cluster;
  return fontOf(plain) === null ? cluster : plain;
}

/** Cuts a text where the font changes. A letter and its marks become one letter, and every white space one that a font has. */
export function runsOf(raw: string): Run[] {
  const text = raw.normalize("NFC").replace(/[^\S\n\u00a0]/gu, " ");
  const runs: Run[] = [];
  if (drawnBy.plex.test(text) && !picture.test(text)) return text === "" ? [] : [{ font: "plex", text }];
  for (const { segment } of clusters.segment(text)) {
    const drawn = fontOf(segment) === null ? standsFor(segment) : segment;
    const [font, last] = [fontOf(drawn), runs.at(-1)];
    if (last?.font === font) last.text += drawn;
    else runs.push({ font, text: drawn });
  }
  return runs;
}

/**
 * The first sign of a text that no font of the product draws, as it may be said to whoever wrote it; null where there is none.
 * Arabic, Chinese or a program's private signs would be empty boxes in the minutes.
 */
export function undrawn(text: string): string | null {
  const cluster = runsOf(text).find(({ font }) => font === null)?.text;
  if (cluster === undefined) return null;
  const parts = [...cluster];
  const sign = parts.find((part) => fontOf(part) === null) ?? parts.find((part) => !drawnBy.plex.test(part)) ?? "";
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(sign)
    ? sign
    : `U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Refuses, with "unknown-sign", a text that no paper could show. */
export function isDrawn(text: string, context: z.RefinementCtx): void {
  const sign = undrawn(text);
  if (sign !== null) context.addIssue({ code: "custom", message: "unknown-sign", params: { details: { sign } } });
}
