import type { ContactsView } from "#lib/directory/contact-view.ts";

type Units = ContactsView["units"];

/** What a contact is found by: unit and function as chosen, and every word that was typed, in any order and any case. */
export function matching(units: Units, wanted: { text: string; unit: string; function: string }): Units {
  const words = folded(wanted.text).split(/\s+/).filter(Boolean);
  return units
    .filter(({ id }) => !wanted.unit || id === wanted.unit)
    .map((unit) => ({
      ...unit,
      posts: unit.posts.filter((post) => {
        if (wanted.function && post.function !== wanted.function) return false;
        const people = [...post.holders, ...post.deputies];
        const all = folded(
          [
            unit.name,
            unit.owners?.responsible,
            ...(unit.owners?.others ?? []),
            post.unit,
            post.function,
            post.phone,
            ...people.flatMap(({ name, phone }) => [name, phone]),
          ].join(" "),
        );
        return words.every((word) => all.includes(word));
      }),
    }))
    .filter(({ posts }) => posts.length > 0);
}

const folded = (text: string) => text.toLocaleLowerCase("da");
