import { fill } from "#lib/fill.ts";
import { type Category, kept, kindOf } from "#lib/protection/categories.ts";
import type { Reader } from "#lib/protection/protection-view.ts";
import type { ProtectionWords } from "./words.ts";

/** When what a category holds is deleted, with the number of months or days that the rule itself has. */
export function keptWords(category: Category, words: ProtectionWords): string {
  const rule = kindOf(category).kept;
  const numbers = Object.entries(kept[rule]).map(([name, number]) => [name, String(number)]);
  return fill(words.kept[rule], Object.fromEntries(numbers));
}

/** Whom a category is about, or that it is about nobody. */
export function aboutWords(category: Category, words: ProtectionWords): string {
  const { about } = kindOf(category);
  return about.length > 0 ? about.map((who) => words.who[who]).join("\u00a0· ") : words.nobody;
}

export const readerWords = (readers: readonly Reader[], words: ProtectionWords): string =>
  readers.map((reader) => words.reader[reader]).join(" · ");
