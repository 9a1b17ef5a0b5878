"use client";

import { StepProblem, type StepWords } from "#components/login/step-problem.tsx";
import { useStep } from "#components/login/use-step.ts";
import { Button } from "#components/ui/button.tsx";

const action = "/api/invitation/choose";

/** Which of two goes on in this browser: what was under way, or the link that was followed last. */
export function OtherLink({ words }: { words: { stay: string; useOther: string } & StepWords }) {
  const step = useStep(action);
  return (
    <form className="stack" method="post" action={action} onSubmit={step.submit}>
      <StepProblem step={step} words={words} />
      <div className="actions">
        <Button type="submit" kind="primary" name="goesOn" value="begun" busy={step.busy}>
          {words.stay}
        </Button>
        <Button type="submit" name="goesOn" value="offered" busy={step.busy}>
          {words.useOther}
        </Button>
      </div>
    </form>
  );
}
