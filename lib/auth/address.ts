import { isIPv6 } from "node:net";

/**
 * The address a request came from. Each proxy adds the address it was asked by at the end; what stands before those of our own
 * proxies was written by whoever sent the request, and is believed no more than anything else they send.
 * @param forwardedFor the X-Forwarded-For header. @param peer the other end of the connection, as our own server saw it.
 * @param proxies how many proxies of our own stand before the app; with none, `peer` is who asks.
 */
export function addressOf(forwardedFor: unknown, peer: unknown, proxies: number): string {
  const named = String(forwardedFor ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  const hops = proxies === 0 ? [] : named.slice(-proxies);
  return bare(hops[0] || String(peer || "unknown"));
}

/** An address without its port, brackets, zone, and the prefix by which IPv6 writes an IPv4 one. */
const bare = (address: string): string =>
  address
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^::ffff:(?=\d+\.)/i, "")
    .replace(/^([\d.]+):\d+$/, "$1")
    .replace(/%.*$/, "")
    .slice(0, 100)
    .toLowerCase();

/** What counts as one place. An IPv6 address counts by its first 64 bits: whoever has one has all that begin with them. */
export function placeOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const zeros = address.includes("::") ? Array(Math.max(0, 8 - left.length - right.length)).fill("0") : [];
  const network = [...left, ...zeros, ...right].slice(0, 4);
  return `${network.map((part) => part.replace(/^0+(?=.)/, "")).join(":")}::/64`;
}
