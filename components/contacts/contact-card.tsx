"use client";

import { CheckEntry } from "#components/contacts/check-entry.tsx";
import { type ContactWords, presenceLine, telOf } from "#components/contacts/words.ts";
import { Icon } from "#components/ui/icon.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { Day } from "#lib/calendar/day.ts";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import type { ContactPerson, ContactPost } from "#lib/directory/contact-view.ts";
import { fill } from "#lib/fill.ts";

type Props = { post: ContactPost; today: Day; words: ContactWords; locale: Locale; intent: string };

/** One function: its number first, then who answers, when, and whether there is room. */
export function ContactCard({ post, today, words, locale, intent }: Props) {
  const t = words.contacts;
  const standing = {
    presence: post.presence,
    until: post.until,
    deputies: post.deputies.filter(({ awayUntil }) => !awayUntil).map(({ name }) => name),
  };
  const presence = presenceLine(standing, words.standing, locale);
  return (
    <li>
      <div className="contact">
        <h3>{post.function}</h3>
        {presence && (
          <p>
            <StateMark state={post.presence === "stood-in" ? "hold" : "last"}>{presence}</StateMark>
          </p>
        )}
        {post.capacity.map(({ service, state, week }) => (
          <p key={service}>
            <StateMark state="last">{`${service}: ${fill(words.standing[state], { week: String(week) })}`}</StateMark>
          </p>
        ))}
        {post.holders.map((person) => (
          <Person key={person.name} person={person} words={words} locale={locale} />
        ))}
        {post.deputies.map((person) => (
          <Person key={person.name} person={person} deputy words={words} locale={locale} />
        ))}
        {post.hours && post.presence !== "vacant" && (
          <p className="hint">
            {post.hours.now ? (
              <Tag>{fill(t.callNow, { to: shown(post.hours.to) })}</Tag>
            ) : (
              fill(post.hours.day === today ? t.callToday : t.callNext, {
                day: showDay(post.hours.day, locale),
                from: shown(post.hours.from),
                to: shown(post.hours.to),
              })
            )}
          </p>
        )}
        {post.asks && <CheckEntry post={post.id} label={post.function} words={words} intent={intent} />}
      </div>
      <div className="actions">
        {post.phone && (
          <a className="button" data-kind="secondary" href={telOf(post.phone)}>
            <Icon name="phone" />
            <span>{post.phone}</span>
            <span className="unseen">{fill(t.callWho, { post: post.function })}</span>
          </a>
        )}
        {post.mail && (
          <a className="button" data-kind="quiet" href={`mailto:${post.mail}`}>
            <span>{t.write}</span>
            <span className="unseen">{fill(t.callWho, { post: post.function })}</span>
          </a>
        )}
        {post.mayKeep && (
          <LinkButton kind="quiet" href={`/contacts/${post.id}`}>
            <span>{t.edit}</span>
            <span className="unseen">{fill(t.callWho, { post: post.function })}</span>
          </LinkButton>
        )}
      </div>
    </li>
  );
}

const shown = (time: string) => time.replace(":", ".");

type PersonProps = { person: ContactPerson; deputy?: boolean; words: ContactWords; locale: Locale };

function Person({ person, deputy = false, words, locale }: PersonProps) {
  const { name, phone, mail, awayUntil } = person;
  return (
    <p>
      <span>{deputy ? fill(words.contacts.deputy, { name }) : name}</span>
      {awayUntil && (
        <span className="hint">{` · ${fill(words.contacts.awayUntil, { day: showDay(awayUntil, locale) })}`}</span>
      )}
      {phone && (
        <>
          <span>{" · "}</span>
          <a href={telOf(phone)}>{phone}</a>
        </>
      )}
      {mail && (
        <>
          <span>{" · "}</span>
          <a href={`mailto:${mail}`}>{mail}</a>
        </>
      )}
    </p>
  );
}
