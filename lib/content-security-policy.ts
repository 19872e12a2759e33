type Page = {
  /** Unguessable and new for each answer. */
  nonce: string;
  /** SHA-256 in base64 of each inline script that is the same on every page. */
  hashes: string[];
  /** Whether the app is public over https. */
  https: boolean;
  /** React explains errors with eval, and the page is reloaded over a socket. */
  development: boolean;
  /** The answer is a PDF: to Chrome its own viewer is a plugin in a frame. It runs none of our scripts either way. */
  pdf?: boolean;
};

/**
 * What a page may load and where it may send anything: our own, and of scripts only those that our own server wrote into this answer.
 * @returns the value of the Content-Security-Policy header.
 */
export function contentSecurityPolicy({ nonce, hashes, https, development, pdf = false }: Page): string {
  const scripts = [`'nonce-${nonce}'`, ...hashes.map((hash) => `'sha256-${hash}'`), "'strict-dynamic'"];
  const rules: Record<string, string[]> = {
    ...(pdf ? {} : { "default-src": ["'self'"], "object-src": ["'none'"], "frame-src": ["'none'"] }),
    "script-src": [...scripts, ...(development ? ["'unsafe-eval'"] : [])],
    // Toasts bring a style element of their own, and React writes style attributes: neither can carry a nonce.
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "connect-src": ["'self'", ...(development ? ["ws:"] : [])],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    ...(https ? { "upgrade-insecure-requests": [] } : {}),
  };
  return Object.entries(rules)
    .map(([rule, sources]) => [rule, ...sources].join(" "))
    .join("; ");
}
