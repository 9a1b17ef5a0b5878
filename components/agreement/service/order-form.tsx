"use client";

import { MoveButtons } from "#components/agreement/service/move-buttons.tsx";
import { useRows } from "#components/agreement/service/use-rows.ts";
import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { PageLink } from "#components/ui/page-link.tsx";

type Props = {
  id: string;
  act: string;
  items: readonly { code: string; name: string }[];
  /** Each has its page there. */
  base: string;
  hint: string;
  words: RevisionWords;
};

/** What stands in an order of the agreement's own, each with its page. */
export function OrderForm({ id, act, items, base, hint, words }: Props) {
  const { service: t } = words.revision;
  const codes = items.map(({ code }) => code);
  const form = usePieceForm<{ order: string }>({
    id,
    act,
    defaults: { order: codes.join(" ") },
    words,
  });
  const rows = useRows(form, codes);
  return (
    <ActForm form={form}>
      <p className="hint">{hint}</p>
      <input type="hidden" {...rows.field} />
      <ol className="rows">
        {rows.keys.map((code) => {
          const name = items.find((each) => each.code === code)?.name ?? code;
          return (
            <li key={code} className="row-end">
              <PageLink href={`${base}/${code}`}>{name}</PageLink>
              <MoveButtons form={form.id} rows={rows} at={code} name={name} words={words} />
            </li>
          );
        })}
      </ol>
      <Submit form={form} kind="secondary">
        {t.saveOrder}
      </Submit>
    </ActForm>
  );
}
