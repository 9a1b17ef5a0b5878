import { randomUUID } from "node:crypto";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { z } from "zod";
import { readPage } from "#app/_server/read-page.ts";
import { Frame } from "#app/(work)/frame.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Points } from "#components/protection/points.tsx";
import { DraftOffer, DraftOffers } from "#components/referral-form/draft-offer.tsx";
import { ReferralForm, type ReferralFormWords } from "#components/referral-form/referral-form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { readNewReferral } from "#db/referral/read-new-referral.ts";
import type { Day } from "#lib/calendar/day.ts";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { pack } from "#lib/packed.ts";
import { answersFor, type Point } from "#lib/protection/checklist.ts";
import { parseCode, showCode } from "#lib/referral/code.ts";
import type messages from "#messages/da.json";

const asked = z.object({
  draft: z.uuid().optional().catch(undefined),
  service: z.string().optional().catch(undefined),
  same: z
    .string()
    .transform((code) => parseCode(code) ?? undefined)
    .optional()
    .catch(undefined),
});

export async function generateMetadata() {
  return { title: (await getTranslations("newReferral"))("title") };
}

export default async function NewReferralPage({ searchParams }: PageProps<"/referrals/new">) {
  const { draft, service, same } = asked.parse(await searchParams);
  const locale = (await getLocale()) as Locale;
  const page = await readPage((tx, me) => readNewReferral(tx, me, { locale, draft, same }));
  const { services, posts, today, yesterday, ...view } = page.value;
  const [t, tDraft] = [await getTranslations("newReferral"), await getTranslations("draft")];
  const day = (on: Day) =>
    on === today ? tDraft("today") : on === yesterday ? tDraft("yesterday") : showDay(on, locale);
  if (view.unticked.length > 0)
    return (
      <Frame frame={page.frame} directory={page.directory}>
        <PageHead title={t("title")} />
        <Unticked unticked={view.unticked} />
      </Frame>
    );
  return (
    <Frame frame={page.frame} directory={page.directory}>
      <PageHead title={t("title")} lead={services.length === 1 ? services[0]?.text : t("lead")} />
      <Stack gap="wide">
        {view.same && (
          <Banner>
            <p>{t("same", { code: showCode(view.same.code) })}</p>
          </Banner>
        )}
        {view.drafts.length > 0 && (
          <DraftOffers
            offers={view.drafts.map((line) => ({
              draft: line.id,
              intent: randomUUID(),
              text: line.service
                ? fill(tDraft.raw("offered"), { day: day(line.savedOn), service: line.service[locale] })
                : fill(tDraft.raw("offeredBare"), { day: day(line.savedOn) }),
            }))}
            words={{
              mark: tDraft("label"),
              resume: tDraft("resume"),
              remove: tDraft("remove"),
              more: tDraft("more", { count: view.drafts.length - 1 }),
            }}
          />
        )}
        {view.draft && (
          <DraftOffer
            text={fill(tDraft.raw("resumed"), { day: day(view.draft.savedOn) })}
            draft={view.draft.id}
            intent={randomUUID()}
            words={{ mark: tDraft("label"), remove: tDraft("removeThis") }}
          />
        )}
        <ReferralForm
          key={view.draft?.id ?? "new"}
          services={services}
          posts={posts}
          today={today}
          yesterday={yesterday}
          draft={view.draft}
          service={services.find(({ code }) => code === service)?.code ?? null}
          same={view.same}
          intent={randomUUID()}
          locale={locale}
          words={pack(await words())}
        />
      </Stack>
    </Frame>
  );
}

/** Before anybody types: nothing can be logged yet, what is missing, and who must do it. */
async function Unticked({ unticked }: { unticked: readonly Point[] }) {
  const { newReferral: t, protection } = (await getMessages()) as unknown as typeof messages;
  const { point, who } = protection.checklist;
  return (
    <Banner kind="warning">
      <p>{t.unticked}</p>
      <Points items={unticked.map((each) => fill(t.untickedBy, { point: point[each], who: who[answersFor[each]] }))} />
    </Banner>
  );
}

/** The form runs in the browser, which has no messages of its own; sentences keep their places as `{receiver}`. */
async function words(): Promise<ReferralFormWords> {
  const t = await getTranslations("newReferral");
  const form = await getTranslations("form");
  const draft = await getTranslations("draft");
  const refusals = await getTranslations("refusals");
  const { standing, guard } = (await getMessages()) as unknown as typeof messages;
  return {
    service: t("service"),
    more: form("more"),
    withoutScripts: t("withoutScripts"),
    situation: t("situation"),
    several: t("several"),
    optional: t("optional"),
    dateHint: form("dateHint"),
    today: form("today"),
    yesterday: form("yesterday"),
    from: t("from"),
    receiver: t("receiver"),
    someReceiver: t("someReceiver"),
    vacant: t.raw("vacant"),
    standing,
    name: t.raw("name"),
    nameBare: t("nameBare"),
    nameAnswers: {
      written: t("nameAnswers.written"),
      oral: t("nameAnswers.oral"),
      oralNote: t("nameAnswers.oralNote"),
      not_yet: t("nameAnswers.not_yet"),
      not_yetNote: t("nameAnswers.not_yetNote"),
      cannot_ask: t("nameAnswers.cannot_ask"),
      cannot_askNote: t("nameAnswers.cannot_askNote"),
    },
    feedback: t("feedback"),
    yes: t("yes"),
    no: t("no"),
    contact: t("contact"),
    contacts: {
      through_me: t("contacts.through_me"),
      together: t("contacts.together"),
      directly: t("contacts.directly"),
    },
    contradicts: t.raw("contradicts"),
    contradictsChosen: refusals.raw("answers-contradict"),
    needsName: t("needsName"),
    needsNameChosen: refusals("contact-needs-name"),
    note: {
      label: t("note"),
      hint: t("noteHint"),
      count: { left: form("left"), over: form("over") },
      guard,
      heldBack: draft("noteHeldBack"),
    },
    urgent: t("urgent"),
    urgentText: t("urgentText"),
    child: t("child"),
    childText: t("childText"),
    answer: t.raw("answer"),
    discussion: t.raw("discussion"),
    send: t.raw("send"),
    instead: t("instead"),
    agreed: t("agreed"),
    agreedNote: t("agreedNote"),
    onTheSpot: t("onTheSpot"),
    onTheSpotNote: t("onTheSpotNote"),
    draft: {
      label: draft("label"),
      saved: draft("saved"),
      saving: draft("saving"),
      failed: draft("failed"),
      failedLong: draft("failedLong"),
    },
    elsewhere: { changed: draft("changed"), gone: draft("gone") },
    form: { summary: form("summary"), unsent: form("unsent"), retry: form("retry") },
  };
}
