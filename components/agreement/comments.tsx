import { randomUUID } from "node:crypto";
import { CommentForm, type CommentWords } from "#components/agreement/comment-form.tsx";
import { OneAct } from "#components/agreement/one-act.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import type { Day } from "#lib/calendar/day.ts";
import { type Locale, showLongDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";

export type ShownComment = { id: string; text: string; by: string; mine: boolean };

type Props = {
  comments: readonly ShownComment[];
  /** The proposal that may be commented on by this reader. */
  open: { version: number; limit: number } | null;
  until: Day | null;
  today: Day;
  words: RevisionWords;
  commentWords: CommentWords;
  locale: Locale;
};

/** What Boligsocialt Forum says of the proposal, and a field for who may still say something. */
export function Comments({ comments, open, until, today, words, commentWords, locale }: Props) {
  const { revision: t } = words;
  const over = until !== null && until < today;
  return (
    <section className="stack" aria-labelledby="comments">
      <h2 id="comments">{t.comments}</h2>
      {until && <p>{fill(over ? t.commentsClosed : t.commentsOpen, { day: showLongDay(until, locale) })}</p>}
      {comments.length === 0 ? (
        <p>{t.commentsNone}</p>
      ) : (
        <ul className="lines">
          {comments.map(({ id, text, by, mine }) => (
            <li key={id}>
              <div>
                <p>{text}</p>
                <p className="hint">{by}</p>
              </div>
              {mine && open && !over && (
                <OneAct
                  id={`remove-${id}`}
                  act="/comments/remove"
                  kind="quiet"
                  fixed={{ comment: id }}
                  intent={randomUUID()}
                  done={t.commentRemoved}
                  words={words}
                >
                  {t.commentRemove}
                </OneAct>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && !over && <CommentForm {...open} intent={randomUUID()} words={commentWords} />}
      <p className="hint">{t.commentsGo}</p>
    </section>
  );
}
