"use client";

import { useRouter } from "next/navigation";
import type { DefaultValues, FieldValues } from "react-hook-form";
import type { AccountWords } from "#components/account/words.ts";
import { useActForm } from "#components/form/use-act-form.ts";
import { useToasts } from "#components/ui/toasts.tsx";

type Options<Values extends FieldValues, Value> = {
  id: string;
  action: string;
  defaults: DefaultValues<Values>;
  fixed?: Readonly<Record<string, string>>;
  /** A key from the server, for a change that is sent before scripts run. */
  intent?: string;
  /** It says who one is: nothing of it is kept. */
  passing?: boolean;
  words: AccountWords;
  /** What is said when it is done. */
  done?: string;
  onDone?: (value: Value) => void;
};

/** A form about one's own account: says what was done, and shows the page as it is now. */
export function useAccountForm<Values extends FieldValues, Value = null>(options: Options<Values, Value>) {
  const { words, done, onDone, ...rest } = options;
  const router = useRouter();
  const toast = useToasts();
  const form = useActForm<Values, Value>({
    ...rest,
    words: words.form,
    onDone: (value) => {
      if (done) toast({ text: done });
      form.again();
      onDone?.(value);
      router.refresh();
    },
  });
  return form;
}
