import { undrawn } from "./drawn.ts";
import { tidy } from "./tidy.ts";

/** Every sign that a text may have, but for white space and the tab. */
export const drawnSigns: readonly string[] = Array.from({ length: 0x1_ff_ff }, (_, point) =>
  String.fromCodePoint(point),
).filter((sign) => {
  const kept = tidy(sign);
  return kept.ok && kept.value === sign && undrawn(sign) === null;
});

/** The same in texts of a hundred, as a field takes them. */
export const drawnTexts: readonly string[] = Array.from({ length: Math.ceil(drawnSigns.length / 100) }, (_, at) =>
  drawnSigns.slice(at * 100, (at + 1) * 100).join(""),
);
