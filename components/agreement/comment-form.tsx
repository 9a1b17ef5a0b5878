"use client";

import { useRouter } from "next/navigation";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { NoteField } from "#components/form/note-field.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import { useToasts } from "#components/ui/toasts.tsx";
import type messages from "#messages/da.json";

type All = typeof messages;
export type CommentWords = {
  revision: Pick<All["revision"], "comment" | "commentHint" | "commentDo" | "commentSent">;
  form: Pick<All["form"], "summary" | "unsent" | "retry" | "left" | "over">;
  guard: All["guard"];
};

type Props = { version: number; limit: number; intent: string; words: CommentWords };

/** One short comment on the proposal that was read; then there is room for the next. */
export function CommentForm({ version, limit, intent, words }: Props) {
  const { revision: t, form: say, guard } = words;
  const router = useRouter();
  const toast = useToasts();
  const form = useActForm<{ text: string }>({
    id: "comment",
    action: "/api/agreement/revision/comments",
    defaults: { text: "" },
    fixed: { version },
    intent,
    words: say,
    onDone: () => {
      toast({ text: t.commentSent });
      form.again();
      router.refresh();
    },
  });
  return (
    <ActForm form={form}>
      <NoteField
        form={form}
        name="text"
        rows={3}
        limit={limit}
        label={t.comment}
        hint={t.commentHint}
        count={{ left: say.left, over: say.over }}
        words={guard}
      />
      <Submit form={form} kind="secondary">
        {t.commentDo}
      </Submit>
    </ActForm>
  );
}
