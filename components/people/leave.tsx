"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { Heirs, type HeirValues, noHeirs } from "#components/people/heirs.tsx";
import { usePersonForm } from "#components/people/use-person-form.ts";
import type { PeopleWords } from "#components/people/words.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { PersonView } from "#lib/directory/people-view.ts";
import { fill } from "#lib/fill.ts";

/** Somebody stops, or is gone already. Says before what goes with them, and which post will stand empty. */
export function Leave({ person, words }: { person: PersonView; words: PeopleWords }) {
  const t = words.people;
  const form = usePersonForm<HeirValues>({
    id: "leave",
    action: `/api/people/${person.id}/leave`,
    defaults: noHeirs(person.handing),
    words,
    done: fill(t.left, { name: person.name }),
    next: "/admin/people",
  });
  return (
    <section className="stack">
      <h2>{t.leaving}</h2>
      <Disclosure label={fill(t.stops, { name: person.name })}>
        <ActForm form={form}>
          <p>{t.leavingHint}</p>
          {person.held
            .filter(({ last }) => last)
            .map(({ post, label }) => (
              <Banner key={post} kind="warning">
                <p>{fill(t.lastOne, { post: label })}</p>
              </Banner>
            ))}
          <Heirs form={form} handing={person.handing} words={words} />
          <Submit
            form={form}
            kind="danger"
            asks={{
              question: fill(t.leaveSure, {
                name: person.name,
                posts: String(new Set(person.held.map(({ post }) => post)).size),
                vacant: String(person.held.filter(({ last }) => last).length),
              }),
              yes: t.leaveYes,
              no: t.endNo,
            }}
          >
            {t.leaveDo}
          </Submit>
        </ActForm>
      </Disclosure>
    </section>
  );
}
