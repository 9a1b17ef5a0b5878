import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { readPage } from "#app/_server/read-page.ts";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { LogExportForm } from "#components/log/export-form.tsx";
import { LogTable } from "#components/log/log-table.tsx";
import { LogSearchForm } from "#components/log/search-form.tsx";
import { UnusualTable } from "#components/log/unusual-table.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { readLog } from "#db/log/read-log.ts";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import type { ChainStatus } from "#lib/log/log-view.ts";
import { showCode } from "#lib/referral/code.ts";
import { Frame } from "../frame.tsx";
import { type LogWords, logWords, whatWords } from "./words.ts";

const asked = z.object({
  search: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("log"))("title") };
}

/** The log, for who protects data: by person, by code, by period; what is unusual; how its chain stands. */
export default async function LogPage({ searchParams }: PageProps<"/log">) {
  const { search, page } = asked.parse(await searchParams);
  const [locale, words, what] = [(await getLocale()) as Locale, await logWords(), await whatWords()];
  const { value, frame, directory } = await readPage((tx, me) => readLog(tx, me, { search, page, locale }));
  const { chain, people, today, from, found, unusual } = value;
  const { log, form } = words;
  const given = found?.asked ?? { person: null, code: null, from, to: today };
  return (
    <Frame frame={frame} directory={directory} current="log">
      <PageHead title={log.title} lead={log.lead} {...(found ? { back: { href: "/log", label: log.back } } : {})} />
      <Stack gap="wide">
        <LogSearchForm
          key={found?.search ?? ""}
          people={people}
          given={{ ...given, code: given.code && showCode(given.code) }}
          today={today}
          intent={randomUUID()}
          words={log.search}
          form={form}
        />
        {found && found.rows.length === 0 && <EmptyState text={log.none} />}
        {found && found.rows.length > 0 && (
          <section className="stack">
            <LogTable rows={found.rows} what={what} words={log} locale={locale} />
            <Actions>
              {found.page > 1 && (
                <LinkButton href={`/log?search=${found.search}&page=${found.page - 1}`}>{log.newer}</LinkButton>
              )}
              {found.more && (
                <LinkButton href={`/log?search=${found.search}&page=${found.page + 1}`}>{log.older}</LinkButton>
              )}
            </Actions>
            <LogExportForm search={found.search} intent={randomUUID()} words={log.export} form={form} />
          </section>
        )}
        {!found && (
          <section className="stack">
            <UnusualTable rows={unusual} words={log.unusual} more={log.more} locale={locale} />
            {unusual.length > 0 && <p className="hint">{log.unusual.hint}</p>}
          </section>
        )}
        <Chain chain={chain} words={log.chain} locale={locale} />
      </Stack>
    </Frame>
  );
}

function Chain({ chain, words, locale }: { chain: ChainStatus; words: LogWords["log"]["chain"]; locale: Locale }) {
  const point = (at: ChainStatus["last"]) =>
    at ? `${at.number} · ${showDay(at.day, locale)} ${at.time}` : words.never;
  return (
    <section className="stack" aria-labelledby="log-chain">
      <h2 id="log-chain">{words.title}</h2>
      <Facts
        facts={[
          { name: words.last, value: point(chain.last) },
          { name: words.anchored, value: point(chain.anchored) },
          { name: words.waiting, value: String(chain.waiting) },
        ]}
      />
      <p className="hint">{words.hint}</p>
    </section>
  );
}
