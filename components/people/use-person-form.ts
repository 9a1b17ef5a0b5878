"use client";

import { useRouter } from "next/navigation";
import type { DefaultValues, FieldValues } from "react-hook-form";
import { useActForm } from "#components/form/use-act-form.ts";
import type { PeopleWords } from "#components/people/words.ts";
import { useToasts } from "#components/ui/toasts.tsx";

type Options<Values extends FieldValues, Value> = {
  id: string;
  action: string;
  defaults: DefaultValues<Values>;
  fixed?: Readonly<Record<string, string | number>>;
  words: PeopleWords;
  /** What is said when it is done. */
  done: string | ((value: Value) => string);
  /** Where it goes on; the page is read anew where nothing is named. */
  next?: string;
};

/** A form about a person: says what was done, and shows the page as it is now. */
export function usePersonForm<Values extends FieldValues, Value = null>(options: Options<Values, Value>) {
  const { words, done, next, ...rest } = options;
  const router = useRouter();
  const toast = useToasts();
  const form = useActForm<Values, Value>({
    ...rest,
    words: words.form,
    onDone: (value) => {
      toast({ text: typeof done === "string" ? done : done(value) });
      form.again();
      if (next) router.push(next);
      else router.refresh();
    },
  });
  return form;
}
