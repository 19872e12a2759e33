import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { code, imports, listed, parsed, read } from "./source";

/** Words that every noun's files may have: what people fill in, what is read, what is done, what runs in the background. */
const common = ["forms", "queries", "verbs", "tasks"];

/**
 * The nouns of the trade, each with the words that its files have beside the common ones. A noun imports those above it and none below.
 * A file that fits no word belongs into one that is here, or its word belongs into this list.
 */
const nouns: Record<string, string> = {
  shops: "brand-color paper shop-settings",
  customers: "vehicle-fields",
  catalog:
    "as-shown batches catalog changed columns desk-parts faults-csv part-fields part-texts pasted read-csv read-rows sample save-batch shop-part today",
  pricing:
    "area book changes costs mobile override pasted preview profile recent-quotes replay restore rule sample snapshot starting-prices summary supplier tax tiers version zips",
  inventory: "pasted stock",
  jobs: "job",
  scheduling: "assignment",
  quotes:
    "agreed approval document draw edition fonts lines links of-quote options paper paper-fixture pdf prices quote quote-pdf request save seen signed-mails text totals typeset unprintable whereabouts woff wording work",
  ledger: "invoice",
  claims: "claim",
  reports: "today",
};
const order = Object.keys(nouns);
const nounOf = (file: string) => /^lib\/domain\/([^/]+)\//.exec(file)?.[1];
const ofNouns = code.filter((file) => nounOf(file));

describe("nouns", () => {
  it("every file in lib/domain belongs to one", () => {
    expect(ofNouns.filter((file) => !order.includes(nounOf(file) ?? ""))).toEqual([]);
    expect(readdirSync("lib/domain").sort()).toEqual([...order].sort());
  });

  it.each(order)("%s imports those above it alone", (noun) => {
    const below = order.slice(order.indexOf(noun) + 1);
    const wrong = imports.filter(({ from, to }) => nounOf(from) === noun && below.includes(nounOf(to) ?? ""));
    expect(listed(wrong)).toEqual([]);
  });

  it.each(order)("the files of %s are named by its words", (noun) => {
    const own = (nouns[noun] ?? "").split(" ").filter(Boolean);
    const words = [...common, ...own];
    const nameOf = (file: string) => (file.split("/").at(-1) ?? "").replace(/(\.worker)?\.tsx?$/, "");
    const names = code.filter((file) => nounOf(file) === noun && !file.includes(".test.")).map(nameOf);
    expect(names.filter((name) => !words.includes(name))).toEqual([]);
    expect(own.filter((word) => !names.includes(word) && word !== "paper-fixture")).toEqual([]);
  });

  it("what a noun does, it does not do by way of a page: verbs know no address of a page", () => {
    const verbs = ofNouns.filter((file) => /verbs\.ts$/.test(file));
    expect(verbs.length).toBeGreaterThan(order.length / 2);
    expect(
      verbs.filter((file) =>
        /[`"]\/(claims|customers|dispatch|invoices|jobs|pricing|quotes)\b/.test(parsed(file).text),
      ),
    ).toEqual([]);
  });
});

const WRITES = /^(create|update|delete)(Many|ManyAndReturn)?$|^upsert$/;

/** Who writes the tables of a models file that is no noun's: what all shops' people, sessions and logs stand on. */
const kernels: Record<string, RegExp> = {
  "data-migrations": /^lib\/tenancy\//,
  mails: /^lib\/mail\//,
  "search-terms": /^lib\/tenancy\//,
  identity: /^lib\/(auth|security|tenancy|doors)\/|^lib\/sequence\.ts$/,
};
/** Tables of another file that a noun writes as well, and why. */
const also: { model: string; by: RegExp; because: string }[] = [
  { model: "tenant", by: /^lib\/domain\/shops\//, because: "a shop's name and address" },
  { model: "tenantFlag", by: /^lib\/domain\/shops\//, because: "a shop's features" },
  { model: "platformEvent", by: /^lib\/doors\/platform\.ts$/, because: "what system administrators did" },
  {
    model: "counter",
    by: /^lib\/domain\/pricing\/versions\//,
    because: "its numbers are locked by what stands",
  },
];

describe("tables", () => {
  const folder = "prisma/models";
  const owners = new Map(
    readdirSync(folder).flatMap((file) => {
      const noun = file.replace(".prisma", "");
      const models = [...read(`${folder}/${file}`).matchAll(/^model (\w)(\w*)/gm)];
      return models.map(([, first = "", rest = ""]) => [first.toLowerCase() + rest, noun] as const);
    }),
  );

  it("every models file is named after the noun whose tables it has", () => {
    const names = readdirSync(folder).map((file) => file.replace(".prisma", ""));
    expect(names.filter((name) => !order.includes(name) && !(name in kernels))).toEqual([]);
  });

  it("a table is written by its own noun alone: all others call its verbs", () => {
    const written = code
      .filter((file) => /^(app|components|lib)\//.test(file))
      .flatMap((file) =>
        parsed(file).tableCalls.flatMap(({ model, verb }) =>
          WRITES.test(verb) && owners.has(model) ? [{ file, model, owner: owners.get(model) ?? "" }] : [],
        ),
      );
    expect(written.length).toBeGreaterThan(50);
    const wrong = written.filter(
      ({ file, model, owner }) =>
        !(kernels[owner]?.test(file) ?? nounOf(file) === owner) &&
        !also.some((one) => one.model === model && one.by.test(file)),
    );
    expect(wrong).toEqual([]);
  });
});
