"use client";

import { useDeferredValue, useState } from "react";
import { ContactCard } from "#components/contacts/contact-card.tsx";
import { matching } from "#components/contacts/matching.ts";
import type { ContactWords } from "#components/contacts/words.ts";
import { useEarlyValues } from "#components/form/use-early-values.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Select, TextInput } from "#components/ui/text-input.tsx";
import type { Locale } from "#lib/calendar/show-day.ts";
import type { ContactsView, Owners } from "#lib/directory/contact-view.ts";
import { fill } from "#lib/fill.ts";

type Props = { view: ContactsView; words: ContactWords; locale: Locale; intent: string };

/** The contact scheme, narrowed down while one types. Nothing of it goes into an address or to the server. */
export function ContactList({ view, words, locale, intent }: Props) {
  const t = words.contacts;
  const [text, setText] = useState("");
  const [unit, setUnit] = useState("");
  const [function_, setFunction] = useState("");
  useEarlyValues({ "contact-search": setText, "contact-unit": setUnit, "contact-function": setFunction });
  const wanted = useDeferredValue(text);
  const units = matching(view.units, { text: wanted, unit, function: function_ });
  const functions = [...new Set(view.units.flatMap(({ posts }) => posts.map((post) => post.function)))].toSorted(
    (a, b) => a.localeCompare(b, locale),
  );
  const count = units.reduce((sum, { posts }) => sum + posts.length, 0);
  return (
    <>
      <search className="filter">
        <TextInput
          id="contact-search"
          type="search"
          label={t.search}
          hint={t.searchHint}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select id="contact-unit" label={t.unit} value={unit} onChange={(event) => setUnit(event.currentTarget.value)}>
          <option value="">{t.allUnits}</option>
          {view.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Select
          id="contact-function"
          label={t.function}
          value={function_}
          onChange={(event) => setFunction(event.currentTarget.value)}
        >
          <option value="">{t.allFunctions}</option>
          {functions.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </search>
      <output className="hint">{count === 1 ? t.foundOne : fill(t.found, { count: String(count) })}</output>
      {units.length === 0 && <EmptyState text={t.none} />}
      {units.map(({ id, name, posts, owners }) => (
        <section className="stack" key={id}>
          <h2>{name}</h2>
          {owners && <p className="hint">{ownersLine(owners, t)}</p>}
          <ul className="lines contacts">
            {posts.map((post) => (
              <ContactCard key={post.id} post={post} today={view.today} words={words} locale={locale} intent={intent} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** "Boligorganisationer: fsb (ansvarlig), HAB" */
function ownersLine({ responsible, others }: Owners, words: ContactWords["contacts"]): string {
  if (responsible === null) return fill(words.owners, { names: others.join(", ") });
  if (others.length === 0) return fill(words.owner, { name: responsible });
  return fill(words.owners, { names: [fill(words.responsible, { name: responsible }), ...others].join(", ") });
}
