"use client";

import type { DefaultValues, FieldValues } from "react-hook-form";
import { type ActForm, useActForm } from "#components/form/use-act-form.ts";
import { type Done, outdated, useFinish } from "#components/referral/acts/use-taps.ts";
import { useReferral } from "#components/referral/referral-context.tsx";
import { actAddress } from "#components/referral/use-opened.ts";

type FormOf<Values extends FieldValues> = {
  /** Tells two forms of the same act apart. */
  name?: string;
  defaults: DefaultValues<Values>;
  fixed?: Readonly<Record<string, string | number>>;
  /** What is said when it is done. */
  done: string | ((form: ActForm<Values>) => string);
};

/** A form of one act. What is typed stays when somebody else was first; then the referral is read anew around it. */
export function useActOf<Values extends FieldValues>(act: string, given: FormOf<Values>): ActForm<Values> {
  const { view, words, changed } = useReferral();
  const finish = useFinish();
  const { name = act, defaults, fixed = {}, done } = given;
  const { summary, unsent, retry } = words.form;
  const form: ActForm<Values> = useActForm<Values, Done>({
    id: `${name}-${view.code}`,
    action: actAddress(view.code, act),
    defaults,
    fixed: { basis: view.basis, ...fixed },
    words: { summary, unsent, retry },
    onDone: (value) => finish(act, typeof done === "string" ? done : done(form), value),
    onRefused: ({ code }) => {
      if (outdated.includes(code)) changed();
    },
  });
  return form;
}
