import { change } from "#app/_server/change.ts";
import { guestChosen, takeOffGuest } from "#db/meeting/guests.ts";

export const POST = change({
  input: guestChosen,
  run: (tx, me, { guest }, { id }: { id: string }) => takeOffGuest(tx, me, { meeting: id, guest }),
  next: (_, { id }: { id: string }) => `/meetings/${id}`,
});
