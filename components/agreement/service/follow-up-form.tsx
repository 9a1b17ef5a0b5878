"use client";

import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import { WordPair } from "#components/agreement/word-pair.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { OwnService } from "#lib/agreement/agreement.ts";

type Values = { months: string; da: string; en: string };
type Props = { service: Pick<OwnService, "code" | "followUp">; href?: string | undefined; words: RevisionWords };

/** When a service is followed up, and what is asked then. */
export function FollowUpForm({ service: { code, followUp }, href, words }: Props) {
  const { revision } = words;
  const { service: t } = revision;
  const months = followUp?.afterMonths.join(", ") ?? "";
  const text = followUp?.question.text ?? { da: "", en: "" };
  const form = usePieceForm<Values>({
    id: "follow-up",
    act: "/service/follow-up",
    defaults: { months, ...text },
    fixed: { service: code },
    words,
  });
  return (
    <section className="stack">
      <h2>{t.followUp}</h2>
      <ActForm form={form}>
        <TextInput {...form.input("months")} label={t.months} hint={t.monthsHint} width="short" />
        <WordPair form={form} label={t.text} given={text} words={words} />
        {href && <PageLink href={href}>{t.editQuestion}</PageLink>}
        <Submit form={form} kind="secondary">
          {revision.save}
        </Submit>
      </ActForm>
    </section>
  );
}
