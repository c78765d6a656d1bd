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
const PATIENCE = 240_000; // ms; a slow machine is no failure

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
page.setDefaultTimeout(PATIENCE);
const troubles = [];
const asked = new Set();
page.on("pageerror", (error) => troubles.push(String(error)));
// A refusal is an answer that the browser logs: that is no trouble.
const refused = (text) => /status of (403|404|409|422)/.test(text);
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

// Asks until it is so: nothing here waits for a time, a slow machine is no failure.
async function until(what, so) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    if (await so()) return;
    assert.ok(Date.now() < end, what);
    await new Promise((then) => setTimeout(then, 50));
  }
}

// The page is there when it has shown a state; its pictures come when they come.
const ready = () => page.waitForFunction(() => document.body?.dataset.version !== undefined && document.querySelector(".page:not(.absent) img"));
const open = (url) => page.goto(url, { waitUntil: "commit" });
const reload = () => page.reload({ waitUntil: "commit" }).then(ready);
const at = (hash) => open("about:blank").then(() => open(`${address}${hash}`)).then(ready);
const place = () => page.locator("#place").textContent();
const nameOf = (nr) => page.locator(`.page[data-nr="${nr}"]`).getAttribute("data-name");
const spread = (nr) => page.locator(`#thumb-list button[data-spread="${nr / 2}"]`);
// Page of LUDO's verso, as the panel of the running preview says.
const state = async () => page.evaluate(async () => (await fetch("/state")).json());

let ludo;
await step("the report is shown as spreads, side by side", async () => {
  await open(address);
  await ready();
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
    ["complementary", "Fund, mangler og plads"], ["toolbar", "Visning"],
    ["form", "Vis kun"], ["combobox", "Forvaltning"], ["link", "Håndbog"],
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
  await at(`#side-${ludo}`);
  const words = page.locator(`.page[data-nr="${ludo}"] .words`);
  await page.waitForFunction((nr) =>
    document.querySelector(`.page[data-nr="${nr}"] .words`)?.textContent.includes("LUDO"), ludo);
  assert.ok((await words.textContent()).length > 200);
});

await step("the keyboard alone leads everywhere", async () => {
  await page.goto("about:blank");
  await open(address);
  await ready();
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
  assert.equal(await page.locator("#hits").getByRole("option").count(), 1);
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
  assert.match(said, /\^/, "the caret under the place");
  assert.ok((await box.locator("mark").count()) >= 1, "what is meant is marked");
  assert.equal(await nameOf(ludo + 1), good, "the last good pages stay");
  assert.ok((await page.title()).startsWith("⚠"));
  await page.keyboard.press("Escape");
  assert.ok(!(await page.locator("#trouble-text").isVisible()), "Esc folds it");
  await edit("navn = \"LUDO\n", "navn = \"LUDO\"\n");
  await box.waitFor({ state: "hidden" });
  assert.equal(await nameOf(ludo + 1), good);
  assert.equal(await page.locator("#news").textContent(), "Fejlen er rettet.");
});

await step("a click in the panel goes to the page and opens the field that is missing", async () => {
  await page.locator("#pages").focus();
  await page.keyboard.press("Home");
  await page.locator("#missing button").first().click();
  await until("it goes there", async () => !(await place()).startsWith("1 /"));
  await page.locator("#editor li").first().waitFor();
  await page.locator("#editor-close").click();
  assert.ok((await page.locator("#findings").textContent()).match(/\.toml:\d+:\d+/), "file and line");
  assert.ok((await page.locator("#fit li").count()) >= 22, "the fit of each spread");
});

// How many findings the filters let through; the list shows the first of them.
const count = async () => Number(/\d+/.exec(await page.locator("#n-findings").textContent())[0]);

await step("filters narrow the lists, are counted, and are kept in the address", async () => {
  await at(`#side-${ludo}`);
  const all = await count();
  const code = await page.locator("#by-forvaltning option").nth(1).getAttribute("value");
  await page.locator("#by-forvaltning").selectOption(code);
  await until("fewer are shown", async () => (await count()) < all);
  assert.match(await page.locator("#n-findings").textContent(), /af/);
  assert.ok(page.url().includes(`forvaltning=${code}`), page.url());
  const few = await count();
  await reload();
  await until("a reload shows the same", async () => (await page.locator("#by-forvaltning").inputValue()) === code && (await count()) === few);
  assert.match(await place(), new RegExp(`^${ludo}-`), "and the same place");
  await page.locator("#by-forvaltning").selectOption("");
  await until("all again", async () => (await count()) === all);
  await page.locator("#by-note").click();
  assert.equal(await page.locator("#by-note").getAttribute("aria-pressed"), "false");
  assert.equal(await page.locator("#findings .note").count(), 0, "no remarks");
  await page.locator("#by-note").click();
  await page.locator("#by-spread").check();
  const here = await count();
  assert.ok(here < all, "only this spread's");
  await page.locator("#by-spread").uncheck();
});

await step("a finding marks its place on the page and leads to its line in the file", async () => {
  const found = await state();
  const placed = found.panel.findings.find((f) => !f.accepted && f.place?.field && f.place.file.startsWith("indsatser/")
    && found.pages.some((p) => p.fields.some((a) => a.file === f.place.file && a.fields.some((own) => f.place.field.startsWith(own)))));
  assert.ok(placed, "there is a finding about a field that stands on a page");
  const id = placed.place.file.slice("indsatser/".length, -".toml".length);
  await page.locator("#by-indsats").selectOption(id);
  const item = page.locator(`.finding[data-code="${placed.code}"]`).first();
  await item.locator("summary").click();
  await page.locator(".found").waitFor();
  const source = item.locator(".source");
  assert.match(await source.getAttribute("href"), new RegExp(`^vscode://file/.*${id}\\.toml:\\d+:\\d+$`));
  assert.match(await source.getAttribute("data-at"), /\.toml:\d+:\d+$/);
  await page.locator("#by-indsats").selectOption("");
});

// The middle of a word on a page, as a reader would click on it.
async function clickOn(nr, word) {
  await until(`page ${nr} has its words`, () => page.evaluate(([n, w]) =>
    [...document.querySelectorAll(`.page[data-nr="${n}"] .words span`)].some((s) => s.textContent.includes(w)), [nr, word]));
  await page.locator(`.page[data-nr="${nr}"] .words span`, { hasText: word }).first().click();
}
const field = (name) => page.locator(`#editor li[data-field="${name}"]`);
const note = (name, words) => until(`${name}: ${words}`, async () => (await field(name).locator(".note").textContent()).includes(words));

await step("a click on the page opens the field that stands there; the words can be marked", async () => {
  await at(`#side-${ludo}`);
  await clickOn(ludo, "Spydspidsen");
  await field("lead").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "TEXTAREA", "the focus is in the field");
  await page.keyboard.press("Escape");
  assert.ok(!(await page.locator("#editor").isVisible()), "Esc closes it");
  const marked = await page.evaluate((nr) => {
    const span = document.querySelector(`.page[data-nr="${nr}"] .words span`);
    getSelection().selectAllChildren(span);
    const said = getSelection().toString();
    getSelection().removeAllRanges();
    return said;
  }, ludo);
  assert.ok(marked.length > 0, "words can be marked and copied");
});

await step("a field is changed from the page, refused where it is wrong, and taken back", async () => {
  const before = await readFile(file, "utf8");
  const amount = "oekonomi.beloeb";
  await at(`#side-${ludo}`);
  await page.locator("#edit-spread").click();
  await field(amount).waitFor();
  const old = await nameOf(ludo);
  await field(amount).locator("input").fill("1.234.000");
  await field(amount).locator(".save").click();
  await note(amount, "Gemt.");
  assert.notEqual(await readFile(file, "utf8"), before, "the file has the new amount");
  await until("the page is set anew", async () => (await nameOf(ludo)) !== old);
  assert.equal(await field(amount).locator("input").inputValue(), "1.234.000", "the editor is not touched");
  await field(amount).locator("input").fill("mange penge");
  await field(amount).locator(".save").click();
  await until("it is refused", () => field(amount).evaluate((e) => e.classList.contains("wrong")));
  assert.doesNotMatch(await field(amount).locator(".note").textContent(), /ændret imens/, "a save right after a save is no conflict");
  await page.locator("#undo").click();
  await until("it is told", async () => (await page.locator("#editor-told").textContent()).includes("Fortrudt"));
  assert.equal(await readFile(file, "utf8"), before, "every byte is back");
});

await step("what somebody else wrote meanwhile is shown, not written over", async () => {
  const lead = field("lead");
  await lead.locator("textarea").fill("Min tekst om LUDO.");
  await note("lead", "");
  const before = await readFile(file, "utf8");
  await edit("Spydspidsen (CUKU)", "Spydspidsen");
  await lead.locator(".save").click();
  await note("lead", "ændret imens");
  assert.ok((await readFile(file, "utf8")).includes("Spydspidsen har"), "the other text stands");
  assert.equal(await lead.locator("textarea").inputValue(), "Min tekst om LUDO.", "and so does what was typed");
  await page.keyboard.press("Escape");
  await writeFile(file, before);
});

await step("a finding is accepted with a reason, and taken back", async () => {
  await at(`#side-${ludo}`);
  const front = join(data, "rapport.toml");
  const before = await readFile(front, "utf8");
  const item = page.locator(".finding", { hasText: "Advarsel" }).first();
  const code = await item.getAttribute("data-code");
  const n = () => page.locator(`.finding[data-code="${code}"]`).count();
  const all = await n();
  await item.locator("summary").click();
  await item.locator(".accept").click();
  await page.getByRole("dialog", { name: `Accepter ${code}` }).waitFor();
  await page.getByRole("textbox", { name: "Hvorfor er det rigtigt alligevel?" }).fill("Som aftalt.");
  await page.locator("#act-form .save").click();
  await until("it is gone from the list", async () => (await n()) < all);
  assert.ok((await readFile(front, "utf8")).includes("Som aftalt."), "the reason stands in the data");
  await page.locator("#edit-spread").click();
  await page.locator("#undo").click();
  await until("it is back", async () => (await n()) === all);
  assert.equal(await readFile(front, "utf8"), before);
  await page.locator("#editor-close").click();
});

await step("a block is put in from the gallery and taken back", async () => {
  const before = await readFile(file, "utf8");
  await at(`#side-${ludo}`);
  await page.locator("#edit-spread").click();
  await page.getByRole("button", { name: "Indsæt blok sidst …" }).click();
  await page.getByRole("radio").nth(1).check();
  await page.locator("#act-form .save").click();
  await until("it stands in the file", async () => (await readFile(file, "utf8")).split("[[blok]]").length === before.split("[[blok]]").length + 1);
  await page.locator("#undo").click();
  await until("every byte is back", async () => (await readFile(file, "utf8")) === before);
  await page.locator("#editor-close").click();
});

await step("the keyboard alone changes a field", async () => {
  const before = await readFile(file, "utf8");
  await at(`#side-${ludo}`);
  await page.locator(`.page[data-nr="${ludo}"]`).focus();
  await page.keyboard.press("Enter");
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Ret /, "the first field of the page");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.locator("#editor li").first().waitFor();
  await until("the focus is in the form", () => page.evaluate(() => document.activeElement.closest("#editor li") !== null));
  await page.keyboard.press("Escape");
  await until("the focus is back on the page", () => page.evaluate(() => document.activeElement.classList.contains("field")));
  assert.equal(await readFile(file, "utf8"), before, "looking changes nothing");
});

await step("the handbook is served with pictures of the blocks", async () => {
  await until("it is there", () => page.evaluate(async () => (await fetch("/haandbog")).ok));
  const book = await page.evaluate(async () => (await fetch("/haandbog")).text());
  for (const kind of (await state()).panel.blocks) assert.ok(book.includes(`id="blok-${kind}"`), kind);
  assert.ok(book.includes("<svg"), "pictures");
});

await step("narrow and dark windows show the pages, too", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 700, height: 900 });
  assert.ok(await page.locator(".page:not(.absent) img").first().isVisible());
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 700, `nothing sticks out: ${wide}`);
  await page.setViewportSize({ width: 390, height: 800 });
  await until("pages stand one under the other", () => page.evaluate(() => document.body.classList.contains("narrow")));
  const [a, b] = await Promise.all([ludo, ludo + 1].map((nr) => page.locator(`.page[data-nr="${nr}"]`).boundingBox()));
  assert.ok(b.y >= a.y + a.height && a.width > 300, "each as wide as the window");
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
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
