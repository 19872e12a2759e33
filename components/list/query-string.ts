/** A page's search parameters, as Next hands them over. */
export type Query = Record<string, string | string[] | undefined>;

/**
 * The query string of a link on the same page: the current one with some parameters changed.
 * @param changes a value of undefined or "" takes the parameter away
 * @returns "?status=open&page=2", or "?" when nothing is left, which clears the query
 */
export function withQuery(query: Query, changes: Record<string, string | undefined>): string {
  const result = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...changes })) {
    for (const one of Array.isArray(value) ? value : [value]) if (one) result.append(name, one);
  }
  return `?${result}`;
}
