"use client";

import type { ActForm } from "#components/form/use-act-form.ts";
import type { PeopleWords } from "#components/people/words.ts";
import { Select } from "#components/ui/text-input.tsx";
import type { Handing } from "#lib/directory/people-view.ts";
import { fill } from "#lib/fill.ts";

export type HeirValues = { heirs: Record<string, string> };

/** For each post who takes over: a colleague of it, or the post itself, which is what stands there first. */
export function Heirs({
  form,
  handing,
  words,
}: {
  form: ActForm<HeirValues>;
  handing: readonly Handing[];
  words: PeopleWords;
}) {
  const t = words.people;
  return handing.map(({ post, label, heirs }) =>
    heirs.length > 0 ? (
      <Select key={post} {...form.input(`heirs.${post}`)} label={fill(t.takesOver, { post: label })}>
        <option value="">{t.thePost}</option>
        {heirs.map((heir) => (
          <option key={heir.id} value={heir.id}>
            {heir.label}
          </option>
        ))}
      </Select>
    ) : (
      <p key={post}>{fill(t.staysWithPost, { post: label })}</p>
    ),
  );
}

/** Nobody is chosen from the start. */
export const noHeirs = (handing: readonly Handing[]): HeirValues => ({
  heirs: Object.fromEntries(handing.map(({ post }) => [post, ""])),
});
