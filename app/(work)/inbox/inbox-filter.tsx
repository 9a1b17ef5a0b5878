import Link from "next/link";
import type { InboxWords } from "#components/inbox/words.ts";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { OwnService } from "#lib/agreement/agreement.ts";
import { serviceName } from "#lib/agreement/service-of.ts";
import { type InboxQuery, inboxSorts, inboxStates } from "#lib/referral/inbox-view.ts";
import { saysMore } from "#lib/referral/own-view.ts";
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
      <label>
        <span>{inbox.filter.service}</span>
        <select className="input" name="service" defaultValue={service ?? ""}>
          <option value="">{inbox.filter.services}</option>
          {services.map((each) => (
            <option key={each.code} value={each.code}>
              {serviceName(each)[lang]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{inbox.filter.state}</span>
        <select className="input" name="state" defaultValue={chosen ?? ""}>
          <option value="">{inbox.filter.states}</option>
          {states.map((each) => (
            <option key={each} value={each}>
              {each === "on_hold" ? inbox.filter.on_hold : state[each]}
            </option>
          ))}
        </select>
      </label>
      <Disclosure label={inbox.filter.more} open={Boolean(unit || sort)}>
        <label>
          <span>{inbox.filter.unit}</span>
          <select className="input" name="unit" defaultValue={unit ?? ""}>
            <option value="">{inbox.filter.units}</option>
            {units.map(({ id, short }) => (
              <option key={id} value={id}>
                {short}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{inbox.filter.sort}</span>
          <select className="input" name="sort" defaultValue={sort ?? ""}>
            <option value="">{inbox.filter.due}</option>
            {inboxSorts.map((each) => (
              <option key={each} value={each}>
                {inbox.filter[each]}
              </option>
            ))}
          </select>
        </label>
      </Disclosure>
      <Button type="submit">{inbox.filter.show}</Button>
      {saysMore(query) && (
        <Link className="button" data-kind="quiet" href={addressOf({ list })} prefetch={false}>
          {inbox.filter.clear}
        </Link>
      )}
    </form>
  );
}
