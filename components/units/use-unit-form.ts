import { useRouter } from "next/navigation";
import type { DefaultValues, FieldValues } from "react-hook-form";
import { useActForm } from "#components/form/use-act-form.ts";
import { useToasts } from "#components/ui/toasts.tsx";
import type { UnitsWords } from "#components/units/words.ts";

type Options<Values extends FieldValues, Value> = {
  id: string;
  /** What follows `/api/units`. */
  act: string;
  defaults: DefaultValues<Values>;
  fixed?: Readonly<Record<string, string>>;
  words: UnitsWords;
  done: string;
  next?: (value: Value) => string;
};

/** A form about units and posts: says what was done, and shows the page as it is now, or goes on. */
export function useUnitForm<Values extends FieldValues, Value = null>(options: Options<Values, Value>) {
  const { act, words, done, next, ...rest } = options;
  const router = useRouter();
  const toast = useToasts();
  const form = useActForm<Values, Value>({
    ...rest,
    action: `/api/units${act}`,
    words: words.form,
    onDone: (value) => {
      toast({ text: done });
      form.again();
      if (next) router.push(next(value));
      else router.refresh();
    },
  });
  return form;
}
