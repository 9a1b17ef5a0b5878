const formula = /^[\s\p{Cf}]*[=+\-@\t\r＝＋－＠]/u;

/** A text that a spreadsheet would take for a formula gets an apostrophe before it: it is data, whoever wrote it. */
export const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text);
