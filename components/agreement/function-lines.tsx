import type { RevisionWords } from "#components/agreement/words.ts";
import { PageLink } from "#components/ui/page-link.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import type { NamedFunction } from "#lib/agreement/check-agreement.ts";
import type { Words } from "#lib/agreement/words.ts";

type Props = {
  functions: readonly NamedFunction[];
  there: readonly string[];
  words: RevisionWords;
  locale: keyof Words;
};

/** Functions in their order, each with its duties and whether it only comes with the draft. */
export function FunctionLines({ functions, there, words, locale }: Props) {
  const { revision: t } = words;
  if (functions.length === 0) return <p>{t.functionsNone}</p>;
  return (
    <ol className="lines">
      {functions.map(({ code, name, duties }) => (
        <li key={code}>
          <div>
            <p>
              <PageLink href={`/agreement/revision/functions.${code}`}>{name[locale]}</PageLink>{" "}
              {!there.includes(code) && <StateMark state="draft">{t.functionNew}</StateMark>}
            </p>
            <p className="hint">{duties.map((duty) => t.duty[duty]).join(" · ")}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
