"use client";

import { useRouter } from "next/navigation";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import type { PeopleWords } from "#components/people/words.ts";
import { Choice } from "#components/ui/choice.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useToasts } from "#components/ui/toasts.tsx";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { Choice as Post } from "#lib/directory/people-view.ts";
import { fill } from "#lib/fill.ts";

type Values = { name: string; mail: string; holds: string[]; standsIn: string[]; from: string };
type Props = { posts: readonly Post[]; today: Day; words: PeopleWords; intent: string };

/** Who, by which mail, to which posts, from when. They get a link by mail. */
export function InviteForm({ posts, today, words, intent }: Props) {
  const t = words.people;
  const router = useRouter();
  const toast = useToasts();
  const form = useActForm<Values, { person: string; waits: boolean }>({
    id: "invite",
    action: "/api/people",
    defaults: { name: "", mail: "", holds: [], standsIn: [], from: formatDanishDate(today) },
    intent,
    words: words.form,
    onDone: ({ person, waits }) => {
      toast({ text: waits ? t.request.asked : fill(t.invited, { mail: form.rhf.getValues("mail") }) });
      router.push(waits ? "/admin/people" : `/admin/people/${person}`);
    },
  });
  const options = posts.map(({ id, label }) => ({ value: id, label }));
  return (
    <ActForm form={form}>
      <TextInput {...form.input("name")} label={t.name} width="short" />
      <TextInput {...form.input("mail")} label={t.mail} hint={t.mailHint} inputMode="email" width="short" />
      <Choice {...form.choice("holds")} kind="several" layout="grid" legend={t.holds} options={options} />
      <Choice
        {...form.choice("standsIn")}
        kind="several"
        layout="grid"
        legend={t.standsInFor}
        hint={t.standsInHint}
        options={[]}
        more={{ label: t.choosePost, options }}
      />
      <DateField form={form} name="from" label={t.from} hint={words.form.dateHint} today={today} />
      <Submit form={form}>{t.inviteDo}</Submit>
    </ActForm>
  );
}
