type Values = Readonly<Record<string, unknown>>;
/** Of a form that stands here, of one on a page that was left, or of one that its reader closed. */
type Kept = { values: Values; at: "here" | "left" | "closed" };

/** What was answered and nobody has received, by form. In memory alone: nothing readable lies in the browser's storage. */
const kept = new Map<string, Kept>();

export function keep(form: string, values: Values): void {
  kept.set(form, { values, at: "here" });
}

/** It was sent, or saved as a draft, or stands as it stood at first. */
export const received = (form: string): void => void kept.delete(form);

/** The form goes: with its page, or closed by its reader, who then misses nothing. */
export function leave(form: string, goes: "page" | "form"): void {
  const own = kept.get(form);
  if (own) own.at = goes === "page" ? "left" : "closed";
}

/** What was answered in it before, for as long as this tab lives. */
export const unsentOf = (form: string): Values | undefined => kept.get(form)?.values;

/** Would something be lost with this tab, or with a page that comes whole anew? */
export const isHolding = (): boolean => [...kept.values()].some(({ at }) => at !== "closed");

/** Would something be left behind on this page? */
export const isHoldingHere = (): boolean => [...kept.values()].some(({ at }) => at === "here");

/** Its reader wants none of it any more. */
export const letGo = (): void => kept.clear();

/** What leaves the page otherwise than by a link asks whether it may, and goes on with `go` once it may. */
export const leaving = "leaving-page";
export function leaveBy(go: () => void): void {
  if (window.dispatchEvent(new CustomEvent(leaving, { cancelable: true, detail: go }))) go();
}

/** Was anything answered otherwise than it stood at first? A question that is not asked now was not. */
export function differ(values: Values, first: Values): boolean {
  return Object.entries(values).some(([name, value]) => {
    const before = first[name];
    if (isNested(value)) return differ(value, isNested(before) ? before : {});
    return JSON.stringify([value || []].flat()) !== JSON.stringify([before || []].flat());
  });
}

const isNested = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);
