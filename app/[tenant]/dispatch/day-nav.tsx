import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/buttons/button";
import { yearRange } from "@/lib/date-range";
import type { IsoDate } from "@/lib/dates";

type DayNavProps = { home: string; today: IsoDate; before: IsoDate; day: IsoDate; after: IsoDate };

/** From one day to the next, to today, and to any day by its date. */
export const DayNav = ({ home, today, before, day, after }: DayNavProps) => (
  <>
    <form method="get" action={home} className="flex gap-2">
      <input
        // The key: React takes an input's default only when it is new.
        key={day}
        type="date"
        name="date"
        aria-label="Day"
        defaultValue={day}
        {...yearRange("lookup")}
        className="control w-auto!"
      />
      <Button type="submit" aria-label="Go to this day">
        Go
      </Button>
    </form>
    <ButtonLink href={`${home}?date=${before}`} aria-label="Day before">
      <ChevronLeft aria-hidden="true" />
    </ButtonLink>
    {day !== today && <ButtonLink href={home}>Today</ButtonLink>}
    <ButtonLink href={`${home}?date=${after}`} aria-label="Day after">
      <ChevronRight aria-hidden="true" />
    </ButtonLink>
  </>
);
