import fc from "fast-check";
import { expect, it } from "vitest";
import { ownAddress, ownPath } from "./own-path";

const ours = "https://glass.example";
const evil = "evil.example";

const away = [
  `//${evil}`,
  `/\t/${evil}`,
  `/\n/${evil}`,
  `/\r/${evil}`,
  `\t//${evil}`,
  `/\\${evil}`,
  `\\\\${evil}`,
  `/.//${evil}`,
  `/..//${evil}`,
  `/a/..//${evil}`,
  `/%2e//${evil}`,
  `/\t.\t//${evil}`,
  `///${evil}`,
  `https://${evil}`,
  `https:${evil}`,
  `HTTPS:\\\\${evil}`,
  "javascript:alert(1)",
  "data:text/html,x",
  `https://glass.example@${evil}/`,
  `https://glass.example.${evil}/`,
  "https://glass.example:8443/",
  "http://glass.example/",
  "https://user@glass.example/",
  "https://[",
];

it.each(away)("takes %j for no path of ours", (path) => {
  expect(ownPath(path)).toBeNull();
  if (!/^https:evil/.test(path)) expect(ownAddress(path, ours)).toBeNull();
});

it("takes nothing that is no text", () => {
  for (const path of [undefined, null, 7, {}, ["/shops"], ""]) expect(ownPath(path)).toBeNull();
});

it("keeps a path of ours as it is, encoded or not", () => {
  for (const path of [
    "/",
    "/shops",
    "/harbor/customers?q=a%2Fb&page=2#top",
    "/%09/host",
    "/a%2F%2Fb",
    "/x?next=//evil.example",
  ])
    expect(ownPath(path)).toBe(path);
  expect(ownAddress(`${ours}/shops?a=1`, `${ours}/`)).toBe("/shops?a=1");
  expect(ownAddress("shops", ours)).toBe("/shops");
});

/** Where a browser goes that is on a page of ours and is told to go there. */
const goes = (to: string, from: string) => new URL(to, from).origin;

it("whatever it lets through stays on the site, from any page of it", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "/",
      "\\",
      "\t",
      "\n",
      "\r",
      ".",
      "..",
      "%2e",
      "%09",
      "%5c",
      "%2f",
      "@",
      ":",
      "?",
      "#",
      " ",
      "\0",
      "\u00a0",
      evil,
      "https:",
      "javascript:",
      "glass.example",
    ),
    fc.string({ maxLength: 4 }),
  );
  const text = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(fc.boolean(), text, (slash, rest) => {
      const path = slash ? `/${rest}` : rest;
      for (const taken of [ownPath(path), ownAddress(path, ours)]) {
        if (taken === null) continue;
        expect(taken.startsWith("/")).toBe(true);
        expect(taken.startsWith("//")).toBe(false);
        for (const page of [`${ours}/`, `${ours}/sign-in?next=x`, `${ours}//a/b`])
          expect(goes(taken, page)).toBe(ours);
        expect(ownPath(taken)).toBe(taken);
      }
    }),
    { numRuns: 3000 },
  );
});
