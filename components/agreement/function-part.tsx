import { randomUUID } from "node:crypto";
import { FunctionForm, type WrittenFunction } from "#components/agreement/function-form.tsx";
import { FunctionLines } from "#components/agreement/function-lines.tsx";
import { OneAct } from "#components/agreement/one-act.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import type { NamedFunction } from "#lib/agreement/check-agreement.ts";
import type { Words } from "#lib/agreement/words.ts";
import { fill } from "#lib/fill.ts";

type Props = {
  functions: readonly NamedFunction[];
  retired: readonly NamedFunction[];
  there: readonly string[];
  version: number;
  words: RevisionWords;
  locale: keyof Words;
};

/** The functions of a draft in their order, those that it takes out, and a form for one more. */
export function FunctionsPart({ functions, retired, there, version, words, locale }: Props) {
  const { revision: t } = words;
  return (
    <>
      <p>{t.functionsLead}</p>
      <FunctionLines functions={functions} there={there} words={words} locale={locale} />
      {retired.length > 0 && (
        <section className="stack">
          <h2>{t.retiredList}</h2>
          <ul className="lines">
            {retired.map(({ code, name }) => (
              <li key={code}>
                <p>{name[locale]}</p>
                <OneAct
                  id={`keep-${code}`}
                  act="/functions/keep"
                  version={version}
                  fixed={{ function: code }}
                  intent={randomUUID()}
                  done={t.kept}
                  words={words}
                >
                  {fill(t.keep, { name: name[locale] })}
                </OneAct>
              </li>
            ))}
          </ul>
        </section>
      )}
      <FunctionForm key={functions.length} words={words} />
    </>
  );
}

type OneProps = { of: WrittenFunction; version: number; words: RevisionWords };

/** One function of a draft: its name and duties, its place in the order, and its end. */
export function FunctionPart({ of, version, words }: OneProps) {
  const { revision: t } = words;
  const act = { version, words };
  return (
    <>
      <FunctionForm key={JSON.stringify(of)} of={of} words={words} />
      <section className="stack">
        <h2>{t.order}</h2>
        <div className="actions">
          {(["up", "down"] as const).map((to) => (
            <OneAct
              {...act}
              key={to}
              id={`move-${to}`}
              act="/functions/move"
              fixed={{ function: of.code, to }}
              intent={randomUUID()}
              done={t.saved}
            >
              {to === "up" ? t.moveUp : t.moveDown}
            </OneAct>
          ))}
        </div>
      </section>
      <section className="stack">
        <h2>{t.retire}</h2>
        <p>{t.retireHint}</p>
        <OneAct
          {...act}
          id="retire"
          act="/functions/retire"
          kind="danger"
          fixed={{ function: of.code }}
          intent={randomUUID()}
          done={t.retired}
          next="/agreement/revision/functions"
        >
          {t.retire}
        </OneAct>
      </section>
    </>
  );
}
