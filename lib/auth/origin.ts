/**
 * Whether a request comes from a page of another site, as browsers tell of every POST. Programs that are no browser may leave it out.
 * @param publicUrl where the app says it lives; behind a proxy that is not what the Host header names.
 */
export function isForeign(headers: Headers, publicUrl: string | undefined): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const origin = headers.get("origin");
  if (!origin) return false;
  if (!URL.canParse(origin)) return true;
  const ours = [headers.get("host"), publicUrl && URL.canParse(publicUrl) && new URL(publicUrl).host];
  return !ours.includes(new URL(origin).host);
}
