/** In the middle of a sentence a choice begins small. */
export const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Several choices in one sentence, each but the first small. */
export const listed = (choices: readonly string[]): string =>
  choices.map((each, at) => (at === 0 ? each : lowered(each))).join(", ");

/** What stands side by side in one line; where the line breaks, the dot stays with what it comes after. */
export const sideBySide = (parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join("\u00a0· ");

/** Puts values into a sentence that came with `{name}` in it. A value that ends with a full stop, as "30. dec.", ends the sentence. */
export const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}(\.?)/g, (whole, name: string, stop: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return value.endsWith(".") ? value : value + stop;
  });
