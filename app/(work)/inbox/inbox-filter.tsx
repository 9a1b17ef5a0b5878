import Link from "next/link";
import type { InboxWords } from "#components/inbox/words.ts";
import { Button } from "#components/ui/button.tsx";
import type { OwnService } from "#lib/agreement/agreement.ts";
import { type InboxQuery, inboxStates } from "#lib/referral/inbox-view.ts";
import { addressOf } from "./address.ts";

type Props = { query: InboxQuery; services: readonly OwnService[]; words: InboxWords };

/** Narrows the list to one service or one state. A form that asks for a page: it needs no scripts. */
export function InboxFilter({ query, services, words: { inbox, state } }: Props) {
  const { list, service, state: chosen, view, lang } = query;
  const states = inboxStates.filter((each) => list === "held" || each !== "on_hold");
  return (
    <form className="filter" action="/inbox">
      {list !== "waits" && <input type="hidden" name="list" value={list} />}
      {view && <input type="hidden" name="view" value={view} />}
      <label>
        {inbox.filter.service}
        <select className="input" name="service" defaultValue={service ?? ""}>
          <option value="">{inbox.filter.services}</option>
          {services.map(({ code, short, name }) => (
            <option key={code} value={code}>
              {(short ?? name)[lang]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {inbox.filter.state}
        <select className="input" name="state" defaultValue={chosen ?? ""}>
          <option value="">{inbox.filter.states}</option>
          {states.map((each) => (
            <option key={each} value={each}>
              {each === "on_hold" ? inbox.filter.on_hold : state[each]}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">{inbox.filter.show}</Button>
      {(service || chosen) && (
        <Link className="button" data-kind="quiet" href={addressOf({ list })} prefetch={false}>
          {inbox.filter.clear}
        </Link>
      )}
    </form>
  );
}
