import { describe, expect, it } from "vitest";
import { Pagination } from "./pagination";

const at = (page: number, total: number) => () =>
  Pagination({ page, pageSize: 50, total, query: { q: "garcia", page: `${page}` } });
const leadsTo = (address: string) =>
  expect.objectContaining({ digest: expect.stringContaining(`;${address};`) });

describe("a page beyond the end", () => {
  it.each([
    [99, 120, "?q=garcia&page=3"],
    [4, 150, "?q=garcia&page=3"],
    [2, 50, "?q=garcia"],
    [99, 0, "?q=garcia"],
  ])("page %i of %i rows leads to %s", (page, total, address) => {
    expect(at(page, total)).toThrow(leadsTo(address));
  });

  it.each([
    [1, 0],
    [1, 50],
  ])("page %i of %i rows is all there is", (page, total) => expect(at(page, total)()).toBeNull());

  it.each([
    [1, 51],
    [3, 101],
    [3, 150],
  ])("page %i of %i rows stays", (page, total) => expect(at(page, total)()).not.toBeNull());
});
