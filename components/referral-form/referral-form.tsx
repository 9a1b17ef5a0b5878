"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, type SyntheticEvent, useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import type { StandingWords } from "#components/contacts/words.ts";
import { ActForm } from "#components/form/act-form.tsx";
import { type ActFormWords, useActForm } from "#components/form/use-act-form.ts";
import type { ConsentWords } from "#components/referral-form/consent-questions.tsx";
import type { EmergencyWords } from "#components/referral-form/emergency.tsx";
import type { NoteWords } from "#components/referral-form/note-field.tsx";
import type { QuestionWords } from "#components/referral-form/questions.tsx";
import type { SendWords } from "#components/referral-form/send-bar.tsx";
import { ServiceChoice, type ServiceWords } from "#components/referral-form/service-choice.tsx";
import { useDraft } from "#components/referral-form/use-draft.ts";
import { useEarlyAnswers } from "#components/referral-form/use-early-answers.ts";
import type { KeptDraft, Values } from "#components/referral-form/values.ts";
import { Banner } from "#components/ui/banner.tsx";
import { untilThere } from "#components/ui/until-there.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { type Packed, unpack } from "#lib/packed.ts";
import { saysSomething } from "#lib/referral/draft-worth.ts";
import type { FormPost, FormService } from "#lib/referral/new-referral.ts";

export type ReferralFormWords = ServiceWords &
  QuestionWords &
  ConsentWords &
  EmergencyWords &
  SendWords & {
    from: string;
    receiver: string;
    someReceiver: string;
    vacant: string;
    standing: StandingWords;
    note: NoteWords;
    form: ActFormWords;
    elsewhere: Record<"changed" | "gone", string>;
  };

export type ReferralFormProps = {
  services: readonly FormService[];
  posts: Readonly<Record<string, FormPost>>;
  today: Day;
  yesterday: Day;
  /** The draft that is gone on with. */
  draft: KeptDraft | null;
  /** The service that was chosen on the way here. */
  service: string | null;
  /** "Samme beboer, nyt behov". */
  same: { code: string; from: string } | null;
  /** For a form that is sent before scripts run. */
  intent: string;
  locale: Locale;
  words: Packed<ReferralFormWords>;
};

const questions = () => untilThere(() => import("#components/referral-form/service-questions.tsx"));
const ServiceQuestions = lazy(async () => ({ default: (await questions()).ServiceQuestions }));

/** What a service asks is fetched once the page stands, so that it is there when one is chosen. */
const fetchQuestions = () => void questions();

/** "Ny henvisning": one page, the service first, then only what that service asks. */
export function ReferralForm(props: ReferralFormProps) {
  const { services, posts, today, yesterday, draft: start, same, intent, locale } = props;
  const words = unpack(props.words);
  const router = useRouter();
  const only = services.length === 1 ? services[0] : undefined;
  const fields = start?.fields;
  const begun = only?.code ?? fields?.service ?? props.service;
  // A new need of the same resident is logged by the post that logged the earlier one.
  const fixed = same ? { sameAs: same.code, post: same.from } : {};
  const form = useActForm<Values, { code: string }>({
    id: "log",
    action: "/api/referrals",
    defaults: {
      service: begun ?? undefined,
      post: fields?.post,
      situations: fields?.situations ?? [],
      answers: fields?.answers ?? {},
      to: fields?.to,
      consent: fields?.consent ?? {},
      contact: fields?.contact,
      note: start?.note ?? "",
      draft: start?.id,
    } as Partial<Values>,
    worth: (values) => saysSomething(values, values.note ?? ""),
    fixed,
    intent,
    words: words.form,
    onDone: ({ code }) => {
      draft.sent();
      router.push(`/referrals/${code}/receipt`);
    },
    onRefused: () => draft.resume(),
  });
  const { rhf } = form;
  const draft = useDraft({ rhf, start, fixed, notNames: () => form.answers("note").notNames });
  // What the guard holds back of the note stands in no draft.
  const isSaved = draft.state === "saved" && !draft.noteHeldBack;
  const { received } = form;
  useEffect(() => {
    if (isSaved) received();
  }, [isSaved, received]);
  useEarlyAnswers(form.id, rhf);
  const code = useWatch({ control: rhf.control, name: "service" });
  const service = services.find((each) => each.code === code);
  const [drawnWithIt] = useState(service !== undefined);
  useEffect(fetchQuestions, []);

  const asked = (of: FormService) => (
    <ServiceQuestions
      form={form}
      service={of}
      fields={fields}
      draft={draft}
      posts={posts}
      today={today}
      yesterday={yesterday}
      same={same}
      locale={locale}
      words={words}
    />
  );

  function submit(event: SyntheticEvent<HTMLFormElement, SubmitEvent>) {
    event.preventDefault();
    void draft.stop().then(() => form.submit(event));
  }

  return (
    <ActForm form={{ ...form, submit }}>
      <input type="hidden" {...rhf.register("draft")} defaultValue={start?.id} />
      {only ? (
        <input type="hidden" {...rhf.register("service")} defaultValue={only.code} />
      ) : (
        <ServiceChoice form={form} services={services} chosen={begun ?? null} words={words} />
      )}
      {draft.elsewhere && (
        <Banner kind="warning" live>
          <p>{words.elsewhere[draft.elsewhere]}</p>
        </Banner>
      )}
      {service && (drawnWithIt ? asked(service) : <Suspense>{asked(service)}</Suspense>)}
    </ActForm>
  );
}
