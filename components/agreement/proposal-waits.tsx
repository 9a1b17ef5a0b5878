import { LinkButton } from "#components/ui/link-button.tsx";
import type { Day } from "#lib/calendar/day.ts";
import { type Locale, showLongDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import type messages from "#messages/da.json";

type Props = {
  commentsUntil: Day | null;
  words: Pick<(typeof messages)["work"], "proposal" | "proposalUntil" | "proposalDo">;
  locale: Locale;
};

/** On the start page of Boligsocialt Forum: a proposal waits, and until when one may say something of it. */
export function ProposalWaits({ commentsUntil, words, locale }: Props) {
  return (
    <section className="panel stack">
      <p>
        <strong>{words.proposal}</strong>{" "}
        {commentsUntil && <span>{fill(words.proposalUntil, { day: showLongDay(commentsUntil, locale) })}</span>}
      </p>
      <p>
        <LinkButton href="/agreement/revision">{words.proposalDo}</LinkButton>
      </p>
    </section>
  );
}
