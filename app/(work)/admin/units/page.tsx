import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { NewUnit } from "#components/units/new-unit.tsx";
import { UnitTree } from "#components/units/unit-tree.tsx";
import { readUnits } from "#db/units/read-units.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { Frame } from "../../frame.tsx";
import { unitsWords } from "./words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("units"))("title") };
}

/** Every unit and post of the partnership, for the administrator. */
export default async function UnitsPage() {
  const [locale, spoken] = await Promise.all([getLocale() as Promise<Locale>, unitsWords()]);
  const { value, frame, directory, me, say } = await readPage(readUnits);
  const words = say(spoken);
  const { units: t } = words;
  const over = value.units.filter(({ to }) => to !== null && to < me.today);
  const there = value.units.filter((unit) => !over.includes(unit));
  const telling = { posts: value.posts, today: me.today, words: t, locale };
  return (
    <Frame frame={frame} directory={directory} current="units">
      <PageHead title={t.title} lead={t.lead} />
      <Stack gap="wide">
        <Disclosure label={t.add}>
          <NewUnit parents={there.map(({ id, name }) => ({ value: id, label: name }))} today={me.today} words={words} />
        </Disclosure>
        <UnitTree units={there} {...telling} />
        {over.length > 0 && (
          <Disclosure label={t.overToggle}>
            <UnitTree units={over} {...telling} />
          </Disclosure>
        )}
      </Stack>
    </Frame>
  );
}
