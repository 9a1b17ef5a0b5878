import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { type EndingPost, EndPostForm, EndUnitForm, Keep } from "#components/units/end-form.tsx";
import { Owners } from "#components/units/owners.tsx";
import { PostForm } from "#components/units/post-form.tsx";
import { RenameForm } from "#components/units/rename-form.tsx";
import { loadWords, spanWords } from "#components/units/telling.ts";
import { readUnit } from "#db/units/read-units.ts";
import { type Locale, showDate } from "#lib/calendar/show-day.ts";
import { canFollow } from "#lib/directory/succession.ts";
import type { KeptPost } from "#lib/directory/units-view.ts";
import { fill } from "#lib/fill.ts";
import { Frame } from "../../../frame.tsx";
import { unitsWords } from "../words.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("units"))("title") };
}

/** One unit: its names, its posts, and how they end. For the administrator. */
export default async function UnitPage({ params }: Props) {
  const { id } = await params;
  const [locale, spoken] = await Promise.all([getLocale() as Promise<Locale>, unitsWords()]);
  const { value, frame, directory, me, say } = await readPage((tx, who) => readUnit(tx, who, id));
  const words = say(spoken);
  const { units: t } = words;
  const { today } = me;
  const unit = value.units.find((each) => each.id === id);
  if (!unit) notFound();
  const telling = { today, words: t, locale };
  const over = unit.to !== null && unit.to < today;
  const inIt = value.posts.filter((post) => post.unit === id);
  const label = (post: KeptPost) =>
    `${post.name[locale]}, ${value.units.find((each) => each.id === post.unit)?.short ?? "–"}`;
  const goesOn = (post: KeptPost) => post.ends === null && !over;
  /** Whoever can follow today can follow later; the day that is chosen is looked at when it is sent. */
  const ending = (post: KeptPost, outside: boolean): EndingPost => ({
    id: post.id,
    label: post.name[locale],
    load: loadWords(post, t),
    open: loadWords(post, t) !== null && post.load !== 0,
    successors: value.posts
      .filter((heir) => canFollow(heir, post, today) && !(outside && heir.unit === id))
      .map((heir) => ({ value: heir.id, label: label(heir) })),
  });
  const free = value.functions.filter(({ code }) => !inIt.some((post) => post.function === code));
  return (
    <Frame frame={frame} directory={directory} current="units">
      <PageHead
        title={unit.name}
        lead={`${t.kinds[unit.kind]} · ${spanWords(unit, telling)}`}
        back={{ href: "/admin/units", label: t.back }}
      />
      <Stack gap="wide">
        <section className="stack">
          <h2>{t.names}</h2>
          <ul>
            {unit.names.map(({ name, short, from }) => (
              <li key={from}>{fill(t.nameFrom, { name: `${name} (${short})`, day: showDate(from, locale) })}</li>
            ))}
          </ul>
          {!over && (
            <Disclosure label={t.rename}>
              <RenameForm unit={id} name={unit.name} short={unit.short} today={today} words={words} />
            </Disclosure>
          )}
        </section>
        {unit.kind === "helhedsplan" && (
          <Owners unit={unit} units={value.units} owners={value.owners} over={over} telling={telling} words={words} />
        )}
        <section className="stack">
          <h2>{t.posts}</h2>
          {inIt.length === 0 && <p>{t.noPosts}</p>}
          {inIt.map((post) => {
            const successor = value.posts.find((each) => each.id === post.successor);
            return (
              <article className="panel stack" key={post.id}>
                <h3>{post.name[locale]}</h3>
                <p>{[spanWords(post, telling), loadWords(post, t)].filter(Boolean).join(" · ")}</p>
                {post.to && <p>{successor ? fill(t.followedBy, { post: label(successor) }) : t.notFollowed}</p>}
                {goesOn(post) && (
                  <Disclosure label={t.end}>
                    <EndPostForm post={ending(post, false)} today={today} words={words} />
                  </Disclosure>
                )}
                {post.ends !== null && post.ends >= today && unit.to === null && <Keep post={post.id} words={words} />}
              </article>
            );
          })}
          {!over && (
            <Disclosure label={t.addPost}>
              <PostForm
                key={free.length}
                unit={id}
                functions={free.map(({ code, name }) => ({ value: code, label: name[locale] }))}
                today={today}
                words={words}
              />
            </Disclosure>
          )}
        </section>
        {unit.to === null ? (
          <Disclosure label={t.endUnit}>
            <EndUnitForm
              unit={id}
              posts={inIt.filter(goesOn).map((post) => ending(post, true))}
              today={today}
              words={words}
            />
          </Disclosure>
        ) : (
          !over && <Keep unit={id} words={words} />
        )}
      </Stack>
    </Frame>
  );
}
