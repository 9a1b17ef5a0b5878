"use client";

import { Submit } from "#components/form/act-form.tsx";
import type { ActForm } from "#components/form/use-act-form.ts";
import type { DraftState } from "#components/referral-form/draft-keeper.ts";
import type { Values } from "#components/referral-form/values.ts";
import { ActionBar } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { fill } from "#lib/fill.ts";

export type SendWords = {
  answer: string;
  discussion: string;
  send: string;
  instead: string;
  agreed: string;
  agreedNote: string;
  onTheSpot: string;
  onTheSpotNote: string;
  draft: Record<"label" | "saved" | "saving" | "failed" | "failedLong", string>;
};

/** Who answers by when, right over the button that sends; and the two other ways, which are no accident under a thumb. */
export function SendBar({
  form,
  receiver,
  answerBy,
  discussion,
  draft,
  words,
}: {
  form: ActForm<Values>;
  receiver: string;
  answerBy: string;
  discussion: boolean;
  draft: DraftState;
  words: SendWords;
}) {
  const busy = form.state === "sending" || form.state === "sent";
  return (
    <>
      <ActionBar>
        <p className="send-summary">
          <span>{fill(discussion ? words.discussion : words.answer, { day: answerBy })}</span>{" "}
          {draft !== "none" && (
            <StateMark state="draft">
              <span className="unseen">{`${words.draft.label}: `}</span>
              <span>{words.draft[draft]}</span>
            </StateMark>
          )}
        </p>
        <output className="unseen">{draft === "failed" && words.draft.failedLong}</output>
        <Submit form={form}>{fill(words.send, { receiver })}</Submit>
      </ActionBar>
      <ul className="other-ways" aria-label={words.instead}>
        <li>
          <Button type="submit" name="agreed" value="true" busy={busy}>
            {words.agreed}
          </Button>{" "}
          <span>{words.agreedNote}</span>
        </li>
        <li>
          <Button type="submit" name="onTheSpot" value="true" busy={busy}>
            {words.onTheSpot}
          </Button>{" "}
          <span>{words.onTheSpotNote}</span>
        </li>
      </ul>
    </>
  );
}
