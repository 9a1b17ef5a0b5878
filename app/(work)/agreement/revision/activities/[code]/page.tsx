import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActivityForm } from "#components/agreement/activity-forms.tsx";
import { PieceAct } from "#components/agreement/piece-act.tsx";
import { PieceNav } from "#components/agreement/piece-nav.tsx";
import { textsOf } from "#components/agreement/revision-parts.ts";
import { SeenVersion } from "#components/agreement/seen-version.tsx";
import { TextListForm } from "#components/agreement/text-list-form.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { shownIn } from "#lib/agreement/words.ts";
import { Frame } from "../../../../frame.tsx";
import { draftPage, keyOf } from "../../draft-page.ts";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("editActivity") };
}

/** One activity of the draft, in pieces that are saved one at a time. */
export default async function ActivityPage({ params }: Props) {
  const { code } = await params;
  const { frame, directory, locale, words, content, version, options, flawsOf } = await draftPage(async () => null);
  const { revision: t } = words;
  const activity = content.activities.find((each) => each.code === code);
  if (!activity) notFound();
  const part = `activities.${code}`;
  const flaws = flawsOf(part);
  const lists = textsOf(content, part, { revision: t, flaws: flaws.of });
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead
        title={shownIn(activity.name, locale)}
        back={{ href: "/agreement/revision/activities", label: t.editActivity }}
      />
      <SeenVersion version={version}>
        <Stack gap="wide">
          <PieceNav
            pieces={[
              { id: "words-activity", label: t.activity.words },
              ...lists.map(({ id, title }) => ({ id, label: title })),
              { id: "retire", label: t.activity.retireTitle },
            ]}
            words={words}
          />
          <ActivityForm
            key={keyOf({ ...activity, about: [], focus: [], tasks: [] })}
            activity={activity}
            areas={(content.areas ?? []).map(({ code: value, text }) => ({ value, label: shownIn(text, locale) }))}
            functions={options("any", activity.functions)}
            flaws={flaws.at}
            words={words}
          />
          {lists.map((list) => (
            <TextListForm key={keyOf([list.address, list.items])} list={list} words={words} />
          ))}
          <section className="form" id="retire">
            <Disclosure label={t.activity.retireTitle}>
              <p>{t.activity.retireText}</p>
              <PieceAct
                id={`retire-${code}`}
                act="/activities/retire"
                kind="danger"
                fixed={{ activity: code }}
                done={t.activity.retired}
                next="/agreement/revision/activities"
                words={words}
              >
                {t.service.retire}
              </PieceAct>
            </Disclosure>
          </section>
        </Stack>
      </SeenVersion>
    </Frame>
  );
}
