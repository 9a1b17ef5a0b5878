import { whyWords } from "#components/board/words.ts";
import { itemWords, lastWords, type MeetingWords, weekWords } from "#components/meeting/words.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { fill, sideBySide } from "#lib/fill.ts";
import type { CaseView, ItemView } from "#lib/meeting/meeting-view.ts";
import { showCode } from "#lib/referral/code.ts";
import { markOf } from "#lib/referral/line.ts";

type Props = { item: ItemView; words: MeetingWords };

/** The heading of one item: the case by its number and service, or the title of a point. */
export const itemTitle = (item: ItemView, { meeting }: MeetingWords): string =>
  item.kind === "case" ? `${itemWords(item, meeting)} · ${item.service}` : item.title;

/** What the room needs to know of a case: who has it, how long, why it stands here, what was decided last time. */
export function ItemFacts({ item, words }: Props) {
  const { meeting } = words;
  if (item.kind === "point") return <p>{fill(meeting.broughtBy, { post: item.by })}</p>;
  return (
    <>
      {item.mine && (
        <Banner>
          <a href={`/referrals/${item.mine}`}>{fill(meeting.yours, { code: showCode(item.mine) })}</a>
        </Banner>
      )}
      <Facts
        facts={[
          { name: meeting.liesWith, value: item.holder ?? meeting.someone },
          { name: meeting.waitsFor, value: item.waitsFor === item.holder ? null : (item.waitsFor ?? meeting.someone) },
          { name: meeting.open, value: weekWords(item.weeks, meeting) },
          { name: meeting.why, value: <Why item={item} words={words} /> },
          { name: meeting.last, value: lastWords(item, words) },
        ]}
      />
    </>
  );
}

function Why({ item, words: { meeting, state } }: { item: CaseView; words: MeetingWords }) {
  return (
    <>
      {item.state !== "in_time" && (
        <>
          <StateMark state={markOf[item.state]}>
            {item.state === "on_hold" ? meeting.onHold : state[item.state]}
          </StateMark>{" "}
        </>
      )}
      <span>{sideBySide(whyWords(item, meeting))}</span>
    </>
  );
}
