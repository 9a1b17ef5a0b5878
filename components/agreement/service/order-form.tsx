"use client";

import Link from "next/link";
import { MoveButtons } from "#components/agreement/service/move-buttons.tsx";
import { useRows } from "#components/agreement/service/use-rows.ts";
import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";

type Props = { services: readonly { code: string; name: string }[]; words: RevisionWords };

/** The services as they stand where one refers, each with its page. */
export function OrderForm({ services, words }: Props) {
  const { service: t } = words.revision;
  const codes = services.map(({ code }) => code);
  const form = usePieceForm<{ order: string }>({
    id: "service-order",
    act: "/service/order",
    defaults: { order: codes.join(" ") },
    words,
  });
  const rows = useRows(form, codes);
  return (
    <ActForm form={form}>
      <p className="hint">{t.orderHint}</p>
      <input type="hidden" {...rows.field} />
      <ol className="rows">
        {rows.keys.map((code) => {
          const name = services.find((each) => each.code === code)?.name ?? code;
          return (
            <li key={code} className="row-end">
              <Link href={`/agreement/revision/services/${code}`} prefetch={false}>
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
