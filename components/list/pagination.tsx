import { ChevronLeft, ChevronRight } from "lucide-react";
import { redirect } from "next/navigation";
import { ButtonLink, buttonLook } from "@/components/ui/buttons/button";
import { cx } from "@/components/ui/class-names";
import { type Query, withQuery } from "./query-string";

type PaginationProps = {
  /** The page shown, counted from 1. */
  page: number;
  pageSize: number;
  total: number;
  /** The page's search parameters: filters and searches stay as they are. */
  query: Query;
};

/**
 * "51–100 of 812" with Previous and Next; nothing at all when everything fits on one page. A page beyond the end, such as an old
 * bookmark's, leads to the last one that there is.
 */
export const Pagination = ({ page, pageSize, total, query }: PaginationProps) => {
  const lastPage = Math.max(Math.ceil(total / pageSize), 1);
  if (page > lastPage) redirect(withQuery(query, { page: pageParameter(lastPage) }));
  if (lastPage === 1) return null;
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  return (
    <nav aria-label="Pages" data-screen-only="" className="flex items-center justify-between gap-4 py-3">
      <p className="text-[0.8125rem] text-ink-faint tabular-nums">
        {first.toLocaleString("en-US")}–{last.toLocaleString("en-US")} of {total.toLocaleString("en-US")}
      </p>
      <div className="flex gap-2">
        <Step label="Previous" to={page > 1 ? withQuery(query, { page: pageParameter(page - 1) }) : null} />
        <Step label="Next" to={last < total ? withQuery(query, { page: `${page + 1}` }) : null} />
      </div>
    </nav>
  );
};

/** The first page is the one without a number. */
const pageParameter = (page: number) => (page > 1 ? `${page}` : undefined);

const Step = ({ label, to }: { label: "Previous" | "Next"; to: string | null }) => {
  const content = (
    <>
      {label === "Previous" && <ChevronLeft aria-hidden="true" />}
      {label}
      {label === "Next" && <ChevronRight aria-hidden="true" />}
    </>
  );
  if (to) {
    return (
      <ButtonLink href={to} size="sm">
        {content}
      </ButtonLink>
    );
  }
  return (
    <span className={cx(buttonLook({ size: "sm" }), "pointer-events-none text-ink-faint")}>{content}</span>
  );
};
