import { OwnViewBar } from "#components/inbox/own-view-bar.tsx";
import { type Names, viewName } from "#components/inbox/view-name.ts";
import type { InboxWords } from "#components/inbox/words.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import type { OwnView } from "#db/inbox/own-views.ts";
import type { InboxQuery } from "#lib/referral/inbox-view.ts";
import { sameView, saysMore } from "#lib/referral/own-view.ts";
import { addressOf } from "./address.ts";

type Props = { views: readonly OwnView[]; query: InboxQuery; names: Names; intent: string; words: InboxWords };

/** More than so many would push the list off a phone. */
const inSight = 3;

/** One's own views beside the fixed ones, and what can be done with the one that is shown. */
export function OwnViews({ views, query, names, intent, words }: Props) {
  const { list, service, state, view, unit, sort } = query;
  const filters = { list, service, state, view, unit, sort };
  const at = views.findIndex((each) => sameView(each, filters));
  const nav = (
    <nav className="tabs" aria-label={words.inbox.own.label}>
      {views.map((each, place) => (
        <PageLink key={each.place} href={addressOf({ ...each })} aria-current={place === at ? "true" : undefined}>
          {viewName(each, words, names)}
        </PageLink>
      ))}
    </nav>
  );
  return (
    <>
      {views.length > inSight ? (
        <Disclosure label={words.inbox.own.label} open={at >= 0}>
          {nav}
        </Disclosure>
      ) : (
        views.length > 0 && nav
      )}
      {saysMore(filters) && (
        <OwnViewBar
          key={`${addressOf(filters)} ${at < 0}`}
          filters={filters}
          stands={at < 0 ? null : { first: at === 0, last: at === views.length - 1 }}
          intent={intent}
          words={{ own: words.inbox.own, undo: words.inbox.undo, unsent: words.inbox.unsent }}
        />
      )}
    </>
  );
}
