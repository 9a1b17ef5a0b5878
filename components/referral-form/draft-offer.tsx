import { WhoseField } from "#components/form/whose-page.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";

type Offer = { draft: string; intent: string; text: string };

/** The newest draft in sight, older ones under it. */
export function DraftOffers({
  offers: [newest, ...older],
  words,
}: {
  offers: readonly Offer[];
  words: { mark: string; resume: string; remove: string; more: string };
}) {
  return (
    <div>
      {newest && <DraftOffer {...newest} words={words} />}
      {older.length > 0 && (
        <Disclosure label={words.more}>
          {older.map((offer) => (
            <DraftOffer key={offer.draft} {...offer} words={words} />
          ))}
        </Disclosure>
      )}
    </div>
  );
}

/** A draft to go on with or to delete. A plain form: it works before scripts do. */
export function DraftOffer({
  text,
  draft,
  intent,
  words,
}: Offer & {
  /** Without `resume` the draft is the one that stands below. */
  words: { mark: string; resume?: string; remove: string };
}) {
  return (
    <form className="draft-offer" method="post" action={`/api/drafts/${draft}/remove`}>
      <WhoseField />
      <input type="hidden" name="intent" value={intent} />
      <p>
        <StateMark state="draft">{words.mark}</StateMark> <span>{text}</span>
      </p>
      <div className="actions">
        {words.resume && (
          <LinkButton href={`/referrals/new?draft=${draft}`}>
            <span>
              <span>{words.resume}</span> <span className="unseen">{text}</span>
            </span>
          </LinkButton>
        )}
        <Button type="submit" kind="quiet">
          <span>
            <span>{words.remove}</span> <span className="unseen">{text}</span>
          </span>
        </Button>
      </div>
    </form>
  );
}
