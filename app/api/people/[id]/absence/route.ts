import { change } from "#app/_server/change.ts";
import { absenceInput, sayAway } from "#db/people/absence.ts";

export const POST = change({
  input: absenceInput,
  run: (tx, me, span, { id }: { id: string }) => sayAway(tx, me, { ...span, person: id }),
  next: () => "/contacts/me",
});
