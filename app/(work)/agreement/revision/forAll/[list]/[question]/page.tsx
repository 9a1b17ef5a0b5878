import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { commonOnlyIf } from "#components/agreement/common-fields.ts";
import { CommonListForm } from "#components/agreement/common-list-form.tsx";
import { SeenVersion } from "#components/agreement/seen-version.tsx";
import { QuestionForm } from "#components/agreement/service/question-form.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { shownIn } from "#lib/agreement/words.ts";
import { Frame } from "../../../../../frame.tsx";
import { draftPage, keyOf } from "../../../draft-page.ts";

type Props = { params: Promise<{ list: string; question: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("service.question") };
}

/** One question that holds for every service: how it is asked, and the answers to choose between. */
export default async function CommonQuestionPage({ params }: Props) {
  const { list, question: code } = await params;
  const { frame, directory, locale, words, content, version } = await draftPage(async () => null);
  const question = list === "questions" && content.forAll.questions.find((each) => each.code === code);
  if (!question) notFound();
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead
        title={shownIn(question.text, locale)}
        back={{ href: "/agreement/revision/forAll/questions", label: words.revision.shared.list.questions }}
      />
      <SeenVersion version={version}>
        <Stack gap="wide">
          <QuestionForm
            key={keyOf({ ...question, choices: [] })}
            act="/lists/question"
            place={{}}
            question={question}
            onlyIf={commonOnlyIf(code, { content, words, locale })}
            words={words}
          />
          {question.answer === "one" && (
            <CommonListForm
              key={keyOf(question.choices)}
              place={{ list: "questions", question: code }}
              content={content}
              locale={locale}
              words={words}
            />
          )}
        </Stack>
      </SeenVersion>
    </Frame>
  );
}
