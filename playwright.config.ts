import { defineConfig } from "@playwright/test";
import { browser } from "./scripts/tools/testing/browser.ts";

export default defineConfig({
  testMatch: ["e2e/**/*.e2e.ts", "app/**/*.e2e.ts"],
  outputDir: process.env.E2E_OUTPUT ?? "test-results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // Long enough for any machine: they end what hangs, and say nothing about speed.
  timeout: 30 * 60_000,
  expect: { timeout: 120_000 },
  use: {
    baseURL: process.env.E2E_BASE_URL,
    // What is looked for and not there ends its test, long before the test would end by itself.
    actionTimeout: 5 * 60_000,
    browserName: "chromium",
    launchOptions: browser(),
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    locale: "en-US",
    timezoneId: "America/Chicago",
  },
});
