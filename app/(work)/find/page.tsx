import type { Metadata } from "next";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { FindForm, type FindWords } from "#components/find/find-form.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { agreementOf } from "#db/directory/directory.ts";
import { ownUnits } from "#db/find/find-referrals.ts";
import { serviceName, servicesEver } from "#lib/agreement/service-of.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { ok } from "#lib/result.ts";
import type messages from "#messages/da.json";
import { Frame } from "../frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("find"))("title") };
}

/** Finds a referral among those that one sees. */
export default async function FindPage() {
  const [locale, words] = [(await getLocale()) as Locale, await findWords()];
  const { value, frame, directory } = await readPage(async (tx, me) => {
    const [agreement, units] = await Promise.all([agreementOf(tx, me), ownUnits(tx, me)]);
    return ok({ services: servicesEver(agreement), units });
  });
  const services = value.services.map((each) => ({ value: each.code, name: serviceName(each)[locale] }));
  const units = value.units.map(({ id, name }) => ({ value: id, name }));
  return (
    <Frame frame={frame} directory={directory}>
      <PageHead title={words.title} lead={words.lead} />
      <Stack>
        <FindForm services={services} units={units} words={words} />
      </Stack>
    </Frame>
  );
}

async function findWords(): Promise<FindWords> {
  const { find, board, inbox } = (await getMessages()) as unknown as typeof messages;
  return { ...find, aPlan: board.aPlan, unsent: inbox.unsent };
}
