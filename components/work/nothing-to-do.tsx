import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { WorkWords } from "#components/work/words.ts";
import type { Duty } from "#lib/agreement/parties.ts";

type Props = {
  duties: readonly Duty[];
  /** An agreement governs. */
  agreed: boolean;
  words: WorkWords["work"];
};

/** One sentence for each function, and where to go from here. */
export function NothingToDo({ duties, agreed, words }: Props) {
  const { empty } = words;
  if (duties.includes("refer"))
    return (
      <EmptyState text={empty.nothing}>
        <LinkButton href="/referrals/new" kind="primary" icon="plus">
          {words.new}
        </LinkButton>
      </EmptyState>
    );
  if (duties.includes("lead"))
    return (
      <EmptyState text={empty.lead}>
        <LinkButton href="/leader" kind="primary">
          {words.toLeader}
        </LinkButton>
      </EmptyState>
    );
  const other = (["forum", "administer", "protect"] as const).find((duty) => duties.includes(duty));
  if (!other) return <EmptyState text={empty.nobody} />;
  if (other === "forum" && !agreed) return <EmptyState text={empty.forumNone} />;
  const { href, does } = onwards[other];
  return (
    <EmptyState text={empty[other]}>
      <LinkButton href={href} kind="primary">
        {words[does]}
      </LinkButton>
    </EmptyState>
  );
}

/** Where those work who see no referral. */
const onwards = {
  forum: { href: "/statistics", does: "toFigures" },
  administer: { href: "/admin/people", does: "toPeople" },
  protect: { href: "/log", does: "toLog" },
} as const;
