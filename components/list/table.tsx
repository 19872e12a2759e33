import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/class-names";
import { type PhonePlace, phoneCell } from "./table-phone";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers and money go right. */
  align?: "right";
  /** Where the cell goes when a phone shows the row as a card; the first column is the title unless said otherwise. */
  phone?: PhonePlace;
  /** Makes the header a link that sorts; `sorted` says how the rows are sorted by it now. */
  sortHref?: string;
  sorted?: "ascending" | "descending";
  /** For a column that only holds buttons: the header is for screen readers alone. */
  quiet?: boolean;
};

type TableProps<Row> = {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where a row leads. The whole row can be pressed; the keyboard finds one link, in the title. */
  rowHref?: (row: Row) => string;
  /** Shown in place of a table without rows. */
  empty?: ReactNode;
  /** A last row under a rule, by column key: totals. */
  totals?: Record<string, ReactNode>;
};

/** A list of records: a table on a desk, stacked cards on a phone. Put it into a flush card. */
export const Table = <Row,>({ caption, columns, rows, rowKey, rowHref, empty, totals }: TableProps<Row>) => {
  if (rows.length === 0 && empty) return empty;
  const titleKey = (columns.find((column) => column.phone === "title") ?? columns[0])?.key;
  return (
    // Phones lay rows out as blocks, which drops a table's own roles: so every role is spelled out.
    <table role="table" className="block w-full md:table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="hidden md:table-header-group">
        <tr role="row" className="border-b border-line bg-sunken/60">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block divide-y divide-line md:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className={cx(
              "relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 px-4 py-3 md:table-row md:p-0",
              rowHref &&
                "transition-colors duration-75 has-[[data-row-link]:focus-visible]:bg-hover hover:bg-hover",
            )}
          >
            {columns.map((column) => {
              const place = column.phone ?? (column.key === titleKey ? "title" : "line");
              const content = column.cell(row);
              const linked = rowHref && column.key === titleKey;
              return (
                <td
                  key={column.key}
                  role="cell"
                  className={cx(
                    "min-w-0 md:table-cell md:px-3 md:py-2.5 md:align-middle md:first:pl-5 md:last:pr-5",
                    column.align === "right" && "md:text-right md:tabular-nums",
                    column.quiet && "relative z-1",
                    phoneCell[place],
                  )}
                >
                  {place === "line" && (
                    <span className="shrink-0 text-ink-faint md:hidden">{column.header}</span>
                  )}
                  {linked ? (
                    <RowLink href={rowHref(row)}>{content}</RowLink>
                  ) : (
                    <span className="min-w-0">{content}</span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {totals && <Totals columns={columns} totals={totals} />}
    </table>
  );
};

const HeaderCell = <Row,>({ column }: { column: Column<Row> }) => {
  const Arrow = column.sorted === "descending" ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={column.sorted}
      className={cx(
        "px-3 py-2 text-xs font-medium whitespace-nowrap text-ink-faint first:pl-5 last:pr-5",
        column.align === "right" ? "text-right" : "text-left",
      )}
    >
      {column.sortHref ? (
        <AppLink href={column.sortHref} className="inline-flex items-center gap-1 rounded-sm hover:text-ink">
          {column.header}
          {column.sorted && <Arrow aria-hidden="true" className="size-3" />}
        </AppLink>
      ) : (
        <span className={cx(column.quiet && "sr-only")}>{column.header}</span>
      )}
    </th>
  );
};

const RowLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <AppLink
    data-row-link=""
    href={href}
    className="font-medium text-ink outline-offset-[-2px] after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
  >
    {children}
  </AppLink>
);

const Totals = <Row,>({
  columns,
  totals,
}: Pick<TableProps<Row>, "columns"> & { totals: Record<string, ReactNode> }) => (
  <tfoot
    role="rowgroup"
    className="block border-t border-line bg-sunken/60 font-semibold md:table-footer-group"
  >
    <tr role="row" className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 px-4 py-3 md:table-row md:p-0">
      {columns.map((column) => (
        <td
          key={column.key}
          role="cell"
          className={cx(
            "md:table-cell md:px-3 md:py-2.5 md:first:pl-5 md:last:pr-5",
            column.align === "right" && "text-right tabular-nums",
            column.key in totals ? "" : "hidden",
          )}
        >
          {totals[column.key]}
        </td>
      ))}
    </tr>
  </tfoot>
);
