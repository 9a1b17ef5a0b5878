import type { Metadata } from "next";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { Checklist } from "#components/protection/checklist.tsx";
import { ProtectionPage } from "#components/protection/protection-page.tsx";
import type { ChecklistWords, ProtectionWords } from "#components/protection/words.ts";
import { PrintButton } from "#components/referral-form/print-button.tsx";
import { readProtection } from "#db/protection/read-protection.ts";
import { type Locale, showDate } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { allQuestions } from "#lib/protection/risks.ts";
import type messages from "#messages/da.json";
import { Frame } from "../frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("protection"))("title") };
}

/** What is kept of whom and why, and what must be settled first, for who protects data and who administers: made of the schema and of the agreement as they are today. */
export default async function Protection() {
  const [locale, spoken] = [(await getLocale()) as Locale, await protectionWords()];
  const { value, frame, directory, me, say } = await readPage((tx, member) => readProtection(tx, member, locale));
  const words = say(spoken);
  const { version } = value;
  const today = showDate(me.today, locale);
  return (
    <Frame frame={frame} directory={directory} current="protection">
      <PageHead
        title={words.title}
        lead={
          <>
            <p>{words.lead}</p>
            <p>
              {version
                ? fill(words.made, { today, number: String(version.number), from: showDate(version.from, locale) })
                : fill(words.madeBare, { today })}
            </p>
            <p>{fill(words.openCount, { count: String(allQuestions.length), open: words.open })}</p>
          </>
        }
      >
        <PrintButton label={words.print} />
      </PageHead>
      <ProtectionPage
        view={value}
        words={words}
        checklist={
          <Checklist checklist={value.checklist} today={me.today} locale={locale} words={await checklistWords()} />
        }
      />
    </Frame>
  );
}

async function protectionWords(): Promise<ProtectionWords> {
  const { protection, agreement } = (await getMessages()) as unknown as typeof messages;
  return { ...protection, basis: agreement.basis };
}

async function checklistWords(): Promise<ChecklistWords> {
  const { protection, form } = (await getMessages()) as unknown as typeof messages;
  const { summary, unsent, retry, dateHint, today } = form;
  return { checklist: protection.checklist, form: { summary, unsent, retry, dateHint, today } };
}
