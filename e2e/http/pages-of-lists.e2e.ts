import { expect, test } from "@playwright/test";
import { visitor } from "../support/session";

test("a page beyond the end of a list leads to the last one, with its filter", async () => {
  const counter = await visitor("counter@summit-glass.example");
  for (const beyond of ["9999", "999999999999"]) {
    const answer = await counter.get(`/summit-glass/quotes?status=accepted&page=${beyond}`);
    expect(answer.status()).toBe(307);
    const last = new URL(answer.headers().location ?? "", answer.url());
    expect(last.pathname).toBe("/summit-glass/quotes");
    expect(last.searchParams.get("status")).toBe("accepted");
    expect(Number(last.searchParams.get("page"))).toBeGreaterThan(1);
    const page = await counter.get(last.href);
    expect(page.status()).toBe(200);
    expect(await page.text()).toMatch(/aria-label="Pages"/);
  }
  await counter.dispose();
});
