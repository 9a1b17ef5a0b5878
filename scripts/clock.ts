import { z } from "zod";
import { type Day, parseDay } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { earliestTermination, payBy } from "#lib/eviction/pay-by.ts";
import { answerLines } from "#scripts/json-lines.ts";

// npm run -s clock < days.jsonl: the clocks from outside, so that anybody can check them.
//   {"id","received":"YYYY-MM-DD"}              a demand reached the tenant    {"id","payBy","earliestTermination"}
//   {"id","sent":"YYYY-MM-DD","workingDays":n}  something was sent that day    {"id","answerBy"}

const id = z.union([z.string(), z.number()]);
const day = z
  .string()
  .refine((text) => parseDay(text) !== null)
  .transform((text) => text as Day);

const question = z.union([
  z.object({ id, received: day }),
  z.object({ id, sent: day, workingDays: z.number().int().min(0).max(1000) }),
]);

const days = workingDays();

await answerLines({
  name: "clock",
  wanted: '{"id": …, "received": "YYYY-MM-DD"} or {"id": …, "sent": "YYYY-MM-DD", "workingDays": n}',
  read: (value) => question.safeParse(value).data ?? null,
  answer: (asked) =>
    "received" in asked
      ? { id: asked.id, payBy: payBy(asked.received), earliestTermination: earliestTermination(asked.received) }
      : { id: asked.id, answerBy: days.add(asked.sent, asked.workingDays) },
});
