import type { BoardWords } from "#components/board/words.ts";
import { Button } from "#components/ui/button.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import type { Directory } from "#db/directory/directory.ts";
import type { OwnService } from "#lib/agreement/agreement.ts";
import { serviceName } from "#lib/agreement/service-of.ts";
import { type BoardQuery, helhedsplan } from "#lib/board/board-view.ts";
import { FilterSelect } from "../filter-select.tsx";
import { addressOf } from "./address.ts";

type Props = { query: BoardQuery; services: readonly OwnService[]; directory: Directory; words: BoardWords["board"] };

/** Narrows the board to one service or one unit. A form that asks for a page: it needs no scripts. */
export function BoardFilter({ query, services, directory, words }: Props) {
  const { service, unit, clock, lang } = query;
  const units = [...directory.units.values()].filter(({ kind }) => kind === "municipal-unit");
  return (
    <form className="filter" action="/board" aria-label={words.filter.label}>
      {clock && <input type="hidden" name="clock" value={clock} />}
      <FilterSelect label={words.filter.service} name="service" value={service} all={words.filter.all}>
        {services.map((each) => (
          <option key={each.code} value={each.code}>
            {serviceName(each)[lang]}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect label={words.filter.unit} name="unit" value={unit} all={words.filter.all}>
        {units.map(({ id, short }) => (
          <option key={id} value={id}>
            {short}
          </option>
        ))}
        <option value={helhedsplan}>{words.aPlan}</option>
      </FilterSelect>
      <Button type="submit">{words.filter.show}</Button>
      {(service || unit) && (
        <PageLink className="button" data-kind="quiet" href={addressOf({ clock })}>
          {words.filter.clear}
        </PageLink>
      )}
    </form>
  );
}
