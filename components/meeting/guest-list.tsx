"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import { useMeetingAct } from "#components/meeting/use-meeting-act.ts";
import type { MeetingWords } from "#components/meeting/words.ts";
import { AskFirst } from "#components/ui/ask-first.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useToasts } from "#components/ui/toasts.tsx";
import { fill } from "#lib/fill.ts";
import type { Guests } from "#lib/meeting/meeting-view.ts";

type Values = { mail: string };
type Props = { id: string; guests: Guests; words: MeetingWords; refresh: () => Promise<void> };

/** Whoever is invited by mail without an account. They get the day, time and place, and nothing of the agenda. */
export function GuestList({ id, guests: { who, invited }, words, refresh }: Props) {
  const { guests: say, unsent } = words.meeting;
  const toast = useToasts();
  const { act } = useMeetingAct({ unsent, refresh });
  const form = useActForm<Values>({
    id: "guest",
    action: `/api/meetings/${id}/guests`,
    defaults: { mail: "" },
    words: words.form,
    onDone: () => {
      const mail = form.rhf.getValues("mail").trim();
      form.again();
      toast({ text: fill(say.invited, { mail }) });
      void refresh().catch(() => {});
    },
  });
  async function remove(guest: Guests["invited"][number]) {
    const answer = await act({ action: `/api/meetings/${id}/guests/remove`, values: { guest: guest.id } });
    if (answer?.ok) toast({ text: fill(say.removed, { mail: guest.address }) });
  }
  return (
    <Disclosure label={fill(say.title, { count: String(invited.length) })}>
      <div className="stack">
        <p className="hint">{fill(say.lead, { who })}</p>
        {invited.length > 0 && (
          <ul className="lines">
            {invited.map((guest) => (
              <li key={guest.id}>
                <span className="long">{guest.address}</span>
                <AskFirst
                  kind="quiet"
                  label={say.remove}
                  name={fill(say.removeOf, { mail: guest.address })}
                  question={fill(say.removeSure, { mail: guest.address, left: String(invited.length - 1) })}
                  yes={say.removeYes}
                  no={say.removeNo}
                  onYes={() => void remove(guest)}
                />
              </li>
            ))}
          </ul>
        )}
        <ActForm form={form}>
          <TextInput {...form.input("mail")} label={say.mail} inputMode="email" />
          <Submit form={form} kind="secondary">
            {say.submit}
          </Submit>
        </ActForm>
      </div>
    </Disclosure>
  );
}
