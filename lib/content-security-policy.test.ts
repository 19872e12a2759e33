import { expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

const page = { nonce: "n-1", hashes: ["aGFzaA=="], https: false, development: false };

it("runs only scripts that carry this answer's nonce, or are known by their hash", () => {
  const scripts = /script-src ([^;]*)/.exec(contentSecurityPolicy(page))?.[1];
  expect(scripts).toBe("'nonce-n-1' 'sha256-aGFzaA==' 'strict-dynamic'");
});

it("lets nobody frame the page, move its base or post its forms elsewhere", () => {
  const policy = contentSecurityPolicy(page);
  for (const rule of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "object-src 'none'"])
    expect(policy).toContain(rule);
});

it("lets a PDF into the browser's viewer, and nothing else", () => {
  const policy = contentSecurityPolicy({ ...page, pdf: true });
  expect(policy).not.toMatch(/default-src|object-src|frame-src/);
  for (const rule of ["script-src 'nonce-n-1'", "frame-ancestors 'none'", "base-uri 'none'"])
    expect(policy).toContain(rule);
});

it("is loosened for development alone, and asks for https only where there is https", () => {
  expect(contentSecurityPolicy(page)).not.toMatch(/unsafe-eval|ws:|upgrade-insecure-requests/);
  expect(contentSecurityPolicy({ ...page, development: true })).toMatch(/'unsafe-eval'.*ws:/);
  expect(contentSecurityPolicy({ ...page, https: true })).toContain("upgrade-insecure-requests");
});
