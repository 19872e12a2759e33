import pg from "pg";
import { vi } from "vitest";

/** How many statements `run` sends, without those that begin, enter and end its transaction. */
export async function countQueries(run: () => Promise<unknown>): Promise<number> {
  const queries = vi.spyOn(pg.Client.prototype, "query");
  try {
    await run();
    const texts = queries.mock.calls.map(([query]) => (query as { text?: string }).text ?? String(query));
    return texts.filter(
      (text) => /^\s*(select|insert|update|delete|with)/i.test(text) && !text.includes("app.enter"),
    ).length;
  } finally {
    queries.mockRestore();
  }
}
