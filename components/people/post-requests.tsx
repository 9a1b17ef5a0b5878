import { OneButton } from "#components/people/one-button.tsx";
import type { PeopleWords } from "#components/people/words.ts";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import type { PostRequest } from "#lib/directory/people-view.ts";
import { fill } from "#lib/fill.ts";

type Props = { requests: readonly PostRequest[]; administers: boolean; words: PeopleWords; locale: Locale };

/** Posts that a leader wants to give and a second person confirms first. Whoever asked sees that it waits. */
export function PostRequests({ requests, administers, words, locale }: Props) {
  const t = words.people.request;
  if (requests.length === 0 && !administers) return null;
  return (
    <section className="stack">
      <h2>{administers ? t.title : t.titleOwn}</h2>
      {requests.length === 0 ? (
        <p className="hint">{t.none}</p>
      ) : (
        <>
          <p className="hint">{administers ? t.lead : t.leadOwn}</p>
          <ul className="lines">
            {requests.map((request) => (
              <Request key={request.id} request={request} words={words} locale={locale} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Request({ request, words, locale }: { request: PostRequest; words: PeopleWords; locale: Locale }) {
  const t = words.people.request;
  const { id, name, label, deputy, from, askedBy, askedOn, mayConfirm, mayWithdraw } = request;
  const day = showDay(askedOn, locale);
  return (
    <li>
      <div>
        <p>{fill(deputy ? t.deputy : t.holder, { name, post: label, day: showDay(from, locale) })}</p>
        <p className="hint">{mayWithdraw ? fill(t.mine, { day }) : fill(t.by, { name: askedBy, day })}</p>
      </div>
      <div className="actions">
        {mayConfirm && <Answer id={id} answer="confirmed" kind="primary" name={name} words={words} />}
        {mayConfirm && <Answer id={id} answer="refused" name={name} words={words} />}
        {mayWithdraw && <Answer id={id} answer="withdrawn" name={name} words={words} />}
      </div>
    </li>
  );
}

type Answering = {
  id: string;
  answer: "confirmed" | "refused" | "withdrawn";
  kind?: "primary" | "secondary";
  name: string;
  words: PeopleWords;
};

function Answer({ id, answer, kind = "secondary", name, words }: Answering) {
  const { request: t } = words.people;
  const { does, done } = t[answer];
  return (
    <OneButton
      id={`${answer}-${id}`}
      action="/api/people/requests"
      fixed={{ request: id, answer }}
      kind={kind}
      done={fill(done, { name })}
      {...(answer === "refused" && {
        asks: { question: fill(t.refused.sure, { name }), yes: t.refused.yes, no: t.no },
      })}
      words={words}
    >
      <span>{does}</span>
      <span className="unseen">{` ${name}`}</span>
    </OneButton>
  );
}
