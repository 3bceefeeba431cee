/**
 * Opens HTML pages in headless Chromium, light and dark, and writes PNGs beside them (or into a folder): `node scripts/screenshot.mjs page.html… [--out FOLDER]`.
 * Requests to the network are refused and reported.
 */
import { mkdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string" },
    browser: { type: "string", default: "/usr/bin/chromium" },
    width: { type: "string", default: "1200" },
  },
});

const browser = await chromium.launch({ executablePath: values.browser, args: FLAGS });
for (const page of positionals) {
  for (const colorScheme of ["light", "dark"]) {
    await capture(page, colorScheme);
  }
}
await browser.close();

async function capture(path, colorScheme) {
  const folder = values.out ?? dirname(path);
  mkdirSync(folder, { recursive: true });
  const context = await browser.newContext({ colorScheme, viewport: { width: Number(values.width), height: 900 } });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && console.error(`${path}: ${message.text()}`));
  page.on("pageerror", (error) => console.error(`${path}: ${error.message}`));
  await page.route(/^https?:/, (route) => {
    console.error(`${path}: asked for ${route.request().url()}`);
    return route.abort();
  });
  await page.goto(`file://${resolve(path)}`);
  const file = join(folder, `${basename(path, ".html")}-${colorScheme}.png`);
  await page.screenshot({ path: file, fullPage: true });
  console.log(file);
  await context.close();
}
