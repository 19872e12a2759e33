import type { ReactNode } from "react";

export type Definition = { term: string; value: ReactNode };

/** Facts about one thing, term beside value; a fact without a value shows a dash. */
export const DefinitionList = ({ items }: { items: Definition[] }) => (
  <dl className="grid grid-cols-[minmax(7rem,auto)_1fr] gap-x-6 gap-y-2">
    {items.map(({ term, value }) => (
      <div key={term} className="contents">
        <dt className="text-ink-faint">{term}</dt>
        <dd className="min-w-0">{value || <span className="text-ink-faint">–</span>}</dd>
      </div>
    ))}
  </dl>
);
