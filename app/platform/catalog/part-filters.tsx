import { type Query, withQuery } from "@/components/list/query-string";
import { Button, ButtonLink } from "@/components/ui/buttons/button";
import type { PartsAsked } from "@/lib/domain/catalog/queries";
import { POSITIONS, positionLabel } from "@/lib/glass/parts/nags";

/** Narrows the list to an opening and to the parts of one vehicle: a plain GET form, so that the address can be kept. */
export const PartFilters = ({ query, asked }: { query: Query; asked: PartsAsked }) => (
  <form method="get" className="flex flex-wrap items-end gap-2" aria-label="Filter parts" data-screen-only="">
    {asked.search && <input type="hidden" name="q" value={asked.search} />}
    <select name="position" aria-label="Glass" defaultValue={asked.position} className="control w-auto!">
      <option value="">All glass</option>
      {POSITIONS.map((position) => (
        <option key={position} value={position}>
          {positionLabel(position)}
        </option>
      ))}
    </select>
    <input
      name="year"
      aria-label="Year"
      placeholder="Year"
      inputMode="numeric"
      maxLength={4}
      defaultValue={asked.year}
      className="control w-20!"
    />
    <input
      name="make"
      aria-label="Make"
      placeholder="Make"
      defaultValue={asked.make}
      className="control w-28!"
    />
    <input
      name="model"
      aria-label="Model"
      placeholder="Model"
      defaultValue={asked.model}
      className="control w-28!"
    />
    <Button type="submit">Filter</Button>
    {(asked.position || asked.year || asked.make || asked.model) && (
      <ButtonLink
        variant="ghost"
        href={withQuery(query, { position: "", year: "", make: "", model: "", page: "" })}
      >
        Clear
      </ButtonLink>
    )}
  </form>
);
