import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { DaysForm } from "#components/agreement/days-form.tsx";
import { FunctionPart, FunctionsPart } from "#components/agreement/function-part.tsx";
import { MeetingForm } from "#components/agreement/meeting-form.tsx";
import { NormForm } from "#components/agreement/norm-form.tsx";
import { OneAct } from "#components/agreement/one-act.tsx";
import { groupsOf, optionsOf, partLabel, partsOf } from "#components/agreement/revision-parts.ts";
import { SeenVersion } from "#components/agreement/seen-version.tsx";
import { WordsForm } from "#components/agreement/words-form.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { readRevision } from "#db/agreement/read-revision.ts";
import { templateOf } from "#db/agreement/templates.ts";
import type { AgreementContent } from "#lib/agreement/agreement.ts";
import { functionsIn } from "#lib/agreement/functions.ts";
import { showExceptions } from "#lib/agreement/revise.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { ok, refused } from "#lib/result.ts";
import { Frame } from "../../../frame.tsx";
import { agreementWords } from "../../words.ts";
import { keyOf } from "../draft-page.ts";

type Props = { params: Promise<{ part: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("title") };
}

/** Is there nothing yet of what holds for every service? */
const isEmpty = ({ forAll }: AgreementContent) =>
  Object.values(forAll).every((list) => !Array.isArray(list) || list.length === 0);

/** One piece of the draft, with its forms. For the administrator, while the draft is not proposed. */
export default async function RevisionPart({ params }: Props) {
  const { part } = await params;
  const [locale, words] = await Promise.all([getLocale() as Promise<Locale>, agreementWords()]);
  const { value, frame, directory } = await readPage(async (tx, me) => {
    if (!me.duties.includes("administer")) return refused("not-found");
    const read = await readRevision(tx, me);
    return read.ok ? ok(read.value) : read;
  });
  const { draft, functions } = value;
  const ofPart = part.startsWith("functions.") ? part.slice("functions.".length) : null;
  const one = functions.find(({ code }) => code === ofPart);
  const label = one?.name[locale] ?? partLabel(partsOf(draft?.content ?? value.before, words, locale), part);
  if (label === undefined || /^(?:services|activities)\b/.test(part)) notFound();
  if (!draft || draft.proposed) redirect("/agreement/revision");
  const { content, version } = draft;
  const naming = {
    words: words.agreement,
    locale,
    functions: Object.fromEntries(functions.map(({ code, name }) => [code, name])),
  };
  const [kind, code = ""] = part.split(".");
  const series = kind === "meetings" ? content.meetings.find((each) => each.code === code) : undefined;
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead
        title={part === "functions" ? words.revision.functions : label}
        back={
          one
            ? { href: "/agreement/revision/functions", label: words.revision.functions }
            : { href: "/agreement/revision", label: words.revision.backToRevision }
        }
      />
      <SeenVersion version={version}>
        <Stack gap="wide">
          {part === "functions" && (
            <FunctionsPart
              functions={functions}
              retired={value.retired}
              there={value.there}
              version={version}
              words={words}
              locale={locale}
            />
          )}
          {one && (
            <FunctionPart
              of={functionsIn(content, functions).find(({ code }) => code === one.code) ?? one}
              version={version}
              words={words}
            />
          )}
          {part === "forAll" && isEmpty(content) && (
            <section className="stack">
              <p>{fill(words.revision.templateHint, { name: templateOf })}</p>
              <OneAct
                id="template"
                act="/template"
                version={version}
                intent={randomUUID()}
                done={words.revision.templateUsed}
                words={words}
              >
                {words.revision.useTemplate}
              </OneAct>
            </section>
          )}
          {part === "forAll" && (
            <NormForm
              key={keyOf(content.forAll.norm)}
              norm={content.forAll.norm}
              asked={["question", "escalation", "nextStep"]}
              words={words}
            />
          )}
          {series && (
            <MeetingForm
              key={keyOf([series.cadence, series.convener, series.participants])}
              series={series}
              functions={optionsOf(functions, {
                chosen: [series.convener, ...series.participants.map((each) => each.function)],
                naming,
              })}
              words={words}
            />
          )}
          {part === "workingDays" && (
            <DaysForm key={showExceptions(content)} exceptions={showExceptions(content)} words={words} />
          )}
          {groupsOf(content, part, words).map(({ title, group }) => (
            <WordsForm key={keyOf(group)} title={title} group={group} words={words} />
          ))}
        </Stack>
      </SeenVersion>
    </Frame>
  );
}
