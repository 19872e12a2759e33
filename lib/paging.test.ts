import { expect, it } from "vitest";
import { one, PAGE_SIZE, paging } from "./paging";

it("reads a page from an address, from the first to beyond the end", () => {
  const first = { page: 1, skip: 0, take: 50 };
  for (const none of [undefined, "", "0", "-3", "x", "NaN", []]) expect(paging(none)).toEqual(first);
  expect(paging("1")).toEqual(first);
  expect(paging("2")).toEqual({ page: 2, skip: 50, take: 50 });
  expect(paging(["3", "9"])).toEqual({ page: 3, skip: 100, take: 50 });
  expect(paging("7.9").page).toBe(7);
  expect([paging("100000").page, paging("100001").page]).toEqual([100_000, 100_000]);
  expect(paging("100001").skip).toBe(99_999 * PAGE_SIZE);
});

it("takes one parameter as text", () => {
  expect([one(" a "), one(["b", "c"]), one(undefined), one([]), one("d\0e\0")]).toEqual([
    "a",
    "b",
    "",
    "",
    "de",
  ]);
});
