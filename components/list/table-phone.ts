/** A cell's place when a row is a card: the bold title, the word beside it, a labelled line below, or nowhere. */
export type PhonePlace = "title" | "aside" | "line" | "hidden";

/** Classes below the desk width; each gives way to an ordinary table cell above it. */
export const phoneCell: Record<PhonePlace, string> = {
  title: "col-start-1 row-start-1",
  aside: "col-start-2 row-start-1 justify-self-end",
  line: "col-span-2 flex justify-between gap-4 text-[0.8125rem] md:text-sm",
  hidden: "hidden",
};
