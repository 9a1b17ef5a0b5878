import { change } from "#app/_server/change.ts";
import { absenceChosen, takeAwayBack } from "#db/people/absence.ts";

export const POST = change({
  input: absenceChosen,
  run: (tx, me, { from }, { id }: { id: string }) => takeAwayBack(tx, me, { from, person: id }),
  next: () => "/contacts/me",
});
