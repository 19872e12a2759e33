/** What an audit row keeps of a change: what it was about, and each value before and after. */
export type CatalogChange = { label: string; changes?: Record<string, [unknown, unknown]> };

/**
 * @param label what was changed, in words: it may be gone later.
 * @param before null for something new. @param after null for something deleted.
 * @returns the fields that differ.
 */
export function changed(label: string, before: object | null, after: object | null): CatalogChange {
  const [old, now] = [before ?? {}, after ?? {}] as Record<string, unknown>[];
  const fields = Object.keys(after ?? old ?? {});
  const differing = fields.filter((field) => JSON.stringify(old?.[field]) !== JSON.stringify(now?.[field]));
  return {
    label,
    changes: Object.fromEntries(
      differing.map((field) => [field, [old?.[field] ?? null, now?.[field] ?? null]]),
    ),
  };
}
