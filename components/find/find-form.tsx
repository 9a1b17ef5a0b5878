"use client";

import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import { findField } from "#components/find/find-link.tsx";
import { FoundTable } from "#components/find/found-table.tsx";
import { type ActRefusal, errorsOf, postAct } from "#components/form/post-act.ts";
import { WhoseField } from "#components/form/whose-page.tsx";
import { Button } from "#components/ui/button.tsx";
import { Select, TextInput } from "#components/ui/text-input.tsx";
import { fill } from "#lib/fill.ts";
import { type FoundView, findStates, mostFound } from "#lib/referral/find-view.ts";
import type messages from "#messages/da.json";

export type FindWords = (typeof messages)["find"] & { aPlan: string; unsent: string };

type Named = { value: string; name: string };
type Props = { services: readonly Named[]; units: readonly Named[]; words: FindWords };

/** Looks for a referral, and shows what was found under the question. Nothing of it ever stands in the address. */
export function FindForm({ services, units, words }: Props) {
  const [answer, setAnswer] = useState<FoundView | ActRefusal | "unsent" | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => document.getElementById(findField)?.focus(), []);

  async function ask(event: SyntheticEvent) {
    event.preventDefault();
    if (!form.current || busy) return;
    setBusy(true);
    const given = [...new FormData(form.current)].filter(([, value]) => value !== "");
    const got = await postAct<FoundView>({
      action: "/api/find",
      intent: crypto.randomUUID(),
      values: Object.fromEntries(given),
    });
    setAnswer(got !== "unsent" && got.ok ? got.value : got);
    setBusy(false);
  }

  const refusal = answer && answer !== "unsent" && "ok" in answer ? answer : null;
  const found = answer && answer !== "unsent" && "rows" in answer ? answer : null;
  const errors = refusal ? errorsOf(refusal) : [];
  const errorOf = (field: string) => errors.find((each) => each.field === field)?.message;
  const other = errors.find(({ field }) => field !== "code")?.message;
  const options = (all: string, named: readonly Named[]) => [
    <option key="" value="">
      {all}
    </option>,
    ...named.map(({ value, name }) => (
      <option key={value} value={value}>
        {name}
      </option>
    )),
  ];

  return (
    <>
      <form className="form" ref={form} method="post" action="/api/find" onSubmit={ask}>
        <WhoseField />
        <TextInput
          id={findField}
          name="code"
          label={words.code}
          hint={words.codeHint}
          error={errorOf("code")}
          width="short"
          maxLength={40}
          autoCapitalize="characters"
        />
        <div className="filter">
          <Select id="find-service" name="service" label={words.service}>
            {options(words.services, services)}
          </Select>
          <Select id="find-unit" name="unit" label={words.unit}>
            {options(words.units, units)}
          </Select>
          <Select id="find-state" name="state" label={words.state}>
            {options(
              words.states,
              findStates.map((state) => ({ value: state, name: words.is[state] })),
            )}
          </Select>
        </div>
        <div className="actions">
          <Button type="submit" kind="primary" busy={busy}>
            {words.do}
          </Button>
        </div>
      </form>
      <output>{answer === "unsent" ? words.unsent : (other ?? (found ? summaryOf(found, words) : ""))}</output>
      {found && found.rows.length > 0 && <FoundTable rows={found.rows} words={words} />}
    </>
  );
}

function summaryOf({ rows: { length }, more, near }: FoundView, words: FindWords): string {
  if (length === 0) return words.none;
  if (near) return words.near;
  if (more) return fill(words.more, { count: String(mostFound) });
  return length === 1 ? words.one : fill(words.several, { count: String(length) });
}
