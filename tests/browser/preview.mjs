// The preview in a real browser: pages follow edits, errors lie over the last good pages and heal,
// everything can be reached and named without a mouse. Run by tests/all/browser.rs:
// node preview.mjs CHROMIUM ADDRESS DATA
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [executablePath, address, data] = process.argv.slice(2);
const url = new URL(address);
const file = join(data, "indsatser", "ludo.toml");
const PATIENCE = 60_000; // ms; a slow machine is no failure

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
page.setDefaultTimeout(PATIENCE);
const troubles = [];
const asked = new Set();
page.on("pageerror", (error) => troubles.push(String(error)));
// A refused value is answered with 422, which the browser logs: that is no trouble.
const refused = (text) => text.includes("status of 422");
page.on("console", (message) => { if (message.type() === "error" && !refused(message.text())) troubles.push(message.text()); });
page.on("request", (r) => asked.add(new URL(r.url()).host));

async function step(name, run) {
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

async function edit(from, to) {
  const text = await readFile(file, "utf8");
  assert.ok(text.includes(from), `${from} stands in the file`);
  await writeFile(file, text.replace(from, to));
}

const place = () => page.locator("#place").textContent();
const nameOf = (nr) => page.locator(`.page[data-nr="${nr}"]`).getAttribute("data-name");
const spread = (nr) => page.locator(`#thumb-list button[data-spread="${nr / 2}"]`);
// Page of LUDO's verso, as the panel of the running preview says.
const state = async () => page.evaluate(async () => (await fetch("/state")).json());

let ludo;
await step("the report is shown as spreads, side by side", async () => {
  await page.goto(address);
  await page.locator(".page:not(.absent) img").first().waitFor();
  const now = await state();
  ludo = now.panel.indsatser.find((i) => i.id === "ludo").page;
  assert.equal(ludo % 2, 0, "a verso is even");
  assert.equal(await page.locator(".page:not(.absent)").count(), now.pages.length);
  const left = await page.locator(`.page[data-nr="${ludo}"]`).boundingBox();
  const right = await page.locator(`.page[data-nr="${ludo + 1}"]`).boundingBox();
  assert.ok(Math.abs(left.x + left.width - right.x) < 2 && left.y === right.y, "facing pages touch");
});

await step("landmarks and controls have roles and names", async () => {
  for (const [role, name] of [
    ["main", "Rapportens sider"], ["navigation", "Opslag"], ["search", ""],
    ["complementary", "Fund, mangler og pasform"], ["toolbar", "Visning"],
    ["combobox", "Find en indsats"], ["button", "Forrige opslag"], ["button", "Næste opslag"],
    ["heading", /^Mangler/],
  ]) {
    const found = page.getByRole(role, name ? { name } : {});
    assert.ok((await found.count()) >= 1, `${role} ${name}`);
  }
  const nameless = await page.locator("button, input, [role=button]").evaluateAll((all) =>
    all.filter((e) => e.checkVisibility() && !e.textContent.trim() && !e.getAttribute("aria-label")
      && !e.labels?.length).map((e) => e.outerHTML));
  assert.deepEqual(nameless, []);
  assert.equal(await page.locator("html").getAttribute("lang"), "da");
  // The words of a page in view are there for a screen reader.
  await page.goto(`${address}#side-${ludo}`);
  await page.reload();
  const words = page.locator(`.page[data-nr="${ludo}"] .words`);
  await page.waitForFunction((nr) =>
    document.querySelector(`.page[data-nr="${nr}"] .words`)?.textContent.includes("LUDO"), ludo);
  assert.ok((await words.textContent()).length > 200);
});

await step("the keyboard alone leads everywhere", async () => {
  await page.goto("about:blank");
  await page.goto(address);
  await page.locator(".page:not(.absent) img").first().waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Home");
  assert.match(await place(), /^1 \//);
  await page.keyboard.press("ArrowRight");
  assert.match(await place(), /^2-3 \//);
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  const before = await page.locator("#zoom").textContent();
  await page.keyboard.press("+");
  assert.notEqual(await page.locator("#zoom").textContent(), before);
  await page.keyboard.press("0");
  assert.equal(await page.locator("#zoom").textContent(), before);
  for (const [key, part] of [["t", "#thumbs"], ["p", "#panel"]]) {
    await page.keyboard.press(key);
    assert.ok(!(await page.locator(part).isVisible()), `${key} hides ${part}`);
    await page.keyboard.press(key);
    assert.ok(await page.locator(part).isVisible(), `${key} shows ${part}`);
  }
  await page.keyboard.press("?");
  assert.ok(await page.getByRole("dialog", { name: "Tastatur" }).isVisible());
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("ludo");
  assert.equal(await page.getByRole("option").count(), 1);
  await page.keyboard.press("Enter");
  assert.match(await place(), new RegExp(`^${ludo}-${ludo + 1} /`));
  assert.equal(await spread(ludo).getAttribute("aria-current"), "true");
});

await step("an edit changes its page without a reload, in place, and it flashes", async () => {
  await page.evaluate(() => {
    window.stayed = true;
    window.flashed = [];
    new MutationObserver((all) => {
      for (const m of all) if (m.target.classList?.contains("flash")) window.flashed.push(Number(m.target.dataset.nr));
    }).observe(document.getElementById("pages"), { subtree: true, attributeFilter: ["class"] });
  });
  const scrolled = await page.locator("#pages").evaluate((e) => e.scrollTop);
  const [before, other] = [await nameOf(ludo), await nameOf(ludo + 2)];
  await edit("Mens de unge har været", "Så længe de unge har været");
  const recto = ludo + 1;
  await page.waitForFunction((nr) => window.flashed.includes(nr), recto);
  await page.waitForFunction((nr) =>
    document.querySelector(`.page[data-nr="${nr}"] .words`).textContent.includes("Så længe"), recto);
  assert.equal(await nameOf(ludo), before, "the verso says what it said");
  assert.equal(await nameOf(ludo + 2), other, "other spreads are not sent again");
  assert.ok(await page.evaluate(() => window.stayed), "no reload");
  assert.equal(await page.locator("#pages").evaluate((e) => e.scrollTop), scrolled);
});

await step("broken TOML lies with its caret over the last good pages, and heals", async () => {
  const good = await nameOf(ludo + 1);
  await edit("navn = \"LUDO\"", "navn = \"LUDO");
  const box = page.getByRole("alertdialog");
  await box.waitFor();
  const said = await box.textContent();
  assert.match(said, /ludo\.toml:1:\d+/);
  assert.match(said, /━/, "the mark under the place");
  assert.equal(await nameOf(ludo + 1), good, "the last good pages stay");
  assert.ok((await page.title()).startsWith("⚠"));
  await page.keyboard.press("Escape");
  assert.ok(!(await page.locator("#trouble-text").isVisible()), "Esc folds it");
  await edit("navn = \"LUDO\n", "navn = \"LUDO\"\n");
  await box.waitFor({ state: "hidden" });
  assert.equal(await nameOf(ludo + 1), good);
  assert.equal(await page.locator("#news").textContent(), "Fejlen er rettet.");
});

await step("a click in the panel goes to the page", async () => {
  await page.keyboard.press("Home");
  const missing = page.locator("#missing button").first();
  await missing.click();
  assert.doesNotMatch(await place(), /^1 \//);
  assert.ok((await page.locator("#findings").textContent()).match(/\.toml:\d+:\d+/), "file and line");
  assert.ok((await page.locator("#fit li").count()) >= 22, "the fit of each spread");
});

await step("a field is changed from the page, refused where it is wrong, and taken back", async () => {
  const before = await readFile(file, "utf8");
  await page.goto(`${address}#side-${ludo}`);
  await page.reload();
  await page.locator(`.page[data-nr="${ludo}"] .words`).waitFor({ state: "attached" });
  await page.locator("#edit-spread").click();
  const field = page.locator('#editor li[data-field="oekonomi.beloeb"]');
  await field.waitFor();
  await field.locator("input").fill("1.234.000");
  await field.locator(".save").click();
  await page.waitForFunction(() => document.querySelector('#editor li[data-field="oekonomi.beloeb"] .note').textContent.includes("Gemt."));
  assert.notEqual(await readFile(file, "utf8"), before, "the file has the new amount");
  await field.locator("input").fill("mange penge");
  await field.locator(".save").click();
  await page.waitForFunction(() => document.querySelector('#editor li[data-field="oekonomi.beloeb"]').classList.contains("wrong"));
  assert.doesNotMatch(await field.locator(".note").textContent(), /ændret imens/, "a save right after a save is no conflict");
  await page.locator("#undo").click();
  await page.waitForFunction(() => document.querySelector("#editor-told").textContent.includes("Fortrudt"));
  assert.equal(await readFile(file, "utf8"), before, "every byte is back");
  await page.keyboard.press("Escape");
});

await step("narrow and dark windows show the pages, too", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 700, height: 900 });
  assert.ok(await page.locator(".page:not(.absent) img").first().isVisible());
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 700, `nothing sticks out: ${wide}`);
});

function raw(path, headers = {}) {
  return new Promise((resolve, reject) => {
    const options = { host: url.hostname, port: url.port, path, headers: { host: url.host, ...headers } };
    request(options, (answer) => { answer.resume(); resolve(answer.statusCode); }).on("error", reject).end();
  });
}

await step("changes need the page's own word", async () => {
  const post = (headers) => new Promise((resolve, reject) => {
    const options = { host: url.hostname, port: url.port, path: "/undo", method: "POST", headers: { host: url.host, "content-type": "application/json", ...headers } };
    request(options, (answer) => { answer.resume(); resolve(answer.statusCode); }).on("error", reject).end("{}");
  });
  assert.equal(await post({}), 403);
  assert.equal(await post({ "x-sats-token": "guessed" }), 403);
  assert.equal(await post({ origin: "http://evil.example" }), 403);
});

await step("foreign hosts and paths outside its pages are refused", async () => {
  assert.equal(await raw("/state"), 200);
  assert.equal(await raw("/state", { host: "evil.example" }), 403);
  assert.equal(await raw("/state", { origin: "http://evil.example" }), 403);
  for (const path of ["/../rapport.toml", "/page/../../rapport.toml", "/page/%2e%2e%2frapport.toml", "//etc/passwd"]) {
    assert.ok([400, 404].includes(await raw(path)), path);
  }
});

await step("nothing came from elsewhere and nothing failed in the browser", async () => {
  assert.deepEqual([...asked], [url.host]);
  assert.deepEqual(troubles, []);
});

await browser.close();
