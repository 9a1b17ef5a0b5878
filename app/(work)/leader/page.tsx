import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { AskedOfLeader } from "#components/leader/asked-of-leader.tsx";
import { UnitTable } from "#components/leader/unit-table.tsx";
import { VoidForm } from "#components/leader/void-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { readLeader } from "#db/leader/read-leader.ts";
import { Frame } from "../frame.tsx";
import { referralReader } from "../referral-words.ts";
import { leaderWords } from "./words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leader"))("title") };
}

/** What somebody leads: counts of a housing organisation's referrals, or the facts of a municipal unit's. */
export default async function LeaderPage() {
  const [reader, words] = await Promise.all([referralReader(), leaderWords()]);
  const { value, frame, directory } = await readPage((tx, me) => readLeader(tx, me, reader));
  const { organisation, unit } = value;
  const { leader, form, state, referral } = words;
  const count = (number: number | null) => (number === null ? leader.few : String(number));
  return (
    <Frame frame={frame} directory={directory} current="leader">
      <PageHead title={leader.title}>
        <LinkButton href="/admin/people">{leader.people}</LinkButton>
      </PageHead>
      <Stack gap="wide">
        {organisation && (
          <>
            {organisation.asked.length > 0 && (
              <AskedOfLeader
                rows={organisation.asked.map((row) => ({ ...row, intent: randomUUID() }))}
                words={leader.asked}
                form={form}
                locale={reader.locale}
              />
            )}
            <section className="stack">
              <h2>{leader.counts}</h2>
              <Facts
                facts={[
                  { name: leader.open, value: count(organisation.open) },
                  { name: leader.closed, value: count(organisation.closed) },
                ]}
              />
              <p className="hint">{leader.fewWhy}</p>
            </section>
            <VoidForm words={leader.void} form={form} reasons={organisation.reasons} />
          </>
        )}
        {unit &&
          (unit.rows.length > 0 ? (
            <UnitTable rows={unit.rows} words={leader} state={state} waits={referral.waits} locale={reader.locale} />
          ) : (
            <EmptyState text={leader.none} />
          ))}
      </Stack>
    </Frame>
  );
}
