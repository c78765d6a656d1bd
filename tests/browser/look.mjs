// Pages follow edits, errors lie over the last good pages and heal, everything can be reached and named
// without a mouse; filters, sources and views.
import assert from "node:assert/strict";
import { address, at, edit, ludo, nameOf, open, page, place, ready, reload, spread, state, step, until } from "./tool.mjs";

await step("the report is shown as spreads, side by side", async () => {
  const now = await state();
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

const view = (word) => page.getByRole("combobox", { name: "Vis som" }).selectOption(word);

await step("the pages are seen as a draft, as printed, in grey, and as published; kept in the address", async () => {
  await at(`#side-${ludo}`);
  const name = await nameOf(ludo);
  const said = page.locator("#seen-as");
  // LUDO's page in the view: a draft has other pages before it.
  let nr = ludo;
  const seen = async (word, sure) => {
    await view(word);
    await until(`${word} is shown`, async () => {
      const now = await page.evaluate(async (word) => (await fetch(`/state?vis=${word}`)).json(), word);
      nr = now.panel.indsatser?.find((i) => i.id === "ludo")?.page;
      return nr !== undefined && (await page.evaluate(() => document.body.dataset.waits)) === undefined
        && (await nameOf(nr)) === now.pages[nr - 1].name;
    });
    assert.ok(page.url().includes(`vis=${word}`), page.url());
    assert.match(await place(), new RegExp(`^${nr}-`), "the same place");
    assert.equal(await page.locator(".page.flash").count(), 0, "another view is no change");
    await sure();
  };
  await seen("tryk", async () => {
    assert.match(await said.textContent(), /stiplede linje/);
    const [cut, whole] = await Promise.all([".trim", "img"].map((part) => page.locator(`.page[data-nr="${nr}"] ${part}`).boundingBox()));
    assert.ok(cut.x > whole.x && cut.y > whole.y && cut.width < whole.width && cut.height < whole.height, "cut inside the bleed");
  });
  await seen("graa", async () => assert.equal(await page.locator(".trim").count(), 0));
  await seen("udkast", async () => {
    await page.waitForFunction((nr) => document.querySelector(`.page[data-nr="${nr}"] .words`)?.textContent.includes("forhåndsvisning"), nr);
  });
  const draft = await nameOf(nr);
  await reload();
  await until("a reload shows the draft", async () => (await nameOf(nr)) === draft);
  assert.equal(await page.locator("#view").inputValue(), "udkast");
  await edit("Så længe de unge har været", "Mens de unge har været");
  await until("the draft follows edits", async () => page.evaluate((nr) => document.querySelector(`.page[data-nr="${nr}"] .words`).textContent.includes("Mens de unge"), nr + 1));
  assert.ok(await page.locator('#view option[value="foer"]').evaluate((e) => e.disabled), "there is no last year here");
  await view("");
  await until("as published again", async () => (await nameOf(ludo)) === name);
  assert.ok(!page.url().includes("vis="), page.url());
});
