"use client";

import { StepProblem, type StepWords } from "#components/login/step-problem.tsx";
import { useStep } from "#components/login/use-step.ts";
import { Button } from "#components/ui/button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

type Words = Record<"heading" | "email" | "password" | "submit", string> & StepWords;

/** An address and a password; password managers may fill it in, also before scripts run. What was wrong is never said. */
export function LoginForm({ action, next, words }: { action: string; next: string; words: Words }) {
  const step = useStep(action);
  return (
    <form className="form" method="post" action={action} onSubmit={step.submit} aria-labelledby="own-login">
      <h2 id="own-login">{words.heading}</h2>
      <StepProblem step={step} words={words} />
      <input type="hidden" name="next" value={next} />
      <TextInput id="email" name="email" type="email" label={words.email} autoComplete="username" required />
      <TextInput
        id="password"
        name="password"
        type="password"
        label={words.password}
        autoComplete="current-password"
        required
      />
      <div className="actions">
        <Button type="submit" kind="primary" busy={step.busy}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
