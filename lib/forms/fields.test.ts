import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  across,
  checkbox,
  choice,
  date,
  email,
  id,
  money,
  optionalDate,
  optionalEmail,
  optionalId,
  optionalLines,
  optionalMoney,
  optionalPercent,
  optionalPhone,
  optionalState,
  optionalText,
  optionalZip,
  percent,
  phone,
  text,
} from "./fields";
import { numberedRows } from "./form-rows";

const from = percent();
const to = percent();
const range = across({ from, to }, "to", (typed) => typed.to < typed.from && `At least ${typed.from}.`);
const Range = z.object({ from, to, name: text("a name"), note: optionalText(3) }).check(range);

const told = (form: z.ZodType, posted: unknown) =>
  Object.fromEntries(
    form.safeParse(posted).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [],
  );

describe("a check over several fields", () => {
  it("is told in the same round as what is wrong with others", () => {
    expect(told(Range, { from: "3", to: "2", name: "", note: "long" })).toEqual({
      to: "At least 300.",
      name: "Enter a name.",
      note: "At most 3 characters.",
    });
  });

  it("waits while a field that it reads is wrong itself", () => {
    expect(told(Range, { from: "much", to: "2", name: "" })).toEqual({
      from: "Enter a percentage, such as 8.25.",
      name: "Enter a name.",
    });
  });

  it("says nothing where all is well", () => {
    expect(Range.parse({ from: "1", to: "2", name: "x" })).toMatchObject({ from: 100, to: 200 });
  });

  it("in a row of a list does not wait for the other rows, nor for the rest of the form", () => {
    const rows = numberedRows(z.object({ from, to }).check(range), 9, ["from", "to"]);
    const posted = {
      name: "",
      rows: [
        { from: "3", to: "2" },
        { from: "?", to: "2" },
      ],
    };
    expect(told(z.object({ name: text("a name"), rows }), posted)).toEqual({
      name: "Enter a name.",
      "rows.0.to": "At least 300.",
      "rows.1.from": "Enter a percentage, such as 8.25.",
    });
  });
});

describe("each field at its limits", () => {
  const read = (field: z.ZodType, value?: unknown) => {
    const { data, error } = field.safeParse(value);
    return error ? error.issues.map(({ message }) => message).join(" ") : data;
  };

  it("text is trimmed, and has from one to as many characters as are allowed", () => {
    expect([read(text("a name", 3), " abc "), read(text("a name", 3), "a")]).toEqual(["abc", "a"]);
    expect([read(text("a name")), read(text("a name"), "  ")]).toEqual(Array(2).fill("Enter a name."));
    expect(read(text("a name", 3), "abcd")).toBe("At most 3 characters.");
    expect([read(optionalText(3)), read(optionalText(3), " abc "), read(optionalText(3), "abcd")]).toEqual([
      "",
      "abc",
      "At most 3 characters.",
    ]);
    expect(read(text("a name"), "x".repeat(201))).toBe("At most 200 characters.");
    expect(read(optionalText(), "x".repeat(201))).toBe("At most 200 characters.");
  });

  it("an id that is none is empty, an optional one null", () => {
    expect([read(id), read(id, "x"), read(optionalId), read(optionalId, ""), read(optionalId, "x")]).toEqual([
      "",
      "x",
      null,
      null,
      "x",
    ]);
  });

  it("money is from nothing to the most, and empty is null where that is allowed", () => {
    const wrong = "Enter an amount in dollars, such as 45.00.";
    expect([read(money(), "0"), read(money(), "45.07"), read(money(4_507), "45.07")]).toEqual([
      0, 4_507, 4_507,
    ]);
    expect(read(money(4_506), "45.07")).toBe("At most $45.06.");
    expect(read(money(), "100000")).toBe(10_000_000);
    expect(read(money(), "100000.01")).toBe("At most $100,000.");
    expect([read(money()), read(money(), "-0.01"), read(money(), "x")]).toEqual(Array(3).fill(wrong));
    expect([read(optionalMoney()), read(optionalMoney(), " "), read(optionalMoney(), "0")]).toEqual([
      null,
      null,
      0,
    ]);
    expect([read(optionalMoney(), "x"), read(optionalMoney(4_506), "45.07")]).toEqual([
      wrong,
      "At most $45.06.",
    ]);
    expect(read(optionalMoney(), "100000.01")).toBe("At most $100,000.");
  });

  it("a percentage is from nothing to the most, in basis points", () => {
    const wrong = "Enter a percentage, such as 8.25.";
    expect([read(percent(), "0"), read(percent(), "8.25 %"), read(percent(), "100")]).toEqual([
      0, 825, 10_000,
    ]);
    expect([read(percent(), "100.01"), read(percent(825), "8.26")]).toEqual([
      "At most 100 %.",
      "At most 8.25 %.",
    ]);
    expect([read(percent()), read(percent(), "-1")]).toEqual([wrong, wrong]);
    expect([read(optionalPercent()), read(optionalPercent(), "8.25"), read(optionalPercent(), "0")]).toEqual([
      null,
      825,
      0,
    ]);
    expect([read(optionalPercent(), "x"), read(optionalPercent(), "100.01")]).toEqual([
      wrong,
      "At most 100 %.",
    ]);
  });

  it("a box is ticked or not", () => {
    expect(["on", "true", undefined, "", "false", "off"].map((value) => read(checkbox, value))).toEqual([
      true,
      true,
      ...Array(4).fill(false),
    ]);
  });

  it("a choice is one of those offered", () => {
    const field = choice(["a", "b"], "Choose one.");
    expect(["a", "b", "c", "", undefined].map((value) => read(field, value))).toEqual([
      "a",
      "b",
      ...Array(3).fill("Choose one."),
    ]);
  });

  it("a state is a code in any case, or none", () => {
    expect(["", "tx", "TX", "ZZ", "T"].map((value) => read(optionalState, value))).toEqual([
      "",
      "TX",
      "TX",
      "Choose a state.",
      "Choose a state.",
    ]);
  });

  it("an address is one, or none where that is allowed", () => {
    const wrong = "Enter an e-mail address such as ann@example.com.";
    expect([read(email, " ann@example.com "), read(email, ""), read(email, "ann")]).toEqual([
      "ann@example.com",
      wrong,
      wrong,
    ]);
    expect([
      read(optionalEmail, ""),
      read(optionalEmail, "ann@example.com"),
      read(optionalEmail, "ann"),
    ]).toEqual(["", "ann@example.com", wrong]);
  });

  it("a phone is asked for, or may be left out", () => {
    const wrong = expect.stringContaining("Enter a phone number with area code");
    expect([read(phone, "512 555 0188"), read(phone, ""), read(phone, "555")]).toEqual([
      "+15125550188",
      wrong,
      wrong,
    ]);
    expect([
      read(optionalPhone, "512 555 0188"),
      read(optionalPhone, ""),
      read(optionalPhone, "555"),
    ]).toEqual(["+15125550188", "", wrong]);
  });

  it("a ZIP code has five digits, or nine, or none", () => {
    expect(["", "78701", "78701-1234"].map((value) => read(optionalZip, value))).toEqual([
      "",
      "78701",
      "78701-1234",
    ]);
    for (const wrong of ["787011", "78701-", "78701-12345", "x78701", "78701x"])
      expect(read(optionalZip, wrong)).toEqual(expect.stringContaining("Enter a ZIP code of 5 digits"));
  });

  it("a day is midnight UTC, and may be left out", () => {
    const end = optionalDate("certificate");
    expect(read(date("loss"), "2026-03-03")).toEqual(new Date("2026-03-03T00:00:00Z"));
    expect([read(date("loss")), read(date("loss"), "2026-02-30")]).toEqual([
      "Choose a date.",
      "Choose a date.",
    ]);
    expect([read(end), read(end, ""), read(end, "2026-03-03")]).toEqual([
      null,
      null,
      new Date("2026-03-03T00:00:00Z"),
    ]);
    expect(read(end, "x")).toBe("Choose a date.");
  });
});

describe("text", () => {
  const name = text("a name", 20);

  it("is one line, with one space between its words", () => {
    expect(name.parse("  Ann \u00a0  Example\r\n")).toBe("Ann Example");
    expect(optionalText().parse("a\tb\n\nc")).toBe("a b c");
    expect(optionalLines().parse(" a  b\r\n\r\nc ")).toBe("a  b\n\nc");
  });

  it.each(["", " ", "\u200b", "\u202e", "\u200d\u2060", "\u3164", "\u2800"])(
    "is not there where %j is",
    (typed) => {
      expect(told(z.object({ name }), { name: typed })).toEqual({ name: "Enter a name." });
    },
  );

  it("is as long as browsers count it: an emoji is two", () => {
    const emoji = "😀".repeat(5);
    expect(optionalText(10).safeParse(emoji).success).toBe(true);
    expect(told(z.object({ note: optionalText(9) }), { note: emoji })).toEqual({
      note: "At most 9 characters.",
    });
    expect(told(z.object({ note: optionalLines(9) }), { note: emoji })).toEqual({
      note: "At most 9 characters.",
    });
  });
});

describe("a date", () => {
  const thisYear = new Date().getUTCFullYear();
  const two = String(thisYear).slice(2);

  it("with two digits for its year is read as people mean it, by hand or from a date input", () => {
    const rule = optionalDate("priceRule");
    expect(rule.parse(`12/31/${two}`)).toEqual(new Date(`${thisYear}-12-31T00:00:00Z`));
    expect(rule.parse(`00${two}-12-31`)).toEqual(new Date(`${thisYear}-12-31T00:00:00Z`));
    expect(rule.parse("")).toBeNull();
  });

  it.each(["0224-03-05", "1024-03-05", "2206-01-01", "9999-12-31", "20260-01-01", "soon"])(
    "is never %s",
    (typed) => {
      const form = z.object({
        day: date("priceRule"),
        visit: date("visit"),
        end: optionalDate("certificate"),
      });
      const faults = told(form, { day: typed, visit: typed, end: typed });
      expect(faults.day).toBeDefined();
      expect(faults.end).toBeDefined();
      if (typed > "2") expect(faults.visit).toBeDefined();
    },
  );
});

it("a phone number keeps its extension, and is refused with what else stands beside it", () => {
  expect(phone.parse("(512) 555-0188 ext 23")).toBe("+15125550188;ext=23");
  expect(optionalPhone.parse("")).toBe("");
  for (const field of [phone, optionalPhone])
    expect(told(z.object({ field }), { field: "512 555 0188 or 512 555 0199" }).field).toMatch(/notes/);
});
