import { presenceLine, type StandingWords } from "#components/contacts/words.ts";
import { StateMark } from "#components/ui/state-mark.tsx";
import type { Locale } from "#lib/calendar/show-day.ts";
import type { OpenPost } from "#lib/directory/people-view.ts";

/** A post that nobody looks after, and until when. */
export const OpenPostLine = ({ post, words, locale }: { post: OpenPost; words: StandingWords; locale: Locale }) => (
  <p>
    <span>{post.label}</span>{" "}
    <StateMark state="last">
      {presenceLine({ presence: post.state, until: post.until, deputies: [] }, words, locale)}
    </StateMark>
  </p>
);
