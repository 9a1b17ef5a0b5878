import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NormForm } from "#components/agreement/norm-form.tsx";
import { OneAct } from "#components/agreement/one-act.tsx";
import { SeenVersion } from "#components/agreement/seen-version.tsx";
import { ListLinks } from "#components/agreement/service/list-links.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { templateOf } from "#db/agreement/templates.ts";
import { forAllLists } from "#lib/agreement/common-lists.ts";
import { fill } from "#lib/fill.ts";
import { Frame } from "../../../frame.tsx";
import { draftPage, keyOf } from "../draft-page.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("forAll") };
}

/** What holds for every service of the draft: its norms, and its lists, which are long and have a page each. */
export default async function ForAllPage() {
  const { frame, directory, words, content, version, flawsOf } = await draftPage(async () => null);
  const { revision: t } = words;
  const { forAll } = content;
  const flaws = flawsOf("forAll");
  const empty = forAllLists.every((list) => forAll[list].length === 0);
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead title={t.forAll} lead={t.shared.lead} back={{ href: "/agreement/revision", label: t.backToRevision }} />
      <SeenVersion version={version}>
        <Stack gap="wide">
          {empty && (
            <section className="stack">
              <p>{fill(t.templateHint, { name: templateOf })}</p>
              <OneAct
                id="template"
                act="/template"
                version={version}
                intent={randomUUID()}
                done={t.templateUsed}
                words={words}
              >
                {t.useTemplate}
              </OneAct>
            </section>
          )}
          <ListLinks
            lists={forAllLists.map((list) => ({
              href: `/agreement/revision/forAll/${list}`,
              title: t.shared.list[list],
              count: forAll[list].length,
              flaws: flaws.of(list),
            }))}
            words={words}
          />
          <NormForm
            key={keyOf(forAll.norm)}
            norm={forAll.norm}
            asked={["question", "escalation", "nextStep"]}
            words={words}
          />
        </Stack>
      </SeenVersion>
    </Frame>
  );
}
