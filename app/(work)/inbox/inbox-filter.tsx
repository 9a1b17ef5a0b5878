import type { InboxWords } from "#components/inbox/words.ts";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import type { OwnService } from "#lib/agreement/agreement.ts";
import { serviceName } from "#lib/agreement/service-of.ts";
import { type InboxQuery, inboxSorts, inboxStates } from "#lib/referral/inbox-view.ts";
import { saysMore } from "#lib/referral/own-view.ts";
import { FilterSelect } from "../filter-select.tsx";
import { addressOf } from "./address.ts";

type Props = {
  query: InboxQuery;
  services: readonly OwnService[];
  units: readonly { id: string; short: string }[];
  words: InboxWords;
};

/** Narrows the list to one service, one state or one unit, and orders it. A form that asks for a page: it needs no scripts. */
export function InboxFilter({ query, services, units, words: { inbox, state } }: Props) {
  const { list, service, state: chosen, view, unit, sort, lang } = query;
  const states = inboxStates.filter((each) => list === "held" || each !== "on_hold");
  return (
    <form className="filter" action="/inbox">
      {list !== "waits" && <input type="hidden" name="list" value={list} />}
      {view && <input type="hidden" name="view" value={view} />}
      <FilterSelect label={inbox.filter.service} name="service" value={service} all={inbox.filter.services}>
        {services.map((each) => (
          <option key={each.code} value={each.code}>
            {serviceName(each)[lang]}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect label={inbox.filter.state} name="state" value={chosen} all={inbox.filter.states}>
        {states.map((each) => (
          <option key={each} value={each}>
            {each === "on_hold" ? inbox.filter.on_hold : state[each]}
          </option>
        ))}
      </FilterSelect>
      <Disclosure label={inbox.filter.more} open={Boolean(unit || sort)}>
        <FilterSelect label={inbox.filter.unit} name="unit" value={unit} all={inbox.filter.units}>
          {units.map(({ id, short }) => (
            <option key={id} value={id}>
              {short}
            </option>
          ))}
        </FilterSelect>
        <FilterSelect label={inbox.filter.sort} name="sort" value={sort} all={inbox.filter.due}>
          {inboxSorts.map((each) => (
            <option key={each} value={each}>
              {inbox.filter[each]}
            </option>
          ))}
        </FilterSelect>
      </Disclosure>
      <Button type="submit">{inbox.filter.show}</Button>
      {saysMore(query) && (
        <PageLink className="button" data-kind="quiet" href={addressOf({ list })}>
          {inbox.filter.clear}
        </PageLink>
      )}
    </form>
  );
}
