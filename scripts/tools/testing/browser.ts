import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { dataFolder, root } from "../process/paths.ts";

export type Launch = { executablePath: string; args: string[]; env?: Record<string, string> };

/** No sandbox where the kernel refuses one (root, most containers); nothing that calls home; no GPU to wait for. */
const args = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--no-first-run",
  "--no-pings",
];

/** A browser for the end-to-end tests: Playwright's own, or the system's Chrome, or the one inside node_modules. */
export function browser(): Launch {
  const installed = [chromium.executablePath(), ...systemBrowsers()].find((path) => path && existsSync(path));
  return installed ? { executablePath: installed, args } : packagedBrowser();
}

function systemBrowsers(): string[] {
  const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ];
}

/** Unpacks @sparticuz/chromium once, with the libraries and fonts that a bare Linux lacks. */
function packagedBrowser(): Launch {
  const about = readFileSync(join(root, "node_modules/@sparticuz/chromium/package.json"), "utf8");
  const { version } = JSON.parse(about) as { version: string };
  const folder = join(dataFolder, `chromium-${version}`);
  if (!existsSync(folder)) unpack(folder);
  const executablePath = join(folder, "chromium");
  const extra: Record<string, string> = {};
  if (!existsSync("/etc/fonts/fonts.conf")) extra.FONTCONFIG_FILE = join(folder, "fonts.conf");
  if (!starts(executablePath)) extra.LD_LIBRARY_PATH = join(folder, "al2023", "lib");
  if (Object.keys(extra).length === 0) return { executablePath, args };
  return { executablePath, args, env: { ...(process.env as Record<string, string>), ...extra } };
}

const starts = (path: string) => spawnSync(path, ["--version"]).status === 0;

function unpack(folder: string): void {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const script = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    encoding: "utf8",
    // The package unpacks into the temporary folder, and its libraries only where it believes itself on Lambda.
    env: { ...process.env, TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" },
  });
  if (status !== 0)
    throw new Error(`No browser: none is installed, and the packaged one did not unpack.\n${stderr}`);
  const fonts = `<fontconfig><dir>${join(folder, "fonts")}</dir><cachedir>${join(folder, "font-cache")}</cachedir></fontconfig>`;
  writeFileSync(join(unfinished, "fonts.conf"), `<?xml version="1.0"?>\n${fonts}\n`);
  try {
    renameSync(unfinished, folder);
  } catch {
    // Another process unpacked it first.
    rmSync(unfinished, { recursive: true, force: true });
  }
}
