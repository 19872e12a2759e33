/** Stands for whatever address the app has: a path of ours stays on it. */
const SOMEWHERE = "http://own.invalid";

/**
 * A path that came from outside, as a browser would understand it: tabs and line ends gone, backslashes turned, dots resolved.
 * @returns the path with query and fragment, or null for what leads to another site.
 */
export function ownPath(path: unknown): string | null {
  if (typeof path !== "string" || !path.startsWith("/")) return null;
  return pathOn(SOMEWHERE, path);
}

/** Like `ownPath`, and takes an absolute address of our own too. @param base where the app lives, such as `https://glass.example`. */
export function ownAddress(address: unknown, base: string): string | null {
  return typeof address === "string" ? pathOn(new URL(base).origin, address) : null;
}

function pathOn(origin: string, address: string): string | null {
  const resolved = resolve(address, origin);
  if (resolved?.origin !== origin || resolved.username || resolved.password) return null;
  const path = resolved.pathname + resolved.search + resolved.hash;
  // `/.//host` is ours, and what it resolves to, `//host`, is not.
  return resolve(path, origin)?.origin === origin ? path : null;
}

function resolve(address: string, origin: string): URL | null {
  return URL.canParse(address, origin) ? new URL(address, origin) : null;
}
