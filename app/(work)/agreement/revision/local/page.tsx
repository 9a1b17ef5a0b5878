import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LocalForm } from "#components/agreement/local-form.tsx";
import { SeenVersion } from "#components/agreement/seen-version.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { localKinds, showLocalNames } from "#lib/agreement/set-local-names.ts";
import { Frame } from "../../../frame.tsx";
import { draftPage, keyOf } from "../draft-page.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("local") };
}

/** What is called something where the agreement holds, for the guard of what people write. */
export default async function LocalPage() {
  const { frame, directory, words, content, version } = await draftPage(async () => null);
  const { revision: t } = words;
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead title={t.local} lead={t.localLead} back={{ href: "/agreement/revision", label: t.backToRevision }} />
      <SeenVersion version={version}>
        <LocalForm
          key={keyOf(content.local)}
          names={localKinds.map((kind) => ({ kind, lines: showLocalNames(content, kind) }))}
          words={words}
        />
      </SeenVersion>
    </Frame>
  );
}
