import { expect, it } from "vitest";
import { isForeign } from "./origin";

const asked = (headers: Record<string, string>) =>
  isForeign(new Headers({ host: "10.0.0.7:3000", ...headers }), "https://glass.example");

it("knows its own pages by the address bar's host, direct or behind a proxy", () => {
  expect(asked({ origin: "https://glass.example" })).toBe(false);
  expect(asked({ origin: "http://10.0.0.7:3000" })).toBe(false);
});

it.each<Record<string, string>>([
  { origin: "https://evil.example" },
  { origin: "https://glass.example.evil.example" },
  { origin: "https://glass.example:8443" },
  { origin: "null" },
  { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "" },
  { "sec-fetch-site": "cross-site", origin: "https://glass.example" },
  { "sec-fetch-site": "same-origin", origin: "https://evil.example" },
])("calls %o foreign", (headers) => {
  expect(asked(headers)).toBe(true);
});

it("believes a browser that says it is on a page of ours, or on none", () => {
  for (const site of ["same-origin", "none"]) expect(asked({ "sec-fetch-site": site })).toBe(false);
});

it("lets a program that sends no origin try", () => {
  expect(asked({})).toBe(false);
});
