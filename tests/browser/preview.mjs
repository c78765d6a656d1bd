// The preview in a real browser. Run by tests/all/browser.rs: node preview.mjs CHROMIUM ADDRESS DATA
import assert from "node:assert/strict";
import { request } from "node:http";
import { address, asked, at, browser, ludo, open, page, state, step, troubles, until, url } from "./tool.mjs";
await import("./look.mjs");
await import("./edit.mjs");

await step("the handbook is served with pictures of the blocks", async () => {
  await until("it is there", () => page.evaluate(async () => (await fetch("/haandbog")).ok));
  const book = await page.evaluate(async () => (await fetch("/haandbog")).text());
  for (const [kind] of (await state()).panel.blocks) assert.ok(book.includes(`id="blok-${kind}"`), kind);
  assert.ok(book.includes("<svg"), "pictures");
  // A picture in a picture of a block is shown, too: the browser would tell that it is refused.
  await open(new URL("/haandbog", address).href);
  await page.waitForLoadState();
  assert.deepEqual(troubles, []);
  await page.setViewportSize({ width: 390, height: 800 });
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390, "nothing sticks out");
  await page.setViewportSize({ width: 1400, height: 900 });
  await at("");
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
  // A page that is larger than the window can be scrolled to both its edges.
  await at(`#side-${ludo}?zoom=1.20`);
  const ends = () => page.locator("#pages").evaluate((pages) => [0, 1e6].map((x) => { pages.scrollLeft = x; return document.querySelector(".page:not(.absent)").getBoundingClientRect(); }).map((r) => [r.left, r.right]));
  const [[left], [, right]] = await ends();
  assert.ok(left >= 0 && right <= 390, `from ${left} to ${right}`);
  await at("");
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
