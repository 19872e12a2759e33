import { describe, expect, it } from "vitest";
import { isOver, mailInWords } from "./in-words";

const mail = (status: string, problem: string | null = null, reply = "", attempts = 0) => ({
  status,
  problem,
  reply,
  attempts,
});

describe("what became of a mail", () => {
  it.each([
    [mail("waiting"), "On its way"],
    [
      mail("waiting", "unreachable", "", 1),
      "Not delivered yet: the mail server can't be reached. Trying again",
    ],
    [mail("sent"), "Mailed today"],
    [mail("kept"), "Not sent: no mail server is set up"],
    [
      mail("failed", "refused", "550 no such user", 1),
      "Not delivered: the mail server refuses it (550 no such user)",
    ],
    [mail("failed", "unreachable", "", 8), "Not delivered: the mail server can't be reached"],
    [mail("failed", "file", "", 8), "Not delivered: the PDF could not be made"],
    [mail("stopped"), "Not sent: it was stopped"],
    [mail("stopped", "changed"), "Not sent: the quote was changed first"],
  ])("%j", (one, words) => expect(mailInWords(one, "today")).toBe(words));

  it("may be tried again when it has not gone out and nothing is under way", () => {
    const over = ["waiting", "sent", "kept", "failed", "stopped"].filter((status) => isOver(mail(status)));
    expect(over).toEqual(["kept", "failed", "stopped"]);
  });
});
