import type { DataMigration } from "../../lib/tenancy/data-migration.ts";
import { type InTable, renew, rowsAfter } from "../../lib/tenancy/search-terms.ts";

/** What rows are found by that were there before search terms were. */
export default {
  name: "fill_search_terms",
  rows: async (db, after, take) => rowsAfter(db, after, take),
  change: async (db, rows) => {
    for (const table of new Set(rows.map((row) => row.table))) {
      const ids = rows.filter((row) => row.table === table).map(({ id }) => id);
      await renew(db, table, ids);
    }
    return rows.length;
  },
} satisfies DataMigration<InTable>;
