import { getLocale, getTranslations } from "next-intl/server";
import { AgreementPage } from "#components/agreement/agreement-page.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import type { AgreementContent } from "#lib/agreement/agreement.ts";
import type { Party } from "#lib/agreement/agreement-view.ts";
import type { NamedFunction } from "#lib/agreement/check-agreement.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";

type Props = {
  content: AgreementContent;
  parties: Party[];
  functions: readonly NamedFunction[];
  today: Day;
  words: RevisionWords;
};

/** A first edition as it would read once it is adopted: there is nothing that it could be compared with. */
export async function FirstEdition({ content, parties, functions, today, words }: Props) {
  const [locale, t] = await Promise.all([getLocale() as Promise<Locale>, getTranslations("agreement")]);
  const named = Object.fromEntries(functions.map(({ code, name }) => [code, name]));
  return (
    <AgreementPage
      view={{
        content,
        version: { id: "first", number: 1, from: today, until: null, state: "to-come", adopted: null },
        versions: [],
        parties,
        functions: named,
        revises: null,
      }}
      naming={{ words: words.agreement, locale, functions: named }}
      cadence={({ cadence }) =>
        "everyWeeks" in cadence
          ? t("everyWeeks", { count: cadence.everyWeeks })
          : t("timesAYear", { count: cadence.timesAYear })
      }
    />
  );
}
