import type { RevisionWords } from "#components/agreement/words.ts";
import { PageLink } from "#components/ui/page-link.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import type { Step, StepName } from "#lib/agreement/steps.ts";
import { fill } from "#lib/fill.ts";

/** Where each step is written. */
const places: Record<StepName, string> = {
  frame: "/agreement/revision/contract",
  functions: "/agreement/revision/functions",
  parties: "/admin/units",
  areas: "/agreement/revision/areas",
  forAll: "/agreement/revision/forAll",
  services: "/agreement/revision/services",
  meetings: "/agreement/revision/meetings",
  activities: "/agreement/revision/activities",
  economy: "/agreement/revision/economy",
  local: "/agreement/revision/local",
};

/** What is still missing in a step, in a word each, and what is wrong in it, each with its place. */
export type StepLacks = { names: readonly string[]; problems: readonly { text: string; href: string }[] };

type Props = { steps: readonly Step[]; lacks: (step: Step) => StepLacks; words: RevisionWords };

/** The steps of a first edition in their order, each with what is still missing in it. */
export function FirstSteps({ steps, lacks, words }: Props) {
  const { revision: t } = words;
  return (
    <section className="stack" aria-labelledby="steps">
      <h2 id="steps">{t.steps}</h2>
      <ol className="first-steps">
        {steps.map((each) => {
          const { step, state, count } = each;
          const { names, problems } = lacks(each);
          return (
            <li key={step}>
              <p>
                <PageLink href={places[step]}>{t.step[step]}</PageLink>{" "}
                <StateMark state={state === "missing" ? "last" : state === "done" ? "done" : "draft"}>
                  {t.stepState[state]}
                </StateMark>
              </p>
              {count > 0 && <p className="hint">{fill(t.stepCount, { count: String(count) })}</p>}
              {names.length > 0 && <p>{fill(t.stepMissing, { what: names.join(", ") })}</p>}
              {problems.length > 0 && (
                <ul className="points">
                  {problems.map(({ text, href }) => (
                    <li key={`${href} ${text}`}>
                      <PageLink href={href}>{text}</PageLink>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
