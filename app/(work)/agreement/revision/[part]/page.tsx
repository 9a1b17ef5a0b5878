import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { CommonListForm } from "#components/agreement/common-list-form.tsx";
import { DaysForm } from "#components/agreement/days-form.tsx";
import { FunctionPart, FunctionsPart } from "#components/agreement/function-part.tsx";
import { partLabel, partsOf } from "#components/agreement/revision-parts.ts";
import { SeenVersion } from "#components/agreement/seen-version.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { readRevision } from "#db/agreement/read-revision.ts";
import { commonItems } from "#lib/agreement/common-lists.ts";
import { functionsIn } from "#lib/agreement/functions.ts";
import { showExceptions } from "#lib/agreement/revise.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { ok, refused } from "#lib/result.ts";
import { Frame } from "../../../frame.tsx";
import { agreementWords } from "../../words.ts";
import { keyOf } from "../draft-page.ts";

type Props = { params: Promise<{ part: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("title") };
}

/** The lists that have a page by themselves. */
const alone = ["areas", "external"] as const;

/** One piece of the draft, with its forms. For the administrator, while the draft is not proposed. */
export default async function RevisionPart({ params }: Props) {
  const { part } = await params;
  const [locale, spoken] = await Promise.all([getLocale() as Promise<Locale>, agreementWords()]);
  const { value, frame, directory, say } = await readPage(async (tx, me) => {
    if (!me.duties.includes("administer")) return refused("not-found");
    const read = await readRevision(tx, me);
    return read.ok ? ok(read.value) : read;
  });
  const words = say(spoken);
  const { draft, functions } = value;
  const ofPart = part.startsWith("functions.") ? part.slice("functions.".length) : null;
  const one = functions.find(({ code }) => code === ofPart);
  const label = one?.name[locale] ?? partLabel(partsOf(draft?.content ?? value.before, words, locale), part);
  if (label === undefined || /^(?:services|activities|meetings|forAll)/.test(part)) notFound();
  if (!draft || draft.proposed) redirect("/agreement/revision");
  const { content, version } = draft;
  const list = alone.find((each) => each === part);
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
          {list && (
            <>
              <p>{words.revision.shared[list === "areas" ? "areasLead" : "externalLead"]}</p>
              <CommonListForm
                key={keyOf(commonItems(content, { list }))}
                place={{ list }}
                alone
                content={content}
                locale={locale}
                words={words}
              />
            </>
          )}
          {part === "workingDays" && (
            <DaysForm key={showExceptions(content)} exceptions={showExceptions(content)} words={words} />
          )}
        </Stack>
      </SeenVersion>
    </Frame>
  );
}
