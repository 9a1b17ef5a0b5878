import type { FieldValues, Path } from "react-hook-form";
import type { RevisionWords } from "#components/agreement/words.ts";
import type { ActForm } from "#components/form/use-act-form.ts";
import { describedBy, Field, noted } from "#components/ui/field.tsx";

const rowsOf = (text: string) => Math.min(6, Math.ceil(text.length / 60));

/** One text in Danish and in English beside each other, the fields `<name>.da` and `<name>.en`. */
export function WordPair<Values extends FieldValues>({
  form,
  name,
  label,
  given = { da: "", en: "" },
  words: { revision: t },
}: {
  form: ActForm<Values>;
  /** Left out where the form itself has `da` and `en`. */
  name?: string;
  /** What it is, where no legend says so. */
  label?: string;
  given?: { da: string; en: string } | undefined;
  words: RevisionWords;
}) {
  return (
    <div className="word-pair">
      {(["da", "en"] as const).map((language) => {
        const { error, id, ...input } = form.input((name ? `${name}.${language}` : language) as Path<Values>);
        const text = given[language];
        return (
          <Field
            key={language}
            id={id}
            label={label ? `${label}, ${t[language].toLowerCase()}` : t[language]}
            error={error}
          >
            <textarea
              {...noted}
              {...input}
              {...describedBy(id, { error })}
              id={id}
              className="input"
              lang={language}
              rows={rowsOf(text)}
              defaultValue={text}
            />
          </Field>
        );
      })}
    </div>
  );
}
