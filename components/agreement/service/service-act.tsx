"use client";

import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";

type Props = { act: "retire" | "restore"; service: string; words: RevisionWords };

/** Takes a service out of the draft, or brings it back. */
export function ServiceAct({ act, service, words }: Props) {
  const { service: t } = words.revision;
  const form = usePieceForm<Record<string, never>>({
    id: `${act}-${service}`,
    act: `/service/${act}`,
    defaults: {},
    fixed: { service },
    done: act === "retire" ? t.retired : t.restored,
    next: () => "/agreement/revision/services",
    words,
  });
  return (
    <ActForm form={form}>
      <Submit form={form} kind={act === "retire" ? "danger" : "secondary"}>
        {t[act]}
      </Submit>
    </ActForm>
  );
}
