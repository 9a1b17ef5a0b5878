"use client";

import { useEffect } from "react";
import { useWatch } from "react-hook-form";
import { standingText } from "#components/contacts/words.ts";
import type { ActForm } from "#components/form/use-act-form.ts";
import { answered } from "#components/form/what-is-sent.ts";
import { ConsentQuestions } from "#components/referral-form/consent-questions.tsx";
import { Emergency } from "#components/referral-form/emergency.tsx";
import { NoteField } from "#components/referral-form/note-field.tsx";
import { Questions } from "#components/referral-form/questions.tsx";
import type { ReferralFormProps, ReferralFormWords } from "#components/referral-form/referral-form.tsx";
import { SendBar } from "#components/referral-form/send-bar.tsx";
import type { useDraft } from "#components/referral-form/use-draft.ts";
import type { Values } from "#components/referral-form/values.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Choice } from "#components/ui/choice.tsx";
import type { Chosen } from "#lib/agreement/condition.ts";
import { fill } from "#lib/fill.ts";
import { answerShown, type FormService, outdated, receiversShown } from "#lib/referral/new-referral.ts";

type Props = Pick<ReferralFormProps, "posts" | "today" | "yesterday" | "same" | "locale"> & {
  form: ActForm<Values>;
  service: FormService;
  /** What was answered in the draft that is gone on with. */
  fields: NonNullable<ReferralFormProps["draft"]>["fields"] | undefined;
  draft: ReturnType<typeof useDraft>;
  words: ReferralFormWords;
};

/** What one service asks: nothing of it is there before the service is chosen. */
export function ServiceQuestions(props: Props) {
  const { form, service, fields, draft, posts, today, yesterday, same, locale, words } = props;
  const { rhf } = form;
  const [situations, answers, from, to, name, contact] = useWatch({
    control: rhf.control,
    name: ["situations", "answers", "post", "to", "consent.name", "contact"],
  });
  const now: Chosen = { situations: situations ?? [], answers: answered(answers ?? {}, {}) as Record<string, string> };
  const chosen: Chosen = fields?.service === service.code ? fields : { situations: [], answers: {} };

  // What no longer applies goes, so that nobody sends an answer that they cannot see.
  const stale = outdated(service.questions, now).join();
  useEffect(() => {
    if (stale) for (const question of stale.split(",")) rhf.setValue(`answers.${question}`, "");
  }, [stale, rhf]);

  const origin = service.from.find((post) => post === from) ?? same?.from ?? service.from[0];
  const receivers = receiversShown(service.routes, now, origin);
  const receiver = receivers.posts.find((post) => post === to) ?? receivers.proposed;
  const label = receiver ? (posts[receiver]?.label ?? null) : null;

  /** Who is there, and whether there is room: known before anything is sent. */
  function standing(post: string): string {
    const there = posts[post];
    return there ? standingText({ ...there, capacity: service.capacity[post] ?? null }, words.standing, locale) : "";
  }

  return (
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
  );
}
