import type { Metadata } from "next";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { ProposalWaits } from "#components/agreement/proposal-waits.tsx";
import { Keeping } from "#components/contacts/keeping.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { WorkWords } from "#components/work/words.ts";
import { WorkList } from "#components/work/work-list.tsx";
import { readProposal } from "#db/agreement/read-proposal.ts";
import { readKeeping } from "#db/contacts/read-keeping.ts";
import { readWork } from "#db/work/read-work.ts";
import type { Duty } from "#lib/agreement/parties.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { ok } from "#lib/result.ts";
import type messages from "#messages/da.json";
import { contactWords } from "./contacts/words.ts";
import { Frame } from "./frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("work"))("title") };
}

/** "Mit arbejde": what waits for me, whatever my function is. */
export default async function WorkPage() {
  const [locale, words] = await Promise.all([getLocale() as Promise<Locale>, workWords()]);
  const { value, frame, directory } = await readPage(async (tx, me) => {
    const [work, keeping, proposal] = await Promise.all([
      readWork(tx, me, locale),
      readKeeping(tx, me, locale),
      readProposal(tx, me),
    ]);
    return work.ok ? ok({ work: work.value, keeping, proposal }) : work;
  });
  const { duties } = frame;
  return (
    <Frame frame={frame} directory={directory} current="work">
      <PageHead title={words.work.title}>
        {duties.includes("refer") && value.work.tasks.length > 0 && (
          <span className="on-desk">
            <LinkButton href="/referrals/new" kind="primary" icon="plus">
              {words.work.new}
            </LinkButton>
          </span>
        )}
      </PageHead>
      {value.proposal && <ProposalWaits {...value.proposal} words={words.work} locale={locale} />}
      <WorkList
        initial={value.work}
        url={`/api/work?lang=${locale}`}
        words={words}
        locale={locale}
        empty={<NothingToDo duties={duties} words={words.work} />}
      />
      <Keeping keeping={value.keeping} words={await contactWords()} locale={locale} />
    </Frame>
  );
}

/** One sentence for each function, and where to go from here. */
function NothingToDo({ duties, words }: { duties: readonly Duty[]; words: WorkWords["work"] }) {
  const { empty } = words;
  if (duties.includes("refer"))
    return (
      <EmptyState text={empty.nothing}>
        <LinkButton href="/referrals/new" kind="primary" icon="plus">
          {words.new}
        </LinkButton>
      </EmptyState>
    );
  if (duties.includes("lead"))
    return (
      <EmptyState text={empty.lead}>
        <LinkButton href="/leader" kind="primary">
          {words.toLeader}
        </LinkButton>
      </EmptyState>
    );
  const other = (["forum", "administer", "protect"] as const).find((duty) => duties.includes(duty));
  if (!other) return <EmptyState text={empty.nobody} />;
  const { href, does } = onwards[other];
  return (
    <EmptyState text={empty[other]}>
      <LinkButton href={href} kind="primary">
        {words[does]}
      </LinkButton>
    </EmptyState>
  );
}

/** Where those work who see no referral. */
const onwards = {
  forum: { href: "/statistics", does: "toFigures" },
  administer: { href: "/admin/people", does: "toPeople" },
  protect: { href: "/log", does: "toLog" },
} as const;

async function workWords(): Promise<WorkWords> {
  const { work, state, decisions } = (await getMessages()) as unknown as typeof messages;
  return { work, state, decisions };
}
