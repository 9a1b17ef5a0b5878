import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContractForm } from "#components/agreement/contract-form.tsx";
import { PieceNav } from "#components/agreement/piece-nav.tsx";
import { textsOf } from "#components/agreement/revision-parts.ts";
import { SeenVersion } from "#components/agreement/seen-version.tsx";
import { TextListForm } from "#components/agreement/text-list-form.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Frame } from "../../../frame.tsx";
import { draftPage, keyOf } from "../draft-page.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("contract") };
}

/** The contract's frame and aims in the draft, in pieces that are saved one at a time. */
export default async function ContractPage() {
  const { frame, directory, words, content, version, today, flawsOf } = await draftPage(async () => null);
  const { revision: t } = words;
  const { title, subject, date, file, aims, coordination, revision } = content.contract;
  const { intro, closing } = aims;
  const flaws = flawsOf("contract");
  const lists = textsOf(content, "contract", { revision: t, flaws: flaws.of });
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead title={t.contract} back={{ href: "/agreement/revision", label: t.backToRevision }} />
      <SeenVersion version={version}>
        <Stack gap="wide">
          <PieceNav
            pieces={[
              ...(["title", "aims", "coordination"] as const).map((piece) => ({
                id: `words-${piece}`,
                label: t.piece[piece],
              })),
              ...lists.map((list) => ({ id: list.id, label: list.title })),
            ]}
            words={words}
          />
          <ContractForm
            key={keyOf([title, subject, date, file])}
            piece="title"
            texts={{ title, subject }}
            filed={{ date, file, today }}
            flaws={flaws.at}
            words={words}
          />
          <ContractForm
            key={keyOf([intro, closing])}
            piece="aims"
            texts={{ intro, closing }}
            flaws={flaws.at}
            words={words}
          />
          <ContractForm
            key={keyOf([coordination, revision])}
            piece="coordination"
            texts={{ coordination, revision }}
            flaws={flaws.at}
            words={words}
          />
          {lists.map((list) => (
            <TextListForm key={keyOf([list.address, list.items])} list={list} words={words} />
          ))}
        </Stack>
      </SeenVersion>
    </Frame>
  );
}
