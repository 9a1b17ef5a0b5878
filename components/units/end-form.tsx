"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { Select } from "#components/ui/text-input.tsx";
import { useUnitForm } from "#components/units/use-unit-form.ts";
import type { UnitsWords } from "#components/units/words.ts";
import type { Day } from "#lib/calendar/day.ts";
import { fill } from "#lib/fill.ts";

type Option = { value: string; label: string };

/** A post that ends, with what lies with it and whom it can be followed by. `open`: referrals lie there. */
export type EndingPost = {
  id: string;
  label: string;
  load: string | null;
  open: boolean;
  successors: readonly Option[];
};

type Common = { today: Day; words: UnitsWords };

/** One post ends: from which day, and who follows. */
export function EndPostForm({ post, today, words }: Common & { post: EndingPost }) {
  const { units: t } = words;
  const form = useUnitForm<{ from: string; successor: string }>({
    id: `end-${post.id}`,
    act: "/posts/end",
    defaults: { from: "", successor: "" },
    fixed: { post: post.id },
    words,
    done: t.ended,
  });
  return (
    <ActForm form={form}>
      {post.load && <p>{post.load}</p>}
      <DateField form={form} name="from" label={t.endsFrom} hint={t.endsHint} today={today} />
      <Select
        {...form.input("successor")}
        label={t.successor}
        hint={post.successors.length > 0 ? t.successorHint : t.none}
      >
        <Heirs successors={post.successors} nobody={t.nobody} />
      </Select>
      <Submit
        form={form}
        kind="danger"
        asks={{
          question: fill(t.endSure, { post: post.label, load: post.load ?? t.load.none }),
          yes: t.endYes,
          no: t.endNo,
        }}
      >
        {t.endDo}
      </Submit>
    </ActForm>
  );
}

/** A unit ends with every post in it, each followed by another. */
export function EndUnitForm({ unit, posts, today, words }: Common & { unit: string; posts: readonly EndingPost[] }) {
  const { units: t } = words;
  const form = useUnitForm<{ from: string; successors: Record<string, string> }>({
    id: "end-unit",
    act: "/end",
    defaults: { from: "", successors: Object.fromEntries(posts.map(({ id }) => [id, ""])) },
    fixed: { unit },
    words,
    done: t.unitEnded,
  });
  return (
    <ActForm form={form}>
      <p>{t.endUnitLead}</p>
      <DateField form={form} name="from" label={t.endsFrom} hint={t.endsHint} today={today} />
      {posts.map(({ id, label, load, successors }) => (
        <Select key={id} {...form.input(`successors.${id}`)} label={fill(t.successorOf, { post: label })} hint={load}>
          <Heirs successors={successors} nobody={t.nobody} />
        </Select>
      ))}
      <Submit
        form={form}
        kind="danger"
        asks={{
          question: fill(t.endUnitSure, {
            posts: String(posts.length),
            open: String(posts.filter(({ open }) => open).length),
          }),
          yes: t.endYes,
          no: t.endNo,
        }}
      >
        {t.endUnitDo}
      </Submit>
    </ActForm>
  );
}

function Heirs({ successors, nobody }: { successors: readonly Option[]; nobody: string }) {
  return (
    <>
      <option value="">{nobody}</option>
      {successors.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  );
}

type Keeping = { words: UnitsWords } & ({ post: string } | { unit: string });

/** A post or a unit that was to end goes on. */
export function Keep({ words, ...of }: Keeping) {
  const whole = "unit" in of;
  const form = useUnitForm<Record<string, never>>({
    id: `keep-${whole ? of.unit : of.post}`,
    act: whole ? "/keep" : "/posts/keep",
    defaults: {},
    fixed: of,
    words,
    done: whole ? words.units.unitKept : words.units.kept,
  });
  return (
    <ActForm form={form}>
      <Submit form={form} kind="secondary">
        {whole ? words.units.keepUnit : words.units.keep}
      </Submit>
    </ActForm>
  );
}
