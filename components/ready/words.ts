import type messages from "#messages/da.json";

/** What the start page asks of those who see no referral. */
export type ReadyWords = {
  ready: (typeof messages)["ready"];
  tasks: (typeof messages)["work"]["tasks"];
  checklist: (typeof messages)["protection"]["checklist"];
};
