"use client";

import { useRouter } from "next/navigation";
import { type SyntheticEvent, useEffect } from "react";
import { useWatch } from "react-hook-form";
import { type StandingWords, standingText } from "#components/contacts/words.ts";
import { ActForm } from "#components/form/act-form.tsx";
import { type ActFormWords, useActForm } from "#components/form/use-act-form.ts";
import { answered } from "#components/form/what-is-sent.ts";
import { ConsentQuestions, type ConsentWords } from "#components/referral-form/consent-questions.tsx";
import { Emergency, type EmergencyWords } from "#components/referral-form/emergency.tsx";
import { NoteField, type NoteWords } from "#components/referral-form/note-field.tsx";
import { Questions, type QuestionWords } from "#components/referral-form/questions.tsx";
import { SendBar, type SendWords } from "#components/referral-form/send-bar.tsx";
import { ServiceChoice, type ServiceWords } from "#components/referral-form/service-choice.tsx";
import { useDraft } from "#components/referral-form/use-draft.ts";
import { useEarlyAnswers } from "#components/referral-form/use-early-answers.ts";
import type { KeptDraft, Values } from "#components/referral-form/values.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Choice } from "#components/ui/choice.tsx";
import type { Chosen } from "#lib/agreement/condition.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { type Packed, unpack } from "#lib/packed.ts";
import { saysSomething } from "#lib/referral/draft-worth.ts";
import { answerShown, type FormPost, type FormService, outdated, receiversShown } from "#lib/referral/new-referral.ts";

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
  const [code, situations, answers, from, to, name, contact] = useWatch({
    control: rhf.control,
    name: ["service", "situations", "answers", "post", "to", "consent.name", "contact"],
  });

  const service = services.find((each) => each.code === code);
  const now: Chosen = { situations: situations ?? [], answers: answered(answers ?? {}, {}) as Record<string, string> };
  const chosen: Chosen = service && fields?.service === service.code ? fields : { situations: [], answers: {} };

  // What no longer applies goes, so that nobody sends an answer that they cannot see.
  const stale = service ? outdated(service.questions, now).join() : "";
  useEffect(() => {
    if (stale) for (const question of stale.split(",")) rhf.setValue(`answers.${question}`, "");
  }, [stale, rhf]);

  function submit(event: SyntheticEvent<HTMLFormElement, SubmitEvent>) {
    event.preventDefault();
    void draft.stop().then(() => form.submit(event));
  }

  const origin = service?.from.find((post) => post === from) ?? same?.from ?? service?.from[0];
  const receivers = service ? receiversShown(service.routes, now, origin) : { posts: [], proposed: null };
  const receiver = receivers.posts.find((post) => post === to) ?? receivers.proposed;
  const label = receiver ? (posts[receiver]?.label ?? null) : null;

  /** Who is there, and whether there is room: known before anything is sent. */
  function standing(post: string): string {
    const there = posts[post];
    return there ? standingText({ ...there, capacity: service?.capacity[post] ?? null }, words.standing, locale) : "";
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
      {service && (
        <>
          {service.hint && (
            <Banner>
              <p>{service.hint}</p>
            </Banner>
          )}
          {service.from.length > 1 && !same && (
            <Choice
              {...form.choice("post")}
              legend={words.from}
              kind="one"
              options={service.from.map((post) => ({ value: post, label: posts[post]?.label }))}
              chosen={origin ? [origin] : []}
            />
          )}
          <Questions
            key={service.code}
            form={form}
            service={service}
            now={now}
            chosen={chosen}
            today={today}
            yesterday={yesterday}
            words={words}
          />
          {receivers.posts.length > 1 && (
            <Choice
              key={receivers.posts.join()}
              {...form.choice("to")}
              legend={words.receiver}
              kind="one"
              options={receivers.posts.map((post) => ({
                value: post,
                label: posts[post]?.label,
                note: standing(post) || undefined,
              }))}
              chosen={receiver ? [receiver] : []}
            />
          )}
          {receiver && label && standing(receiver) && (
            <Banner kind={posts[receiver]?.presence === "stood-in" ? "info" : "warning"} live>
              <p>
                {posts[receiver]?.presence === "vacant"
                  ? fill(words.vacant, { receiver: label })
                  : `${label}: ${standing(receiver)}`}
              </p>
            </Banner>
          )}
          <ConsentQuestions
            form={form}
            words={words}
            receiver={label}
            cannotAsk={service.cannotAsk}
            chosen={fields}
            questions={service.questions}
            now={{ ...now, name, contact }}
          />
          <NoteField form={form} words={words.note} guarded={draft.guarded} heldBack={draft.noteHeldBack} />
          <Emergency words={words} />
          <SendBar
            form={form}
            receiver={label ?? words.someReceiver}
            answerBy={answerShown(service.answer, now, today)}
            discussion={name === "not_yet" || name === "cannot_ask"}
            draft={draft.state}
            words={words}
          />
        </>
      )}
    </ActForm>
  );
}
