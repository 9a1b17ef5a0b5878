"use client";

import type { Option } from "#components/agreement/service/list-fields.ts";
import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Select, TextInput } from "#components/ui/text-input.tsx";
import type { OwnService } from "#lib/agreement/agreement.ts";

type Values = {
  area: string;
  basis: string;
  clock: string;
  kle: string;
  openToAnonymous: string;
  cannotAskAllowed: string;
};
type Props = {
  service: OwnService;
  /** The areas of the agreement; none where it has a single one. */
  areas: readonly Option[];
  flaws?: Readonly<Record<string, string>> | undefined;
  words: RevisionWords;
};

const bases = ["statutory", "decided-elsewhere", "no-decision", "voluntary"] as const;
const open = ["openToAnonymous", "cannotAskAllowed"] as const;

/** Where a service belongs, who takes the decision, which deadlines it has, and to whom it is open. */
export function TermsForm({ service, areas, flaws, words }: Props) {
  const { revision, agreement } = words;
  const { service: t } = revision;
  const area = service.area ?? areas[0]?.value ?? "";
  const form = usePieceForm<Values>({
    id: "terms",
    act: "/service/terms",
    defaults: {
      area,
      basis: service.basis,
      clock: service.clock,
      kle: service.kle.join(", "),
      openToAnonymous: service.openToAnonymous ? "yes" : "",
      cannotAskAllowed: service.cannotAskAllowed ? "yes" : "",
    },
    fixed: { service: service.code },
    flaws,
    words,
  });
  return (
    <section className="stack">
      <h2>{t.terms}</h2>
      <ActForm form={form}>
        {areas.length > 1 && (
          <Select {...form.input("area")} label={t.area}>
            {areas.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
        <Choice
          {...form.choice("basis")}
          kind="one"
          layout="grid"
          legend={t.basis}
          chosen={[service.basis]}
          options={bases.map((value) => ({ value, label: agreement.basis[value] }))}
        />
        <Choice
          {...form.choice("clock")}
          kind="one"
          layout="grid"
          legend={t.clock}
          chosen={[service.clock]}
          options={(["ordinary", "eviction"] as const).map((value) => ({ value, label: t[value] }))}
        />
        <TextInput {...form.input("kle")} label={t.kle} hint={t.kleHint} />
        <fieldset className="choice">
          <legend>{t.open}</legend>
          <div className="tiles" data-grid="">
            {open.map((name) => (
              <label className="tile" key={name}>
                <input {...form.rhf.register(name)} type="checkbox" value="yes" defaultChecked={service[name]} />
                <span>
                  <span>{t[name]}</span> {name === "cannotAskAllowed" && <small>{t.cannotAskHint}</small>}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <Submit form={form} kind="secondary">
          {revision.save}
        </Submit>
      </ActForm>
    </section>
  );
}
