import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommonListForm } from "#components/agreement/common-list-form.tsx";
import { SeenVersion } from "#components/agreement/seen-version.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { forAllLists } from "#lib/agreement/common-lists.ts";
import { Frame } from "../../../../frame.tsx";
import { draftPage, keyOf } from "../../draft-page.ts";

type Props = { params: Promise<{ list: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("forAll") };
}

/** One list that holds for every service. */
export default async function ForAllListPage({ params }: Props) {
  const { list: named } = await params;
  const { frame, directory, locale, words, content, version, flawsOf } = await draftPage(async () => null);
  const list = forAllLists.find((each) => each === named);
  if (!list) notFound();
  const { revision: t } = words;
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead title={t.shared.list[list]} back={{ href: "/agreement/revision/forAll", label: t.forAll }} />
      <SeenVersion version={version}>
        <CommonListForm
          key={keyOf(content.forAll[list])}
          place={{ list }}
          alone
          content={content}
          flaws={flawsOf("forAll").of(list)}
          locale={locale}
          words={words}
        />
      </SeenVersion>
    </Frame>
  );
}
