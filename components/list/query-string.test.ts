import { describe, expect, it } from "vitest";
import { withQuery } from "./query-string";

describe("withQuery", () => {
  it("changes one parameter and keeps the others", () => {
    expect(withQuery({ status: "open", q: "o'neil & sons" }, { page: "2" })).toBe(
      "?status=open&q=o%27neil+%26+sons&page=2",
    );
  });

  it("takes a parameter away when its value is undefined or empty", () => {
    expect(withQuery({ q: "ana", page: "3" }, { q: "", page: undefined })).toBe("?");
  });

  it("keeps every value of a repeated parameter", () => {
    expect(withQuery({ tag: ["a", "b"] }, {})).toBe("?tag=a&tag=b");
  });
});
