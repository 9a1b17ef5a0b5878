"use client";

import { useRouter } from "next/navigation";
import type { ContactWords } from "#components/contacts/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { useToasts } from "#components/ui/toasts.tsx";
import { fill } from "#lib/fill.ts";

type Props = { post: string; label: string; words: ContactWords; intent: string };

/** "Passer det stadig?": once a year, one click. */
export function CheckEntry({ post, label, words, intent }: Props) {
  const t = words.contacts;
  const router = useRouter();
  const toast = useToasts();
  const form = useActForm<Record<string, never>>({
    id: `check-${post}`,
    action: `/api/contacts/${post}/check`,
    defaults: {},
    intent,
    words: words.form,
    onDone: () => {
      toast({ text: t.checked });
      router.refresh();
    },
  });
  return (
    <ActForm form={form}>
      <p>{fill(t.stillRight, { post: label })}</p>
      <Submit
        form={form}
        beside={
          <LinkButton kind="quiet" href={`/contacts/${post}`}>
            {t.notRight}
          </LinkButton>
        }
      >
        {t.right}
      </Submit>
    </ActForm>
  );
}
