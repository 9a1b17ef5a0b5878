import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { textsOf } from "#components/agreement/revision-parts.ts";
import { SeenVersion } from "#components/agreement/seen-version.tsx";
import { TextListForm } from "#components/agreement/text-list-form.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Frame } from "../../../frame.tsx";
import { draftPage, keyOf } from "../draft-page.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("othersTitle") };
}

/** Places where there is more than the activities of the agreement, and what there is at each. */
export default async function OthersPage() {
  const { frame, directory, words, content, version, flawsOf } = await draftPage(async () => null);
  const { revision: t } = words;
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead title={t.othersTitle} lead={t.othersLead} back={{ href: "/agreement/revision", label: t.backToRevision }} />
      <SeenVersion version={version}>
        <Stack gap="wide">
          {textsOf(content, "others", { revision: t, flaws: flawsOf("others").of }).map((list) => (
            <TextListForm key={keyOf([list.address, list.items, list.title])} list={list} words={words} />
          ))}
        </Stack>
      </SeenVersion>
    </Frame>
  );
}
