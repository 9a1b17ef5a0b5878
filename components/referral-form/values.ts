import type { DraftFields } from "#lib/referral/draft-form.ts";

/** What stands in the form. Consent, contact, age and children are answered by the reader and never preset. */
export type Values = {
  service: string;
  post: string;
  situations: string[];
  answers: Record<string, string>;
  to: string;
  consent: { name: string; feedback: string };
  contact: string;
  note: string;
  /** The draft that goes when this is sent. */
  draft: string;
};

/** A draft as the page read it. */
export type KeptDraft = { id: string; savedAt: string; fields: DraftFields; note: string };
