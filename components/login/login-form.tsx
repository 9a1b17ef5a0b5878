"use client";

import { type SyntheticEvent, useState } from "react";
import { postAct } from "#components/form/post-act.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

type Words = Record<"heading" | "email" | "password" | "submit" | "away", string>;

/** An address and a password; password managers may fill it in, also before scripts run. What was wrong is never said. */
export function LoginForm({ action, next, words }: { action: string; next: string; words: Words }) {
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  async function submit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(event.currentTarget));
    setBusy(true);
    const answer = await postAct<{ next: string }>({ action, intent: crypto.randomUUID(), values });
    // A whole new page: nothing that was drawn for somebody else stays.
    if (answer !== "unsent" && answer.ok) return window.location.assign(answer.value.next);
    setBusy(false);
    setProblem(answer === "unsent" || answer.code === "database-away" ? words.away : answer.message);
  }
  return (
    <form className="form" method="post" action={action} onSubmit={submit} aria-labelledby="own-login">
      <h2 id="own-login">{words.heading}</h2>
      {problem && (
        <Banner kind="urgent" live>
          <p>{problem}</p>
        </Banner>
      )}
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
        <Button type="submit" kind="primary" busy={busy}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
