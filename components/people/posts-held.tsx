"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { OneButton } from "#components/people/one-button.tsx";
import { usePersonForm } from "#components/people/use-person-form.ts";
import type { PeopleWords } from "#components/people/words.ts";
import { Choice } from "#components/ui/choice.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Select } from "#components/ui/text-input.tsx";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import type { PersonView } from "#lib/directory/people-view.ts";
import { fill } from "#lib/fill.ts";

type Props = { person: PersonView; words: PeopleWords; locale: Locale };

/** What somebody holds or stands in for; one function in one unit, and as many as there are. */
export function PostsHeld({ person, words, locale }: Props) {
  const t = words.people;
  return (
    <section className="stack">
      <h2>{t.posts}</h2>
      {person.held.length === 0 && <p>{t.noPosts}</p>}
      {!person.kept && <p className="hint">{t.ledByOthers}</p>}
      <ul className="lines">
        {person.held.map(({ post, label, deputy, from, last, mayEnd }) => (
          <li key={`${post} ${from}`}>
            <div>
              <p>
                <span>{label}</span> {deputy && <Tag>{t.deputy}</Tag>}
              </p>
              {from > person.today && <p className="hint">{fill(t.fromDay, { day: showDay(from, locale) })}</p>}
              {last && mayEnd && <p className="hint">{t.onlyOne}</p>}
            </div>
            {mayEnd && (
              <OneButton
                id={`end-${post}`}
                action={`/api/people/${person.id}/posts/end`}
                fixed={{ post }}
                done={fill(t.ended, { post: label })}
                asks={{
                  question: [fill(t.endSure, { name: person.name, post: label }), ...(last ? [t.onlyOne] : [])].join(
                    " ",
                  ),
                  yes: t.endYes,
                  no: t.endNo,
                }}
                words={words}
              >
                <span>{t.end}</span>
                <span className="unseen">{` ${label}`}</span>
              </OneButton>
            )}
          </li>
        ))}
      </ul>
      {person.giveable.length > 0 && <GivePost person={person} words={words} />}
    </section>
  );
}

function GivePost({ person, words }: Omit<Props, "locale">) {
  const t = words.people;
  const form = usePersonForm<{ post: string; as: string; from: string }, { waits: boolean }>({
    id: "give",
    action: `/api/people/${person.id}/posts`,
    defaults: { post: "", from: formatDanishDate(person.today) },
    words,
    done: ({ waits }) => (waits ? t.request.asked : t.given),
  });
  return (
    <Disclosure label={t.give}>
      <ActForm form={form}>
        <Select {...form.input("post")} label={t.post}>
          <option value="">{t.choosePost}</option>
          {person.giveable.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
        <Choice
          {...form.choice("as")}
          kind="one"
          legend={t.as}
          options={[
            { value: "holder", label: t.asHolder },
            { value: "deputy", label: t.asDeputy },
          ]}
        />
        <DateField form={form} name="from" label={t.from} hint={words.form.dateHint} today={person.today} />
        <Submit form={form} kind="secondary">
          {t.giveDo}
        </Submit>
      </ActForm>
    </Disclosure>
  );
}
