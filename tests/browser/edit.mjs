// Editing on the page: fields, refusals, conflicts, undo, findings, blocks, by mouse and by keyboard alone.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { at, data, edit, file, ludo, nameOf, page, step, until } from "./tool.mjs";

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
  await page.getByRole("radio", { name: "fremhævet" }).waitFor();
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
