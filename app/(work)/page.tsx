import type { Metadata } from "next";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { ProposalWaits } from "#components/agreement/proposal-waits.tsx";
import { Keeping } from "#components/contacts/keeping.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { StartLists } from "#components/ready/start-lists.tsx";
import type { ReadyWords } from "#components/ready/words.ts";
import { Banner } from "#components/ui/banner.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { NothingToDo } from "#components/work/nothing-to-do.tsx";
import type { WorkWords } from "#components/work/words.ts";
import { WorkList } from "#components/work/work-list.tsx";
import { readProposal } from "#db/agreement/read-proposal.ts";
import { readKeeping } from "#db/contacts/read-keeping.ts";
import { readStart } from "#db/ready/read-start.ts";
import { readWork } from "#db/work/read-work.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { pack } from "#lib/packed.ts";
import { asksAnything } from "#lib/ready/ready.ts";
import { ok } from "#lib/result.ts";
import type messages from "#messages/da.json";
import { contactWords } from "./contacts/words.ts";
import { Frame } from "./frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("work"))("title") };
}

/** "Mit arbejde": what waits for me, whatever my function is. */
export default async function WorkPage() {
  const [locale, spoken] = await Promise.all([getLocale() as Promise<Locale>, workWords()]);
  const { value, frame, directory, say } = await readPage(async (tx, me) => {
    const [work, keeping, start, proposal] = await Promise.all([
      me.agreement === null ? ok(null) : readWork(tx, me, locale),
      readKeeping(tx, me, locale),
      readStart(tx, me, locale),
      readProposal(tx, me),
    ]);
    return work.ok ? ok({ work: work.value, keeping, start, proposal }) : work;
  });
  const words = say(spoken);
  const { duties } = frame;
  const asked = value.proposal !== null || asksAnything(value.start);
  return (
    <Frame frame={frame} directory={directory} current="work">
      <PageHead title={words.work.title}>
        {duties.includes("refer") && value.work && value.work.tasks.length > 0 && (
          <span className="on-desk">
            <LinkButton href="/referrals/new" kind="primary" icon="plus">
              {words.work.new}
            </LinkButton>
          </span>
        )}
      </PageHead>
      {value.proposal && <ProposalWaits {...value.proposal} words={words.work} locale={locale} />}
      <StartLists start={value.start} words={say(await readyWords())} locale={locale} />
      {value.work ? (
        <WorkList
          initial={value.work}
          url={`/api/work?lang=${locale}`}
          words={pack(words)}
          locale={locale}
          empty={!asked && <NothingToDo duties={duties} agreed words={words.work} />}
        />
      ) : (
        <Stack gap="wide">
          <Banner>
            <p>{words.work.noAgreement}</p>
          </Banner>
          {!duties.includes("refer") && !asked && <NothingToDo duties={duties} agreed={false} words={words.work} />}
        </Stack>
      )}
      <Keeping keeping={value.keeping} words={await contactWords()} locale={locale} />
    </Frame>
  );
}

async function readyWords(): Promise<ReadyWords> {
  const { ready, work, protection } = (await getMessages()) as unknown as typeof messages;
  return { ready, tasks: work.tasks, checklist: protection.checklist };
}

async function workWords(): Promise<WorkWords> {
  const { work, state, decisions } = (await getMessages()) as unknown as typeof messages;
  return { work, state, decisions };
}
