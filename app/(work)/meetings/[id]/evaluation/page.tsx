import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { Panel, Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { RateForm } from "#components/meeting/rate-form.tsx";
import { Ratings } from "#components/meeting/ratings.tsx";
import { readEvaluation } from "#db/meeting/read-evaluation.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import type messages from "#messages/da.json";
import { Frame } from "../../../frame.tsx";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evaluation"))("title") };
}

/** How a meeting was: what whoever came is asked, and what the meetings of its series were found to be. */
export default async function EvaluationPage({ params }: Props) {
  const [{ id }, locale, all] = await Promise.all([params, getLocale() as Promise<Locale>, getMessages()]);
  const { evaluation: words, meeting, form, guard } = all as unknown as typeof messages;
  const { value, frame, directory } = await readPage((tx, me) => readEvaluation(tx, me, { id, lang: locale }));
  const { series, number, asks, ratings } = value;
  const name = fill(meeting.name, { series, number: String(number) });
  return (
    <Frame frame={frame} directory={directory} current="meetings">
      <PageHead
        title={asks.length > 0 ? fill(words.of, { name }) : words.results}
        back={{ href: "/meetings", label: words.back }}
      />
      <Stack gap="wide">
        {asks.length > 0 && (
          <>
            <Panel print={false}>
              <RateForm
                id={id}
                asks={asks}
                words={{ evaluation: words, form, guard }}
                salt={randomUUID()}
                intent={randomUUID()}
              />
            </Panel>
            <h2>{words.results}</h2>
          </>
        )}
        <Ratings ratings={ratings} words={words} locale={locale} />
      </Stack>
    </Frame>
  );
}
