/** Said where an answer tells that somebody else is logged in in this browser now. */
export const othersHere = "others-here";

/** Whose page asks, as the server marked it; nothing where nobody is logged in. It goes with whatever a page asks for. */
export function whoseHeader(): Record<string, string> {
  const whose = globalThis.document?.querySelector<HTMLElement>("[data-whose]")?.dataset["whose"];
  return whose ? { "brobyg-whose": whose } : {};
}
