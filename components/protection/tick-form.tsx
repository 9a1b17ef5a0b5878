"use client";

import { useRouter } from "next/navigation";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import type { ChecklistWords } from "#components/protection/words.ts";
import { useToasts } from "#components/ui/toasts.tsx";
import type { Day } from "#lib/calendar/day.ts";
import type { Point } from "#lib/protection/checklist.ts";

type Props = { point: Point; intent: string; words: ChecklistWords };

/** Says that a point is settled, and since which day. */
export function TickForm({ point, today, intent, words }: Props & { today: Day }) {
  const { checklist: t, form: say } = words;
  const router = useRouter();
  const toast = useToasts();
  const form = useActForm<{ on: string }>({
    id: `tick-${point}`,
    action: "/api/protection/checklist",
    defaults: { on: "" },
    fixed: { point },
    intent,
    words: say,
    onDone: () => {
      toast({ text: t.tickedToast });
      router.refresh();
    },
  });
  return (
    <ActForm form={form}>
      <DateField
        form={form}
        name="on"
        label={t.on}
        hint={say.dateHint}
        today={today}
        quick={[{ label: say.today, day: today }]}
      />
      <Submit form={form} kind="secondary" aria-label={`${t.tick}: ${t.point[point]}`}>
        {t.tick}
      </Submit>
    </ActForm>
  );
}

/** Takes a tick back: it asks first, since nobody can log a referral from then on. */
export function TakeBack({ point, intent, words }: Props) {
  const { checklist: t, form: say } = words;
  const router = useRouter();
  const toast = useToasts();
  const form = useActForm<Record<string, never>>({
    id: `take-back-${point}`,
    action: "/api/protection/checklist/take-back",
    defaults: {},
    fixed: { point },
    intent,
    words: say,
    onDone: () => {
      toast({ text: t.tookBack });
      router.refresh();
    },
  });
  const asks = { question: t.takeBackSure, yes: t.takeBackYes, no: t.takeBackNo };
  return (
    <ActForm form={form}>
      <Submit form={form} kind="quiet" asks={asks}>
        <span>{t.takeBack}</span>
        <span className="unseen">{` ${t.point[point]}`}</span>
      </Submit>
    </ActForm>
  );
}
