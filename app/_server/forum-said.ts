import { getLocale, getTranslations } from "next-intl/server";
import { sayForum } from "#lib/agreement/say-forum.ts";
import type { Words } from "#lib/agreement/words.ts";
import type { Locale } from "#lib/calendar/show-day.ts";

/** What whoever adopts the agreement is called, in the reader's language; in general while no agreement calls them anything. */
export async function forumSaid(forum: Words | null | undefined): Promise<string> {
  const [t, locale] = [await getTranslations("forum"), (await getLocale()) as Locale];
  return forum?.[locale] ?? t("general");
}

/** Puts that name into the words of a page. */
export type Say = <Said>(words: Said) => Said;

export async function saysForum(forum: Words | null): Promise<Say> {
  const name = await forumSaid(forum);
  return (words) => sayForum(words, name);
}
