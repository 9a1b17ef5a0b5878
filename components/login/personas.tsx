"use client";

import { StepProblem, type StepWords } from "#components/login/step-problem.tsx";
import { useStep } from "#components/login/use-step.ts";
import { Button } from "#components/ui/button.tsx";

type Persona = { address: string; about: string };

type Props = {
  words: { heading: string; note: string } & StepWords;
  people: readonly Persona[];
  action: string;
  /** Where whoever logs in goes on. */
  next: string;
};

/** The demo's people, each one click. */
export function Personas({ words, people, action, next }: Props) {
  return (
    <section className="personas" aria-labelledby="personas">
      <h2 id="personas">{words.heading}</h2>
      <p>{words.note}</p>
      <ul>
        {people.map((persona) => (
          <li key={persona.address}>
            <PersonaForm {...persona} action={action} next={next} words={words} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PersonaForm({ address, about, action, next, words }: Persona & Pick<Props, "action" | "next" | "words">) {
  const step = useStep(action);
  return (
    <form method="post" action={action} onSubmit={step.submit}>
      <input type="hidden" name="address" value={address} />
      <input type="hidden" name="next" value={next} />
      <Button type="submit" wide busy={step.busy}>
        <span>
          <strong>{address.split("@")[0]}</strong> <span className="about">{about}</span>
        </span>
      </Button>
      <StepProblem step={step} words={words} />
    </form>
  );
}
