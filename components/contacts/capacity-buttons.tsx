"use client";

import { useRouter } from "next/navigation";
import type { ContactWords } from "#components/contacts/words.ts";
import { ActForm, Unsent } from "#components/form/act-form.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toasts.tsx";
import type { CapacityChoice, EntryView } from "#lib/directory/contact-view.ts";
import { fill } from "#lib/fill.ts";

type Props = { entry: EntryView; words: ContactWords };

/** For each service one row of buttons: takes in, or full (slower) until the end of a week. One click says it. */
export function CapacityButtons({ entry, words }: Props) {
  const t = words.contacts;
  return (
    <section className="stack">
      <h2>{t.capacity}</h2>
      <p className="hint">{t.capacityHint}</p>
      {entry.services.map((service) => (
        <Service key={service.code} service={service} entry={entry} words={words} />
      ))}
    </section>
  );
}

type ServiceProps = Props & { service: CapacityChoice };

function Service({ service, entry, words }: ServiceProps) {
  const t = words.contacts;
  const router = useRouter();
  const toast = useToasts();
  const form = useActForm<{ until: string }>({
    id: `capacity-${service.code}`,
    action: `/api/contacts/${entry.id}/capacity`,
    defaults: {},
    fixed: { service: service.code },
    words: words.form,
    onDone: () => {
      form.again();
      toast({ text: t.said });
      router.refresh();
    },
  });
  const busy = form.state === "sending";
  return (
    <ActForm form={form}>
      <fieldset className="choice">
        <legend>{service.name}</legend>
        {service.may === "slow" && <p className="hint">{t.slowOnly}</p>}
        <Unsent form={form} />
        <div className="actions">
          <Button type="submit" busy={busy} disabled={form.waits} aria-pressed={service.until === null}>
            {t.room}
          </Button>
          {entry.weeks.map(({ week, until }) => (
            <Button
              key={until}
              type="submit"
              name="until"
              value={until}
              busy={busy}
              disabled={form.waits}
              aria-pressed={service.until === until}
            >
              {fill(t[service.may], { week: String(week) })}
            </Button>
          ))}
        </div>
      </fieldset>
    </ActForm>
  );
}
