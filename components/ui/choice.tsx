import type { ComponentProps, ReactNode } from "react";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { FieldText } from "#components/ui/field.tsx";
import { FieldNote } from "#components/ui/field.tsx";

export type ChoiceOption = { value: string; label: ReactNode; note?: ReactNode; disabled?: boolean };

export type ChoiceProps = FieldText & {
  /** The id of the first tile; the summary's link goes there. The others are `<id>-<value>`. */
  id: string;
  name: string;
  legend: ReactNode;
  /** One answer or several. */
  kind: "one" | "several";
  options: readonly ChoiceOption[];
  /** Tiles that wait behind a native disclosure, e.g. under "Mere …". */
  more?: { label: string; options: readonly ChoiceOption[] };
  /** The values chosen from the start. Leave out for questions where nothing may be preset. */
  chosen?: readonly string[];
  /** "row": short answers side by side; "grid": equal tiles in columns. */
  layout?: "row" | "grid";
  /** "large" for the question a page begins with. */
  size?: "plain" | "large";
  /** What each input gets besides, e.g. `form.register(name)`. */
  input?: ComponentProps<"input">;
};

/** A question with large tiles. Native radios or checkboxes in a fieldset: keys, forms and readers know them. */
export function Choice({
  id,
  name,
  legend,
  kind,
  options,
  more,
  chosen = [],
  layout = "row",
  size = "plain",
  input,
  hint,
  error,
}: ChoiceProps) {
  const tile = (option: ChoiceOption, index: number) => (
    <label className="tile" key={option.value}>
      <input
        name={name}
        disabled={option.disabled}
        {...input}
        type={kind === "one" ? "radio" : "checkbox"}
        id={index === 0 ? id : `${id}-${option.value}`}
        value={option.value}
        defaultChecked={chosen.includes(option.value)}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error && kind === "several" ? true : undefined}
      />
      <span>
        <span>{option.label}</span> {option.note && <small>{option.note}</small>}
      </span>
    </label>
  );
  const tiles = (content: ReactNode) => (
    <div className="tiles" data-grid={layout === "grid" ? "" : undefined}>
      {content}
    </div>
  );
  return (
    <fieldset
      className="choice"
      data-size={size}
      data-invalid={error ? "" : undefined}
      aria-describedby={hint ? `${id}-hint` : undefined}
    >
      <legend>{legend}</legend>
      <FieldNote id={id} hint={hint} error={error} />
      {tiles(options.map(tile))}
      {more && (
        <Disclosure label={more.label} open={more.options.some((option) => chosen.includes(option.value))}>
          {tiles(more.options.map((option, index) => tile(option, index + options.length)))}
        </Disclosure>
      )}
    </fieldset>
  );
}
