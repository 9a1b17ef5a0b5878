import { useRouter } from "next/navigation";
import type { DefaultValues, FieldValues } from "react-hook-form";
import type { RevisionWords } from "#components/agreement/words.ts";
import { useActForm } from "#components/form/use-act-form.ts";
import { useToasts } from "#components/ui/toasts.tsx";

type Options<Values extends FieldValues, Value> = {
  id: string;
  /** What follows `/api/agreement/revision`. */
  act: string;
  defaults: DefaultValues<Values>;
  fixed?: Readonly<Record<string, string | number>>;
  words: RevisionWords;
  done: string | ((value: Value) => string);
  next?: (value: Value) => string;
};

/** A form of the revision: says what was done, and shows the draft as it is now, or goes on. */
export function useRevisionForm<Values extends FieldValues, Value = null>(options: Options<Values, Value>) {
  const { act, words, done, next, ...rest } = options;
  const router = useRouter();
  const toast = useToasts();
  const form = useActForm<Values, Value>({
    ...rest,
    action: `/api/agreement/revision${act}`,
    words: words.form,
    onDone: (value) => {
      toast({ text: typeof done === "string" ? done : done(value) });
      form.again();
      if (next) router.push(next(value));
      else router.refresh();
    },
  });
  return form;
}
