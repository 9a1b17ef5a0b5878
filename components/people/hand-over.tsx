"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { Heirs, type HeirValues, noHeirs } from "#components/people/heirs.tsx";
import { usePersonForm } from "#components/people/use-person-form.ts";
import type { PeopleWords } from "#components/people/words.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { PersonView } from "#lib/directory/people-view.ts";
import { fill } from "#lib/fill.ts";

type Moved = { moved: number | null };

/** "Overdrag alle mine": three clicks, one receipt. What one follows goes to a colleague or stays with the post. */
export function HandOver({ person, words }: { person: PersonView; words: PeopleWords }) {
  const t = words.people;
  const [receipt, setReceipt] = useState<string>();
  const form = usePersonForm<HeirValues, Moved>({
    id: "hand-over",
    action: `/api/people/${person.id}/hand-over`,
    defaults: noHeirs(person.handing),
    words,
    done: ({ moved }) => {
      const said = moved === null ? t.handedOver : moved === 1 ? t.movedOne : fill(t.moved, { count: String(moved) });
      setReceipt(said);
      return said;
    },
  });
  const heirs = useWatch({ control: form.rhf.control, name: "heirs" });
  const colleagues = person.handing.filter(({ post }) => heirs[post]).length;
  return (
    <section className="stack">
      <h2>{t.handOver}</h2>
      <p className="hint">{t.handOverHint}</p>
      {receipt && (
        <Banner kind="done">
          <p>{receipt}</p>
        </Banner>
      )}
      <Disclosure label={person.me ? t.handOverMine : t.handOverTheirs}>
        <ActForm form={form}>
          <Heirs form={form} handing={person.handing} words={words} />
          <Submit
            form={form}
            asks={{
              question: fill(t.handOverSure, {
                name: person.name,
                colleagues: String(colleagues),
                posts: String(person.handing.length),
              }),
              yes: t.handOverYes,
              no: t.endNo,
            }}
          >
            {t.handOverDo}
          </Submit>
        </ActForm>
      </Disclosure>
    </section>
  );
}
