import fc from "fast-check";
import { expect, it } from "vitest";
import { emailOf } from "./email";

const ann = "ann.o'hara+glass@harbor-glass.example";

it.each([
  ["upper case", ann.toUpperCase()],
  ["spaces", `  ${ann} `],
  ["a tab", `${ann}\t`],
  ["line ends", `\r\n${ann}\r\n`],
  ["no-break space", `\u00a0${ann}\u202f`],
  ["a byte order mark", `\ufeff${ann}`],
  ["no width", `${ann}\u200b\u200c\u200d\u2060`],
  ["a soft hyphen", `\u00ad${ann}`],
  ["direction marks", `\u202a${ann}\u202c`],
  ["wide space", `\u3000${ann}`],
  ["a combining mark", `${ann}\u0301`],
  ["a NUL", `\0${ann}\0`],
  ["a variation selector", `${ann}\ufe0f`],
])("is the same address with %s", (_what, text) => {
  expect(emailOf(text)).toBe(ann);
});

it.each([
  "",
  " ",
  "ann",
  "@",
  "ann@",
  "@harbor.example",
  "ann@harbor",
  "an n@harbor.example",
  "ann@har\u200bbor.example",
  "ann@@harbor.example",
  "\u212aann@harbor.example",
  "änn@harbor.example",
  "ａnn@harbor.example",
  "аnn@harbor.example",
  `${"a".repeat(250)}@harbor.example`,
])("is no address: %j", (text) => {
  expect(emailOf(text)).toBeNull();
});

it("is no address when it is no text", () => {
  for (const value of [undefined, null, 7, {}, [ann]]) expect(emailOf(value)).toBeNull();
});

it("has one writing: made again it is the same, in small letters, and as the database's check wants it", () => {
  const around = fc.stringMatching(/^[\s\u00a0\u200b\ufeff\u3000]{0,4}$/);
  fc.assert(
    fc.property(fc.emailAddress(), around, around, (email, before, after) => {
      const one = emailOf(before + email + after);
      if (one === null) return;
      expect(one).toBe(email.toLowerCase());
      expect(emailOf(one)).toBe(one);
      expect(emailOf(one.toUpperCase())).toBe(one);
      expect(one).toMatch(/^[!-?[-~]+@[!-?[-~]+$/);
    }),
  );
});
