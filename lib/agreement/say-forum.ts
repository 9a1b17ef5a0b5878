import { fill } from "../fill.ts";
import type { Words } from "./words.ts";

/** The same words with what the forum is called, wherever they speak of it. */
export function sayForum<Said>(words: Said, forum: string): Said {
  if (typeof words === "string") return fill(words, { forum }) as Said;
  if (typeof words !== "object" || words === null) return words;
  if (Array.isArray(words)) return words.map((each) => sayForum(each, forum)) as Said;
  return Object.fromEntries(Object.entries(words).map(([key, each]) => [key, sayForum(each, forum)])) as Said;
}

/** The same of a text in both languages. */
export const sayForumInBoth = ({ da, en }: Words, forum: Words): Words => ({
  da: sayForum(da, forum.da),
  en: sayForum(en, forum.en),
});
