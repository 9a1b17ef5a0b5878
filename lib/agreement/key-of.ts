const letters: Record<string, string> = { æ: "ae", ø: "oe", å: "aa", é: "e", ü: "u", ö: "oe", ä: "ae" };

/** The key of a new unit, made of what it is called in short: "Ærø Plan" becomes `aeroe-plan`; "" where nothing is left. */
export const keyOf = (short: string): string =>
  [...short.toLowerCase()]
    .map((letter) => letters[letter] ?? letter)
    .join("")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
