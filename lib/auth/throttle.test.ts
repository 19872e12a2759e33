import { expect, it } from "vitest";
import { addressOf } from "./throttle";

it("believes our own proxy and not what stands before its word", () => {
  expect(addressOf("203.0.113.7", 1)).toBe("203.0.113.7");
  expect(addressOf("1.1.1.1, 203.0.113.7", 1)).toBe("203.0.113.7");
  expect(addressOf("1.1.1.1, 203.0.113.7, 10.0.0.2", 2)).toBe("203.0.113.7");
});

it("takes what there is where there are fewer, and counts those without one together", () => {
  expect(addressOf("203.0.113.7", 2)).toBe("203.0.113.7");
  expect(addressOf(undefined, 1)).toBe("direct");
  expect(addressOf(" , ", 1)).toBe("direct");
});
