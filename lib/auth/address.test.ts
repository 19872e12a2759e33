import { describe, expect, it } from "vitest";
import { addressOf, placeOf } from "./address";

const peer = "10.0.0.1";

describe("the address a request came from", () => {
  it("is our own proxy's word, and not what stands before it", () => {
    expect(addressOf("203.0.113.7", peer, 1)).toBe("203.0.113.7");
    expect(addressOf("1.1.1.1, 203.0.113.7", peer, 1)).toBe("203.0.113.7");
    expect(addressOf("1.1.1.1, 203.0.113.7, 10.0.0.2", peer, 2)).toBe("203.0.113.7");
  });

  it("is the connection's other end where no proxy of ours stands, whatever a client says", () => {
    for (const said of [undefined, "1.1.1.1", "1.1.1.1, 2.2.2.2"])
      expect(addressOf(said, peer, 0)).toBe(peer);
  });

  it("is what there is where there are fewer, and one for all where there is none", () => {
    expect(addressOf("203.0.113.7", peer, 2)).toBe("203.0.113.7");
    expect(addressOf(undefined, peer, 1)).toBe(peer);
    expect(addressOf(" , ", peer, 1)).toBe(peer);
    expect(addressOf(undefined, undefined, 0)).toBe("unknown");
  });

  it("is one however it is written; an IPv6 network counts as one place", () => {
    for (const same of ["::ffff:203.0.113.7", "::FFFF:203.0.113.7", "203.0.113.7:4711"])
      expect(addressOf(undefined, same, 0)).toBe("203.0.113.7");
    const counted = (address: string) => placeOf(addressOf(undefined, address, 0));
    expect(counted("203.0.113.7")).toBe("203.0.113.7");
    for (const same of [
      "2001:db8:1:2::1",
      "2001:0DB8:0001:0002:ffff:1:2:3",
      "[2001:db8:1:2::9]:443",
      "2001:db8:1:2:3::%eth0",
    ])
      expect(counted(same)).toBe("2001:db8:1:2::/64");
    expect(counted("2001:db8::1")).toBe("2001:db8:0:0::/64");
    expect(counted("::1")).toBe("0:0:0:0::/64");
  });
});
