import { useState } from "react";
import type { FieldValues, Path, PathValue } from "react-hook-form";
import type { ActForm } from "#components/form/use-act-form.ts";

export type Rows = {
  /** The rows as they stand, by their keys. */
  keys: readonly string[];
  /** The hidden field that sends their order. */
  field: object;
  add: () => void;
  /** Changes places with its neighbour, and says where it is now. */
  move: (key: string, by: -1 | 1) => void;
  moved: string | null;
};

/** Ids of a row's two buttons, so that the focus stays on the one that was pressed. */
export const moveId = (form: string, key: string, by: -1 | 1): string => `${form}-${key}-${by < 0 ? "up" : "down"}`;

/**
 * The rows of a form in an order of their own: kept in its field `order`, so that what is unsent has it too. A new row is
 * called `n1`, `n2` and so on, and has no code before it is saved.
 */
export function useRows<Values extends FieldValues>(form: ActForm<Values>, first: readonly string[]): Rows {
  const name = "order" as Path<Values>;
  const [moved, setMoved] = useState<string | null>(null);
  const written = form.rhf.watch(name) as string | undefined;
  const keys = (written ?? first.join(" ")).split(" ").filter(Boolean);
  const put = (next: readonly string[]) =>
    form.rhf.setValue(name, next.join(" ") as PathValue<Values, Path<Values>>, { shouldDirty: true });
  return {
    keys,
    field: form.rhf.register(name),
    add: () => {
      const last = Math.max(0, ...keys.map((key) => (/^n\d+$/.test(key) ? Number(key.slice(1)) : 0)));
      put([...keys, `n${last + 1}`]);
    },
    move: (key, by) => {
      const at = keys.indexOf(key);
      const other = keys[at + by];
      if (other === undefined) return;
      put(keys.map((each) => (each === key ? other : each === other ? key : each)));
      setMoved(key);
      // The row is drawn in its new place first; moving it in the page takes the focus away.
      requestAnimationFrame(() => document.getElementById(moveId(form.id, key, by))?.focus());
    },
    moved,
  };
}
