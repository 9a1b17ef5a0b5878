import type { useStep } from "#components/login/use-step.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";

export type StepWords = { unsent: string; retry: string };

/** What a step of a way in met with, and how it is tried again. */
export function StepProblem({ step, words }: { step: ReturnType<typeof useStep>; words: StepWords }) {
  return (
    <>
      {step.refusal && (
        <Banner kind="urgent" live>
          <p>{step.refusal}</p>
        </Banner>
      )}
      {step.retry && (
        <Banner kind="offline" live>
          <p>{words.unsent}</p>
          <Button onClick={step.retry}>{words.retry}</Button>
        </Banner>
      )}
    </>
  );
}
