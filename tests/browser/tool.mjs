// The browser that the tests drive, and what they ask of it.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const [executablePath, address, data] = process.argv.slice(2);
export const url = new URL(address);
export const file = join(data, "indsatser", "ludo.toml");
const PATIENCE = 240_000; // ms; a slow machine is no failure

export const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
export const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
page.setDefaultTimeout(PATIENCE);
export const troubles = [];
export const asked = new Set();
page.on("pageerror", (error) => troubles.push(String(error)));
// A refusal is an answer that the browser logs: that is no trouble.
const refused = (text) => /status of (403|404|409|422)/.test(text);
page.on("console", (message) => { if (message.type() === "error" && !refused(message.text())) troubles.push(message.text()); });
page.on("request", (r) => asked.add(new URL(r.url()).host));

export async function step(name, run) {
  try {
    await run();
    console.log(`ok: ${name}`);
  } catch (error) {
    console.error(`not ok: ${name}\n${error.stack}`);
    console.error(`in the browser: ${troubles.join("\n") || "no errors"}`);
    await browser.close();
    process.exit(1);
  }
}

export async function edit(from, to) {
  const text = await readFile(file, "utf8");
  assert.ok(text.includes(from), `${from} stands in the file`);
  await writeFile(file, text.replace(from, to));
}

// Asks until it is so: nothing here waits for a time, a slow machine is no failure.
export async function until(what, so) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    if (await so()) return;
    assert.ok(Date.now() < end, what);
    await new Promise((then) => setTimeout(then, 50));
  }
}

// The page is there when it has shown a state; its pictures come when they come.
export const ready = () => page.waitForFunction(() => document.body?.dataset.version !== undefined && document.querySelector(".page:not(.absent) img"));
export const open = (url) => page.goto(url, { waitUntil: "commit" });
export const reload = () => page.reload({ waitUntil: "commit" }).then(ready);
export const at = (hash) => open("about:blank").then(() => open(`${address}${hash}`)).then(ready);
export const place = () => page.locator("#place").textContent();
export const nameOf = (nr) => page.locator(`.page[data-nr="${nr}"]`).getAttribute("data-name");
export const spread = (nr) => page.locator(`#thumb-list button[data-spread="${nr / 2}"]`);
export const state = async () => page.evaluate(async () => (await fetch("/state")).json());

await open(address);
await ready();
// LUDO's verso.
export const ludo = (await state()).panel.indsatser.find((i) => i.id === "ludo").page;
