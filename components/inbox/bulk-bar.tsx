"use client";

import type { SyntheticEvent } from "react";
import { ByButton } from "#components/form/by-button.tsx";
import { WhoseField } from "#components/form/whose-page.tsx";
import { type Bulk, bulkAction, isBulkAct } from "#components/inbox/use-bulk.ts";
import type { InboxRowWords } from "#components/inbox/words.ts";
import { Button } from "#components/ui/button.tsx";

/** The form that the boxes of all rows belong to. */
export const bulkForm = "bulk";

export type Colleague = { id: string; name: string };
type Props = { bulk: Bulk; colleagues: readonly Colleague[]; intent: string; words: InboxRowWords["inbox"] };

/** What can be done at once to the rows that were chosen. Without scripts it is a form. */
export function BulkBar({ bulk: { busy, says, run }, colleagues, intent, words }: Props) {
  const t = words.bulk;

  async function submitted(event: SyntheticEvent<HTMLFormElement, SubmitEvent>) {
    event.preventDefault();
    const form = event.currentTarget;
    const act = event.nativeEvent.submitter?.getAttribute("value");
    if (!isBulkAct(act)) return;
    const given = new FormData(form);
    const person = given.get("person") || undefined;
    const done = await run(act, given.getAll("codes").map(String), act === "assign" ? { person } : {});
    if (done) form.reset();
  }

  return (
    <form className="filter" id={bulkForm} method="post" action={bulkAction} onSubmit={submitted}>
      <ByButton />
      <WhoseField />
      <input type="hidden" name="intent" value={intent} />
      <strong>{t.label}</strong>
      {(["agenda", "later"] as const).map((act) => (
        <Button key={act} type="submit" name="act" value={act} busy={busy === act}>
          {t[act]}
        </Button>
      ))}
      <label>
        <span>{words.head.person}</span>
        <select className="input" name="person">
          <option value="">{t.person}</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" name="act" value="assign" busy={busy === "assign"}>
        {t.assign}
      </Button>
      <output>{says}</output>
    </form>
  );
}
