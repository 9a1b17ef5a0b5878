import type { ComponentProps, ReactNode } from "react";
import type { FieldText } from "#components/ui/field.tsx";

/** What stands after the number: "280 tegn tilbage", "12 tegn for mange". */
export type CountWords = { left: string; over: string };

/** How much room is left, counted as the server counts (UTF-16). It warns and never cuts: a paste stays whole. */
export function Remaining({ id, used, limit, words }: { id: string; used: number; limit: number; words: CountWords }) {
  const left = limit - used;
  return (
    <p className="counter" id={id} data-over={left < 0 ? "" : undefined}>
      {`${Math.abs(left)} ${left < 0 ? words.over : words.left}`}
    </p>
  );
}

export type TextareaProps = FieldText & {
  id: string;
  label: ReactNode;
  value: string;
  onValue: (text: string) => void;
  limit: number;
  count: CountWords;
} & Omit<ComponentProps<"textarea">, "id" | "value" | "onChange">;
