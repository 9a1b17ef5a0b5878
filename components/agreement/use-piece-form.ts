import type { DefaultValues, FieldValues } from "react-hook-form";
import { useSeenVersion } from "#components/agreement/seen-version.tsx";
import { useRevisionForm } from "#components/agreement/use-revision-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import type { ActForm } from "#components/form/use-act-form.ts";

type Options<Values extends FieldValues> = {
  id: string;
  act: string;
  defaults: DefaultValues<Values>;
  fixed?: Readonly<Record<string, string>>;
  /** What cannot be as it stands, by the field: its sentence stands there until the piece is saved. */
  flaws?: Readonly<Record<string, string>> | undefined;
  done?: string;
  /** Where one goes on, other than to the same piece. */
  next?: (saved: never) => string;
  words: RevisionWords;
};

/** A form that changes one piece of the draft, as it was seen last. */
export function usePieceForm<Values extends FieldValues>({
  fixed = {},
  flaws = {},
  done,
  next,
  words,
  ...rest
}: Options<Values>): ActForm<Values> {
  const { version, saw } = useSeenVersion();
  const form = useRevisionForm<Values, { version: number }>({
    ...rest,
    fixed: { version, ...fixed },
    words,
    ...(next ? { next: next as (saved: { version: number }) => string } : {}),
    done: (saved) => {
      saw(saved.version);
      return done ?? words.revision.saved;
    },
  });
  const flawed = <Told extends { error: string | undefined }>(name: string, told: Told): Told => ({
    ...told,
    error: told.error ?? flaws[name],
  });
  return {
    ...form,
    input: (name) => flawed(name, form.input(name)),
    choice: (name) => flawed(name, form.choice(name)),
  };
}
