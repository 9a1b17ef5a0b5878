import Link from "next/link";
import type { RevisionWords } from "#components/agreement/words.ts";
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
  services: "/agreement/revision#services",
  meetings: "/agreement/revision#meetings",
  activities: "/agreement/revision#activities",
  economy: "/agreement/revision#words",
};

type Props = { steps: readonly Step[]; missing: (step: Step) => readonly string[]; words: RevisionWords };

/** The steps of a first edition in their order, each with what is still missing in it. */
export function FirstSteps({ steps, missing, words }: Props) {
  const { revision: t } = words;
  return (
    <section className="stack" aria-labelledby="steps">
      <h2 id="steps">{t.steps}</h2>
      <ol className="first-steps">
        {steps.map((each) => {
          const { step, state, count } = each;
          const what = missing(each);
          return (
            <li key={step}>
              <p>
                <Link href={places[step]} prefetch={false}>
                  {t.step[step]}
                </Link>{" "}
                <StateMark state={state === "missing" ? "last" : state === "done" ? "done" : "draft"}>
                  {t.stepState[state]}
                </StateMark>
              </p>
              {count > 0 && <p className="hint">{fill(t.stepCount, { count: String(count) })}</p>}
              {what.length > 0 && <p>{fill(t.stepMissing, { what: what.join(", ") })}</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
