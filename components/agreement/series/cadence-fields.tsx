import type { FieldValues, Path } from "react-hook-form";
import type { Option } from "#components/agreement/service/list-fields.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import type { ActForm } from "#components/form/use-act-form.ts";
import { Choice } from "#components/ui/choice.tsx";
import { Select, TextInput } from "#components/ui/text-input.tsx";

export type CadenceValues = { every: string; count: string; convener: string };
type Props<Values extends FieldValues> = {
  form: ActForm<Values>;
  /** Which of the two was chosen; none for a new series. */
  every?: string;
  functions: readonly Option[];
  words: RevisionWords;
};

/** How often a series meets, and who calls it. */
export function CadenceFields<Values extends FieldValues>({ form, every, functions, words }: Props<Values>) {
  const { revision: t } = words;
  const at = (name: keyof CadenceValues) => name as Path<Values>;
  return (
    <>
      <Choice
        {...form.choice(at("every"))}
        kind="one"
        legend={t.every}
        chosen={every ? [every] : []}
        options={[
          { value: "weeks", label: t.weeks },
          { value: "year", label: t.year },
        ]}
      />
      <TextInput {...form.input(at("count"))} label={t.count} width="date" inputMode="numeric" />
      <Select {...form.input(at("convener"))} label={t.convener}>
        {!every && <option value="">{t.service.chooseFunction}</option>}
        {functions.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </>
  );
}
