import { oneLine } from "./forms/typed-text";

export const PAGE_SIZE = 50;

/** Beyond the end of every list. */
const MOST_PAGES = 100_000;

/** A page's search parameters as Next hands them over. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** One parameter as a line of text: the first where it is repeated, "" where it is missing. */
export function one(value: string | string[] | undefined): string {
  return oneLine((Array.isArray(value) ? value[0] : value) ?? "");
}

/** @returns the page asked for, counted from 1, and what Prisma needs to read it. */
export function paging(page: string | string[] | undefined): { page: number; skip: number; take: number } {
  const asked = Number.parseInt(one(page), 10);
  const number = asked >= 1 ? Math.min(asked, MOST_PAGES) : 1;
  return { page: number, skip: (number - 1) * PAGE_SIZE, take: PAGE_SIZE };
}
