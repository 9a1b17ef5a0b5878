"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { errorsOf, postAct } from "#components/form/post-act.ts";
import type { ActFormWords } from "#components/form/use-act-form.ts";
import { useUnready } from "#components/form/use-unready.ts";
import { ListFaults, ListPlanned } from "#components/people/list-plan.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorSummary, type SummaryEntry } from "#components/ui/error-summary.tsx";
import { describedBy, Field, written } from "#components/ui/field.tsx";
import { useToasts } from "#components/ui/toasts.tsx";
import type { Locale } from "#lib/calendar/show-day.ts";
import { largestFile } from "#lib/directory/list/limits.ts";
import type { ListDone, ListPlan } from "#lib/directory/list/list-plan.ts";
import { fill } from "#lib/fill.ts";
import type messages from "#messages/da.json";

export type ListWords = {
  list: (typeof messages)["peopleList"];
  columns: (typeof messages)["refusals"]["columns"];
  tooLarge: string;
  needed: string;
  form: ActFormWords;
};
type Props = { words: ListWords; locale: Locale };
type Chosen = { letters: string; intent: string };

const field = "list-file";

/** A file is chosen and tried, what it would come to is read, and only then is anybody invited. */
export function ListForm({ words, locale }: Props) {
  const t = words.list;
  const router = useRouter();
  const toast = useToasts();
  const unready = useUnready();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen>();
  const [plan, setPlan] = useState<ListPlan>();
  const [state, setState] = useState<"still" | "trying" | "inviting" | "unsent" | "done">("still");
  const [errors, setErrors] = useState<readonly SummaryEntry[]>([]);
  const working = useRef(false);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (plan) section.current?.focus();
  }, [plan]);

  const say = (message: string) => setErrors([{ id: field, message }]);

  function forget() {
    setPlan(undefined);
    setChosen(undefined);
    setErrors([]);
    setState("still");
  }

  /** One at a time: what a second press asks for is on its way already. */
  async function alone(doing: "trying" | "inviting", work: () => Promise<void>) {
    if (working.current) return;
    working.current = true;
    setState(doing);
    setErrors([]);
    await work();
    working.current = false;
  }

  const tryIt = () =>
    alone("trying", async () => {
      setPlan(undefined);
      setChosen(undefined);
      const file = input.current?.files?.[0];
      const letters = file && file.size <= largestFile ? await lettersOf(file) : undefined;
      if (letters === undefined) {
        setState("still");
        return say(file && file.size > largestFile ? words.tooLarge : words.needed);
      }
      const values = { file: letters };
      const answer = await postAct<ListPlan>({ action: "/api/people/list/try", intent: crypto.randomUUID(), values });
      if (answer === "unsent") return setState("unsent");
      setState("still");
      if (!answer.ok) return setErrors(errorsOf(answer).map(({ message }) => ({ id: field, message })));
      setChosen({ letters, intent: crypto.randomUUID() });
      setPlan(answer.value);
    });

  const invite = () =>
    alone("inviting", async () => {
      if (!chosen || !plan) return setState("still");
      const values = { file: chosen.letters, seen: plan.seen };
      const answer = await postAct<ListDone>({ action: "/api/people/list", intent: chosen.intent, values });
      if (answer === "unsent") return setState("unsent");
      if (!answer.ok) {
        setState("still");
        return setErrors(errorsOf(answer).map(({ message }) => ({ id: field, message })));
      }
      setState("done");
      const { people, waits } = answer.value;
      toast({ text: fill(waits > 0 ? t.doneWaits : t.done, { people: String(people), waits: String(waits) }) });
      router.push("/admin/people");
    });

  const error = errors[0]?.message;
  return (
    <div className="stack" data-gap="wide">
      <ErrorSummary heading={words.form.summary} entries={errors} />
      <section className="stack">
        <h2>{t.fill}</h2>
        <p>{t.fillHint}</p>
        <p>
          <a href="/api/people/list/template" download>
            {t.template}
          </a>
        </p>
      </section>
      <section className="stack">
        <h2>{t.choose}</h2>
        <noscript>
          <p>{t.noScript}</p>
        </noscript>
        <Field id={field} label={t.file} hint={t.chooseHint} error={error}>
          <input
            ref={input}
            type="file"
            accept=".xlsx,.csv,.txt"
            {...written}
            {...describedBy(field, { hint: t.chooseHint, error })}
            id={field}
            className="input"
            disabled={state === "trying" || state === "inviting"}
            onChange={forget}
          />
        </Field>
        <p className="actions">
          <Button kind={plan ? "secondary" : "primary"} busy={state === "trying"} disabled={unready} onClick={tryIt}>
            {t.try}
          </Button>
        </p>
        <output>{state === "trying" ? t.trying : ""}</output>
      </section>
      {state === "unsent" && (
        <Banner kind="offline" live>
          <p>{words.form.unsent}</p>
          <Button onClick={chosen ? invite : tryIt}>{words.form.retry}</Button>
        </Banner>
      )}
      {plan && (
        <section className="stack" ref={section} tabIndex={-1} aria-labelledby="list-plan">
          {plan.faults.length > 0 ? (
            <ListFaults faults={plan.faults} words={words} />
          ) : (
            <ListPlanned lines={plan.lines} words={words} locale={locale}>
              {(label) => (
                <Button kind="primary" busy={state === "inviting" || state === "done"} onClick={invite}>
                  {label}
                </Button>
              )}
            </ListPlanned>
          )}
        </section>
      )}
    </div>
  );
}

/** A file in base64; nothing where it was moved or changed meanwhile. */
const lettersOf = (file: File): Promise<string | undefined> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve((reader.result as string).split(",")[1] ?? ""));
    reader.addEventListener("error", () => resolve(undefined));
    reader.readAsDataURL(file);
  });
