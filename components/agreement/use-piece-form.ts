import type { DefaultValues, FieldValues } from "react-hook-form";
import { useSeenVersion } from "#components/agreement/seen-version.tsx";
import { useRevisionForm } from "#components/agreement/use-revision-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";

type Options<Values extends FieldValues> = {
  id: string;
  act: string;
  defaults: DefaultValues<Values>;
  fixed?: Readonly<Record<string, string>>;
  words: RevisionWords;
};

/** A form that changes one piece of the draft, as it was seen last. */
export function usePieceForm<Values extends FieldValues>({ fixed = {}, words, ...rest }: Options<Values>) {
  const { version, saw } = useSeenVersion();
  return useRevisionForm<Values, { version: number }>({
    ...rest,
    fixed: { version, ...fixed },
    words,
    done: (saved) => {
      saw(saved.version);
      return words.revision.saved;
    },
  });
}
