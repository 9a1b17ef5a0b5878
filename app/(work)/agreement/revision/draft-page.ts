import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { optionsOf } from "#components/agreement/revision-parts.ts";
import { readRevision } from "#db/agreement/read-revision.ts";
import type { Member } from "#db/as-member.ts";
import type { Tx } from "#db/client.ts";
import type { Flaw } from "#lib/agreement/check-agreement.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { ok, refused } from "#lib/result.ts";
import { agreementWords } from "../words.ts";

/**
 * What a page of the draft shows, for the administrator while it is not proposed: everybody else finds no page, and whoever
 * has no draft goes to where one begins. `more` is read in the same transaction.
 */
export async function draftPage<More>(more: (tx: Tx, me: Member) => Promise<More>) {
  const [locale, spoken, refusals] = await Promise.all([
    getLocale() as Promise<Locale>,
    agreementWords(),
    getTranslations("refusals"),
  ]);
  const { value, frame, directory, me, say } = await readPage(async (tx, me) => {
    if (!me.duties.includes("administer")) return refused("not-found");
    const read = await readRevision(tx, me);
    return read.ok ? ok({ ...read.value, more: await more(tx, me) }) : read;
  });
  const { draft, before, functions, flaws } = value;
  if (!draft || draft.proposed) redirect("/agreement/revision");
  const words = say(spoken);
  const naming = {
    words: words.agreement,
    locale,
    functions: Object.fromEntries(functions.map(({ code, name }) => [code, name])),
  };
  const sentence = (code: string) => (refusals.has(code as never) ? refusals(code as never) : code);
  return {
    frame,
    directory,
    locale,
    words,
    before,
    content: draft.content,
    version: draft.version,
    more: value.more,
    today: me.today,
    /** Functions with that duty, any at all, or any that meets others where none is named, and those that are chosen already. */
    options: (duty: "refer" | "receive" | "any" | undefined, chosen: readonly string[]) =>
      optionsOf(functions, { ...(duty ? { duty } : {}), chosen, naming }),
    /** What cannot be in a piece, each with its sentence. */
    flawsOf: (part: string) =>
      toldOf(
        flaws.filter((flaw) => flaw.part === part),
        sentence,
      ),
  };
}

const toldOf = (flaws: readonly Flaw[], sentence: (code: string) => string) => ({
  /** The sentence at each field; the first where there are several. */
  at: Object.fromEntries(flaws.toReversed().map(({ field, code }) => [field, sentence(code)])),
  /** Every sentence of a list. */
  of: (field: string) => [...new Set(flaws.filter((flaw) => flaw.field === field).map(({ code }) => sentence(code)))],
});

/** A key that changes with what a form shows: it is drawn anew when its own piece was saved, and keeps what is typed else. */
export const keyOf = (shown: unknown): string => JSON.stringify(shown) ?? "";
