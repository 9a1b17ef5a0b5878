"use client";

import type { ReactNode } from "react";
import type { FieldValues, Path } from "react-hook-form";
import { MoveButtons } from "#components/agreement/service/move-buttons.tsx";
import { useRows } from "#components/agreement/service/use-rows.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import type { ActForm as Form } from "#components/form/use-act-form.ts";
import { Button } from "#components/ui/button.tsx";
import { describedBy, FieldNote } from "#components/ui/field.tsx";
import { fill } from "#lib/fill.ts";

type Props<Values extends FieldValues> = {
  form: Form<Values>;
  /** The rows as they are kept, by their keys. */
  first: readonly string[];
  most: number;
  /** What a row is called; nothing for one that is new. */
  called: (key: string) => string | undefined;
  /** Why a row cannot be taken out. */
  stays?: (key: string) => string | undefined;
  words: RevisionWords;
  /** The fields of a row. */
  children: (key: string) => ReactNode;
};

/** A form of rows: each can be taken out or put elsewhere, and more come in. */
export function RowList<Values extends FieldValues>({
  form,
  first,
  most,
  called,
  stays,
  words,
  children,
}: Props<Values>) {
  const { revision } = words;
  const { service: t } = revision;
  const rows = useRows(form, first);
  return (
    <ActForm form={form}>
      <input type="hidden" {...rows.field} />
      {rows.keys.length === 0 ? (
        <p className="hint">{t.noRows}</p>
      ) : (
        <p className="hint">{fill(t.most, { count: String(most) })}</p>
      )}
      {rows.keys.map((key) => {
        const gone = form.choice(`rows.${key}.remove` as Path<Values>);
        const name = called(key) ?? t.newRow;
        const kept = stays?.(key);
        return (
          <fieldset className="word-row" key={key}>
            <legend>{name}</legend>
            {children(key)}
            <FieldNote id={gone.id} error={gone.error} />
            <div className="row-end">
              {kept ? (
                <p className="hint">{kept}</p>
              ) : (
                <label className="tile">
                  <input
                    {...gone.input}
                    {...describedBy(gone.id, { error: gone.error })}
                    id={gone.id}
                    type="checkbox"
                    value="yes"
                  />
                  <span>{revision.remove}</span>
                </label>
              )}
              <MoveButtons form={form.id} rows={rows} at={key} name={name} words={words} />
            </div>
          </fieldset>
        );
      })}
      <Submit
        form={form}
        kind="secondary"
        beside={
          rows.keys.length < 2 * most && (
            <Button kind="quiet" icon="plus" onClick={rows.add}>
              {t.addRow}
            </Button>
          )
        }
      >
        {revision.save}
      </Submit>
    </ActForm>
  );
}
