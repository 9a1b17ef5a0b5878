"use client";

import Link from "next/link";
import { MoveButtons } from "#components/agreement/service/move-buttons.tsx";
import { useRows } from "#components/agreement/service/use-rows.ts";
import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";

type Props = {
  of: "service" | "activities";
  items: readonly { code: string; name: string }[];
  /** Where the pages of the items begin. */
  at: string;
  hint: string;
  words: RevisionWords;
};

/** The services or activities as they stand where they are read, each with its page. */
export function OrderForm({ of, items, at, hint, words }: Props) {
  const { service: t } = words.revision;
  const codes = items.map(({ code }) => code);
  const form = usePieceForm<{ order: string }>({
    id: `${of}-order`,
    act: `/${of}/order`,
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
              <Link href={`${at}/${code}`} prefetch={false}>
                {name}
              </Link>
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
