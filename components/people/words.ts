import type messages from "#messages/da.json";

/** What the pages of people say, in one language. */
export type PeopleWords = Pick<typeof messages, "people" | "standing"> & {
  form: Pick<(typeof messages)["form"], "summary" | "unsent" | "retry" | "dateHint" | "today">;
};
