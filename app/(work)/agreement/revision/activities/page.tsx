import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddActivityForm } from "#components/agreement/activity-forms.tsx";
import { PieceAct } from "#components/agreement/piece-act.tsx";
import { SeenVersion } from "#components/agreement/seen-version.tsx";
import { OrderForm } from "#components/agreement/service/order-form.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { shownIn } from "#lib/agreement/words.ts";
import { Frame } from "../../../frame.tsx";
import { draftPage, keyOf } from "../draft-page.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revision"))("editActivity") };
}

/** The activities of the draft: put in order, added to, and those that were taken out to be brought back. */
export default async function ActivitiesPage() {
  const { frame, directory, locale, words, before, content, version } = await draftPage(async () => null);
  const { revision: t } = words;
  const activities = content.activities.map(({ code, name }) => ({ code, name: shownIn(name, locale) }));
  const retired = before.activities.filter(({ code }) => !activities.some((each) => each.code === code));
  return (
    <Frame frame={frame} directory={directory} current="agreement">
      <PageHead
        title={t.editActivity}
        lead={t.activity.lead}
        back={{ href: "/agreement/revision", label: t.backToRevision }}
      />
      <SeenVersion version={version}>
        <Stack gap="wide">
          {activities.length === 0 ? (
            <p>{t.activity.none}</p>
          ) : (
            <section className="stack">
              <h2>{t.activity.order}</h2>
              <OrderForm
                key={keyOf(activities)}
                id="activity-order"
                act="/activities/order"
                items={activities}
                base="/agreement/revision/activities"
                hint={t.activity.orderHint}
                words={words}
              />
            </section>
          )}
          {retired.length > 0 && (
            <section className="stack">
              <h2>{t.service.retiredTitle}</h2>
              <ul className="rows">
                {retired.map(({ code, name }) => (
                  <li key={code} className="row-end">
                    <span>{shownIn(name, locale)}</span>
                    <PieceAct
                      id={`restore-${code}`}
                      act="/activities/restore"
                      fixed={{ activity: code }}
                      done={t.activity.restored}
                      next="/agreement/revision/activities"
                      words={words}
                    >
                      {t.service.restore}
                    </PieceAct>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="stack">
            <h2>{t.activity.addTitle}</h2>
            <AddActivityForm key={keyOf(activities)} words={words} />
          </section>
        </Stack>
      </SeenVersion>
    </Frame>
  );
}
