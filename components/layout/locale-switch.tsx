import type { Locale } from "#lib/calendar/show-day.ts";

const languages = { da: "Dansk", en: "English" } as const;

/** The other language, named in itself. A plain form, so that it works everywhere. */
export function LocaleSwitch({ locale, label }: { locale: Locale; label: string }) {
  const other: Locale = locale === "da" ? "en" : "da";
  return (
    <form method="post" action="/api/locale" aria-label={label}>
      <button className="quiet-link" type="submit" name="locale" value={other} lang={other}>
        {languages[other]}
      </button>
    </form>
  );
}
