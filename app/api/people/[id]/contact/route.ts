import { change } from "#app/_server/change.ts";
import { contactInput, keepContact } from "#db/people/keep-contact.ts";

export const POST = change({
  input: contactInput,
  run: (tx, me, contact, { id }: { id: string }) => keepContact(tx, me, { ...contact, person: id }),
  next: () => "/contacts/me",
});
