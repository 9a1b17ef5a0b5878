import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SeenVersion } from "#components/agreement/seen-version.tsx";
import { fieldsOf, itemsOf } from "#components/agreement/service/list-fields.ts";
import { ListForm } from "#components/agreement/service/list-form.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { mostOf, serviceLists } from "#lib/agreement/lists.ts";
import { serviceName } from "#lib/agreement/service-of.ts";
import { shownIn } from "#lib/agreement/words.ts";
import { Frame } from "../../../../../frame.tsx";
import { draftPage, keyOf } from "../../../draft-page.ts";

type Props = { params: Promise<{ code: string; list: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("service.title") };
}

/** One list of a service of the draft. */
export default async function ServiceListPage({ params }: Props) {
  const { code, list: named } = await params;
  const { frame, directory, locale, words, content, version, flawsOf } = await draftPage(async () => null);
  const service = content.services.find((each) => each.code === code);
  const list = serviceLists.find((each) => each === named);
  if (!service || !list) notFound();
  const page = `/agreement/revision/services/${code}`;
  const fields = fieldsOf({ service: code, list }, { content, service, words, locale });
  const asks = list === "key" || list === "questions";
  const items = itemsOf(service[list], fields, {
    locale,
    href: asks ? (question) => `${page}/${list}/${question}` : undefined,
  });
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead
        title={words.revision.service.list[list]}
        back={{ href: page, label: shownIn(serviceName(service), locale) }}
      />
      <SeenVersion version={version}>
        <ListForm
          key={keyOf(items)}
          place={{ service: code, list }}
          items={items}
          fields={fields}
          most={mostOf(false)}
          flaws={flawsOf(`services.${code}`).of(list)}
          words={words}
        />
      </SeenVersion>
    </Frame>
  );
}
