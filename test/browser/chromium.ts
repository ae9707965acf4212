import {existsSync} from "node:fs";
import {type Browser, type BrowserContextOptions, chromium, type Page} from "playwright-core";

const PATHS = [
  process.env["CHROMIUM_PATH"],
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of a Chromium; undefined where there is none. */
export const chromiumPath = PATHS.find((path) => path !== undefined && path !== "" && existsSync(path));

/** Why the tests of this folder are skipped; in CI they run, and fail without a browser. */
export const skip =
  chromiumPath === undefined && !process.env["CI"] ? "no Chromium found: install it, or set CHROMIUM_PATH" : false;

export function launch(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error("CI has no Chromium; set CHROMIUM_PATH");
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  return chromium.launch({executablePath: chromiumPath, args});
}

/** A page with what it complains about: errors, warnings, refusals of its policy, and every address that it asks for. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, colorScheme: "light", ...options});
  const page: Page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(url);
  return {page, complaints, requests};
}
