import Link from "next/link";
import type { Key, ReactNode } from "react";

export type Column<Row> = {
  key: string;
  /** The column's heading on the desk, only heard over actions; on a card it stands before what is "short" or a "line". */
  head: string;
  cell: (row: Row) => ReactNode;
  align?: "end";
  /**
   * On the phone: bare beside its neighbours, with its heading beside them, with its heading on a line of its own,
   * as the card's foot, or not at all.
   */
  card?: "beside" | "short" | "line" | "action" | "hidden";
  /** This cell names the row: a row heading, and the link where `href` is given. Exactly one column. */
  names?: true;
};

/**
 * Rows on the desk, cards on the phone. The roles are written out, since a table whose `display` is changed
 * loses them in some browsers. `href` makes the whole row lead there; buttons in it stay buttons.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  href,
  current,
}: {
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => Key;
  href?: (row: Row) => string;
  /** Is this the row that stands open beside the list? */
  current?: (row: Row) => boolean;
}) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: restores what `display: block` takes away
    <table className="table" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, head, align, card }) => (
            <th key={key} scope="col" role="columnheader" data-align={align}>
              {card === "action" ? <span className="unseen">{head}</span> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" aria-current={current?.(row) ? true : undefined}>
            {columns.map((column) => drawCell({ column, row, href }))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Drawn<Row> = { column: Column<Row>; row: Row; href: ((row: Row) => string) | undefined };

/** No component of its own: a long list has hundreds of cells, and each component costs as much as what it draws. */
function drawCell<Row>({ column, row, href }: Drawn<Row>) {
  const { key, card = "line", align, head, names, cell } = column;
  const content = cell(row);
  if (!names)
    return (
      <td key={key} role="cell" data-label={head} data-card={card} data-align={align}>
        {content}
      </td>
    );
  return (
    <th key={key} scope="row" role="rowheader" data-card={card} data-align={align}>
      {href ? (
        <Link className="row-link" href={href(row)} prefetch={false}>
          {content}
        </Link>
      ) : (
        content
      )}
    </th>
  );
}
