import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SeenVersion } from "#components/agreement/seen-version.tsx";
import { fieldsOf, itemsOf, onlyIfField } from "#components/agreement/service/list-fields.ts";
import { ListForm } from "#components/agreement/service/list-form.tsx";
import { QuestionForm } from "#components/agreement/service/question-form.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { type ListPlace, mostOf, questionLists, questionOf } from "#lib/agreement/lists.ts";
import { serviceName } from "#lib/agreement/service-of.ts";
import { shownIn } from "#lib/agreement/words.ts";
import { Frame } from "../../../../../../frame.tsx";
import { draftPage, keyOf } from "../../../../draft-page.ts";

type Props = { params: Promise<{ code: string; list: string; question: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("service.question") };
}

/** One question of a service: how it is asked, and the answers to choose between. */
export default async function QuestionPage({ params }: Props) {
  const { code, list: named, question: asked } = await params;
  const { frame, directory, locale, words, content, version } = await draftPage(async () => null);
  const service = content.services.find((each) => each.code === code);
  const list = questionLists.find((each) => each === named);
  const question = service && list && questionOf(service, list, asked);
  if (!service || !list || !question) notFound();
  const page = `/agreement/revision/services/${code}`;
  const looking = { content, service, words, locale };
  const place: ListPlace = { service: code, list, question: asked };
  const fields = fieldsOf(place, looking);
  const choices = itemsOf(question.choices, fields, { locale });
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead
        title={shownIn(question.text, locale)}
        back={
          list === "followUp"
            ? { href: page, label: shownIn(serviceName(service), locale) }
            : { href: `${page}/${list}`, label: words.revision.service.list[list] }
        }
      />
      <SeenVersion version={version}>
        <Stack gap="wide">
          <QuestionForm
            key={keyOf({ ...question, choices: [] })}
            place={{ service: code, list }}
            question={question}
            onlyIf={list === "followUp" ? [] : onlyIfField(list, asked, looking)}
            words={words}
          />
          {question.answer === "one" && (
            <ListForm
              key={keyOf(choices)}
              place={{ service: code, list, question: asked }}
              title={words.revision.service.list.choices}
              items={choices}
              fields={fields}
              most={mostOf(true)}
              words={words}
            />
          )}
        </Stack>
      </SeenVersion>
    </Frame>
  );
}
