import { change } from "#app/_server/change.ts";
import { guestInput, inviteGuest } from "#db/meeting/guests.ts";

export const POST = change({
  input: guestInput,
  run: (tx, me, { mail }, { id }: { id: string }) => inviteGuest(tx, me, { meeting: id, mail }),
  next: (_, { id }: { id: string }) => `/meetings/${id}`,
});
