"use client";

import { type ReactNode, useState } from "react";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { NoteField } from "#components/form/note-field.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import type { MeetingWords } from "#components/meeting/words.ts";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import type { DecisionView, ItemView, MeetingView } from "#lib/meeting/meeting-view.ts";

type Props = { view: MeetingView; item: ItemView; words: MeetingWords; refresh: () => Promise<void> };
type Beside = { children: ReactNode };

/** As long as the database takes. */
const limit = 120;

/**
 * A short text beside what was decided, read by the guard. Where there is nothing to do there is nothing to add. Its
 * children are the other buttons.
 */
export function DecisionText({ item, children, ...rest }: Props & Beside) {
  const [open, setOpen] = useState(false);
  const { decision } = item;
  const { hold } = rest.words.meeting;
  if (!open || !decision)
    return (
      <Actions>
        {children}
        {decision && <Button onClick={() => setOpen(true)}>{hold.addText}</Button>}
      </Actions>
    );
  return <TextForm {...rest} item={item} decision={decision} onSaved={() => setOpen(false)} />;
}

function TextForm({
  view,
  item,
  words,
  refresh,
  decision,
  onSaved,
}: Props & { decision: DecisionView; onSaved: () => void }) {
  const { hold } = words.meeting;
  const form = useActForm<{ text: string }>({
    id: "decision",
    action: `/api/meetings/${view.id}/decide`,
    defaults: { text: decision.text ?? "" },
    fixed: { item: item.id, decision: decision.code, owner: decision.by, due: decision.dueOn },
    words: words.form,
    onDone: () => {
      onSaved();
      void refresh().catch(() => {});
    },
  });
  return (
    <ActForm form={form}>
      <div className="short-text">
        <NoteField
          form={form}
          name="text"
          rows={1}
          autoFocus
          label={hold.text}
          hint={hold.textHint}
          limit={limit}
          count={{ left: words.form.left, over: words.form.over }}
          words={words.guard}
        />
      </div>
      <Submit form={form}>{hold.saveText}</Submit>
    </ActForm>
  );
}
