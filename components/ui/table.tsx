import type { Key, ReactNode } from "react";
import { PageLink } from "#components/ui/page-link.tsx";

export type Column<Row> = {
  key: string;
  /** The column's heading on the desk, only heard over actions; on a card it stands before what is "short" or a "line". */
  head: string;
  cell: (row: Row) => ReactNode;
  align?: "end";
  /** Too short to be broken over two lines. */
  nowrap?: true;
  /**
   * On the phone: bare beside its neighbours, with its heading beside them, as the card's foot, or not at all. Left out:
   * with its heading on a line of its own.
   */
  card?: "beside" | "short" | "action" | "hidden";
  /** This cell names the row: a row heading, and the link where `href` is given. Exactly one column. */
  names?: true;
};

/**
 * Rows on the desk, cards on the phone. No role is written out: since Safari 17 every browser keeps a table's own, however
 * it is displayed. `href` makes the whole row lead there; buttons in it stay buttons.
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
    <table className="table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, head, align, card }) => (
            <th key={key} scope="col" data-align={align}>
              {card === "action" ? <span className="unseen">{head}</span> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={rowKey(row)} row={row} columns={columns} href={href} current={current?.(row) ?? false} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps<Row> = Omit<Drawn<Row>, "column"> & { columns: readonly Column<Row>[]; current: boolean };

/** A part of its own, so that a browser which draws a long list hears its reader between two rows. */
function TableRow<Row>({ row, columns, href, current }: RowProps<Row>) {
  return <tr aria-current={current || undefined}>{columns.map((column) => drawCell({ column, row, href }))}</tr>;
}

type Drawn<Row> = { column: Column<Row>; row: Row; href: ((row: Row) => string) | undefined };

/** Before what stands on a card so. */
const labelled: readonly unknown[] = [undefined, "short"];

/** No component of its own: a long list has hundreds of cells, and each component costs as much as what it draws. */
function drawCell<Row>({ column, row, href }: Drawn<Row>) {
  const { key, card, align, nowrap, head, names, cell } = column;
  const content = cell(row);
  if (!names)
    return (
      <td
        key={key}
        className={nowrap && "nowrap"}
        data-label={labelled.includes(card) ? head : undefined}
        data-card={card}
        data-align={align}
      >
        {content}
      </td>
    );
  return (
    <th key={key} scope="row" data-card={card} data-align={align}>
      {href ? (
        <PageLink className="row-link" href={href(row)}>
          {content}
        </PageLink>
      ) : (
        content
      )}
    </th>
  );
}
