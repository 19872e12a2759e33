/** Slips that change nothing anybody could see: where, a part of the line, where needed what it is broken into, and why. */
type Equivalent = { file: RegExp; has: string; to?: string; because: string };

const types = "the value is always there: only the type says it may not be";
const refused = "the form is refused already: what else it gives is never read";
const alike = "both give the same for every value that can come here";

export const equivalents: Equivalent[] = [
  { file: /assignment\.ts$/, has: 'name > "2000"', because: "a whole day is never just a year" },
  { file: /desk\/priced\.ts$/, has: "priced?.", because: types },
  { file: /quotes\/forms\.ts$/, has: 'name === ""', because: "a name that is missing is refused before" },
  { file: /quotes\/forms\.ts$/, has: "offerPrice?.[grade]", because: types },
  { file: /quotes\/forms\.ts$/, has: "customer && vehicle && rest", because: refused },
  { file: /quotes\/forms\.ts$/, has: "rest && edited", because: refused },
  { file: /quotes\/options\.ts$/, has: "one?.toLowerCase", because: types },
  {
    file: /of-quote\.ts$/,
    has: '.filter(Boolean).join(", ")].filter(Boolean)',
    because: "its lines are sifted again",
  },
  { file: /quotes\/request\.ts$/, has: "/^Discount: /", because: "every discount is described so" },
  { file: /pricing\/changes\.ts$/, has: "(is ?? was)?.name", because: types },
  {
    file: /pricing\/changes\.ts$/,
    has: "bookOf(snapshot, [])",
    because: "parts are told apart from the book",
  },
  { file: /pricing\/mobile\.ts$/, has: "zips ?? []", because: refused },
  { file: /pricing\/mobile\.ts$/, has: "text.split(/[\\s,;]+/)", because: "empty ones are sifted out" },
  { file: /pricing\/preview\.ts$/, has: 'day === ""', because: "what is no day falls back to it" },
  { file: /pricing\/preview\.ts$/, has: "omit: []", because: "no line has such a key" },
  { file: /pricing\/replay\.ts$/, has: "from > earliest", to: ">=", because: alike },
  { file: /pricing\/rule\.ts$/, has: "!pattern.ok || !amount.ok", because: refused },
  { file: /pricing\/rule\.ts$/, has: "/^grade:|[*]/", because: alike },
  { file: /pricing\/(rule|tiers)\.ts$/, has: "=== null ||", to: "false", because: "null is not above zero" },
  { file: /pricing\/tiers\.ts$/, has: ".split(/;|,\\s+/)", because: "each step is trimmed" },
  { file: /pricing\/tax\.ts$/, has: "match ?? []", because: "one name more is not read" },
  { file: /pricing\/tiers\.ts$/, has: ".exec(step) ?? []", because: "one name more is no share" },
  { file: /pricing\/tax\.ts$/, has: ".toLowerCase()", to: "toUpperCase", because: alike },
  { file: /pricing\/version\.ts$/, has: "newest.effectiveFrom > today", to: ">=", because: alike },
  { file: /pricing\/version\.ts$/, has: "newest?.number", because: types },
  { file: /brand-color\.ts$/, has: "share <= 0.04045", because: "no channel of 255 is just that share" },
  { file: /brand-color\.ts$/, has: ">= READABLE", because: "no color stands out by just that much" },
  { file: /lib\/dates\.ts$/, has: "clock", because: "a cache of clocks" },
  { file: /lib\/fields\.ts$/, has: "bps === null || bps < 0", because: "no percentage is read below zero" },
  { file: /lib\/fields\.ts$/, has: "path?.[0]", because: types },
  { file: /lib\/form-data\.ts$/, has: "node === null", because: "no value of a form is null" },
];
