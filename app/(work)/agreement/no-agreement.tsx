import { randomUUID } from "node:crypto";
import { OneAct } from "#components/agreement/one-act.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { Revises } from "#lib/agreement/agreement-view.ts";

type Props = { revises: Revises; drafting: boolean; words: RevisionWords };

/** What stands where nothing is agreed yet: whoever administers begins the first edition from here. */
export function NoAgreement({ revises, drafting, words }: Props) {
  const { agreement: t, revision } = words;
  return (
    <EmptyState text={`${t.none} ${t.noneText}`}>
      {drafting && (
        <LinkButton href="/agreement/revision" kind="primary">
          {revises === "prepares" ? t.goOnFirst : t.seeProposal}
        </LinkButton>
      )}
      {!drafting && revises === "prepares" && (
        <OneAct
          id="start"
          act=""
          kind="primary"
          intent={randomUUID()}
          done={revision.firstStarted}
          next="/agreement/revision"
          words={words}
        >
          {t.beginFirst}
        </OneAct>
      )}
    </EmptyState>
  );
}
