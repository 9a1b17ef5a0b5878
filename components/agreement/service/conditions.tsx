import type { ComponentProps } from "react";
import { Choice } from "#components/ui/choice.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";

type Props = Pick<ComponentProps<typeof Choice>, "hint" | "options"> & {
  choice: Pick<ComponentProps<typeof Choice>, "id" | "name" | "input" | "error">;
  label: string;
  chosen: readonly string[];
};

/** Many tiles of which most often none is chosen: they wait behind their question. */
export function Conditions({ choice, label, hint, options, chosen }: Props) {
  return (
    <Disclosure label={label} open={chosen.length > 0 || choice.error !== undefined}>
      <Choice
        {...choice}
        kind="several"
        layout="grid"
        legend={<span className="unseen">{label}</span>}
        hint={hint}
        chosen={chosen}
        options={options}
      />
    </Disclosure>
  );
}
