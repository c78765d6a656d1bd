// The preview's page. Talks to its own server only: /events for news, /page/NAME.svg and .json.
"use strict";

const el = (id) => document.getElementById(id);
const pages = el("pages");
const FLASH = 1500; // ms that a changed page stays marked
const STEP = 1.2; // zoom step
const NARROW = 700; // px of room below which pages stand one under the other

let state = null;
let zoom = Number(Place.get("zoom")) || null; // null: fitted to the window
let here = 0; // index of the spread in view
let folded = false; // the error is folded away
let jumped = 0; // time until which scrolling does not change `here`

// --- Spreads: page 1 stands alone on the right, then 2-3, 4-5, ...
const spreadOf = (page) => Math.floor(page / 2);
const spreadCount = () => (state && state.pages.length ? spreadOf(state.pages.length) + 1 : 0);
const pagesOf = (spread) =>
  [2 * spread, 2 * spread + 1].filter((n) => n >= 1 && n <= state.pages.length);

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

// A message, with what stands in backticks as it is typed.
const prose = (text) => text.split("`").map((part, n) => (n % 2 ? make("code", {}, part) : part));

function nameOfPage(nr) {
  const of = [...state.panel.indsatser].filter((i) => i.page).sort((a, b) => a.page - b.page);
  const last = of.filter((i) => i.page <= nr).pop();
  return last && nr <= last.page + 1 ? say("preview-page-of", { nr, name: last.name }) : say("preview-page", { nr });
}

// --- Pages
function figureOf(nr) {
  return pages.querySelector(`.page[data-nr="${nr}"]`);
}

function newFigure(nr) {
  const figure = make("figure", { class: "page", "data-nr": nr, tabindex: "-1" });
  figure.append(
    make("img", { loading: nr > 4 ? "lazy" : "eager", decoding: "async", alt: "" }),
    make("div", { class: "words" }),
  );
  return figure;
}

function arrange() {
  const count = state.pages.length;
  const have = pages.querySelectorAll(".page:not(.absent)").length;
  if (have === count) return;
  el("waiting")?.remove();
  for (let s = 0; s < spreadCount(); s += 1) {
    let spread = pages.querySelector(`.spread[data-spread="${s}"]`);
    if (!spread) {
      spread = make("section", { class: "spread", "data-spread": s });
      pages.append(spread);
    }
    const wanted = pagesOf(s);
    spread.setAttribute("aria-label", say(wanted[1] ? "preview-spread" : "preview-spread-one", { a: wanted[0], b: wanted[1] }));
    const [left, right] = [2 * s, 2 * s + 1];
    for (const nr of [left, right]) {
      let figure = spread.querySelector(`[data-nr="${nr}"]`);
      if (!figure) {
        figure = newFigure(nr);
        spread.append(figure);
      }
      const absent = !wanted.includes(nr);
      figure.classList.toggle("absent", absent);
      figure.setAttribute("aria-hidden", String(absent));
      // A page that is not there takes the place of one beside it.
      const like = state.pages[(wanted[0] ?? 1) - 1];
      if (absent && like) size(figure, like);
    }
  }
  for (const spread of pages.querySelectorAll(".spread")) {
    if (Number(spread.dataset.spread) >= spreadCount()) spread.remove();
  }
  arrangeThumbs();
}

function size(figure, page) {
  figure.style.setProperty("--width", page.width);
  figure.style.setProperty("--height", page.height);
}

// Where a page with bleed is cut.
function trim(figure, at) {
  let line = figure.querySelector(".trim");
  if (!at) { line?.remove(); return; }
  if (!line) figure.append((line = make("div", { class: "trim", "aria-hidden": "true" })));
  for (const [n, key] of ["x", "y", "w", "h"].entries()) line.style.setProperty(`--${key}`, at[n]);
}

function dress(nr, flash) {
  const page = state.pages[nr - 1];
  const figure = figureOf(nr);
  size(figure, page);
  trim(figure, page.trim);
  figure.setAttribute("aria-label", nameOfPage(nr));
  if (JSON.stringify(page.links) !== figure.dataset.links) {
    figure.dataset.links = JSON.stringify(page.links);
    for (const old of figure.querySelectorAll("a")) old.remove();
    for (const link of page.links) {
      // One stop of the keyboard for each place that a page leads to.
      const again = figure.querySelector(`a[href="#side-${link.page}"]`);
      const named = again ? { tabindex: "-1", "aria-hidden": "true" } : { "aria-label": say("preview-go-to", { page: nameOfPage(link.page) }) };
      const a = make("a", { href: `#side-${link.page}`, ...named });
      for (const key of ["x", "y", "w", "h"]) a.style.setProperty(`--${key}`, link[key]);
      a.addEventListener("click", (event) => { event.preventDefault(); goToPage(link.page); });
      figure.append(a);
    }
  }
  Edit.dress(figure, page.fields);
  if (figure.dataset.name === page.name) return false;
  const first = figure.dataset.name === undefined;
  figure.dataset.name = page.name;
  show(figure, page.name, first ? null : nr, flash);
  const thumb = el("thumb-list").querySelector(`img[data-nr="${nr}"]`);
  if (thumb) thumb.src = `/page/${page.name}.svg`;
  return !first;
}

// The new picture is read before the old one goes: no flicker, and the place is kept.
async function show(figure, name, changed, flash) {
  const img = figure.querySelector("img");
  const src = `/page/${name}.svg`;
  if (changed !== null && near(figure)) {
    const next = new Image();
    next.src = src;
    try { await next.decode(); } catch { /* shown as soon as it can be */ }
    if (figure.dataset.name !== name) return;
  }
  img.src = src;
  if (changed !== null && flash) {
    figure.classList.remove("flash");
    void figure.offsetWidth;
    figure.classList.add("flash");
    setTimeout(() => figure.classList.remove("flash"), FLASH);
  }
  figure.dataset.words = "";
  if (near(figure)) words(figure);
}

const words = (figure) => Words.show(figure, near);

function near(figure) {
  const spread = spreadOf(Number(figure.dataset.nr));
  return Math.abs(spread - here) <= 2;
}

// --- Thumbnails
function arrangeThumbs() {
  const list = el("thumb-list");
  list.replaceChildren();
  for (let s = 0; s < spreadCount(); s += 1) {
    const wanted = pagesOf(s);
    const pair = make("span", { class: "pair" });
    for (const nr of wanted) {
      const { name, width, height } = state.pages[nr - 1];
      const src = `/page/${name}.svg`;
      pair.append(make("img", { src, width, height, alt: "", loading: "lazy", "data-nr": nr }));
    }
    const button = make("button", { type: "button", "data-spread": s, tabindex: s === here ? "0" : "-1", "aria-label": `Side ${wanted.join(" og ")}` }, pair, wanted.join("-"));
    button.addEventListener("click", () => go(s));
    list.append(make("li", {}, button));
  }
}

// --- Moving
function go(spread, focus = false) {
  if (!state || !spreadCount()) return;
  here = Math.max(0, Math.min(spreadCount() - 1, spread));
  jumped = Date.now() + 300;
  const node = pages.querySelector(`.spread[data-spread="${here}"]`);
  pages.scrollTo({ top: node.offsetTop - 16 });
  if (focus) node.querySelector(".page:not(.absent)").focus({ preventScroll: true });
  told();
}

function goToPage(nr, focus = true) {
  go(spreadOf(nr));
  Place.at(nr);
  const figure = figureOf(nr);
  if (isNarrow()) pages.scrollTo({ top: figure.offsetTop - 8 });
  if (focus) figure?.focus({ preventScroll: true });
}

function told() {
  const shown = pagesOf(here);
  if (shown.length && !shown.includes(Place.page())) Place.at(shown[0]);
  Panel.moved();
  el("place").textContent = shown.length ? `${shown.join("-")} / ${state.pages.length}` : "–";
  for (const button of el("thumb-list").querySelectorAll("button")) {
    const current = Number(button.dataset.spread) === here;
    if (current) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    button.tabIndex = current ? 0 : -1;
    if (current) button.scrollIntoView({ block: "nearest" });
  }
  for (let s = here - 2; s <= here + 2; s += 1) {
    for (const nr of s >= 0 && s < spreadCount() ? pagesOf(s) : []) words(figureOf(nr));
  }
}

pages.addEventListener("scroll", () => {
  if (!state || Date.now() < jumped) return;
  const middle = pages.scrollTop + pages.clientHeight / 2;
  let found = here;
  for (const spread of pages.querySelectorAll(".spread")) {
    if (spread.offsetTop <= middle) found = Number(spread.dataset.spread);
  }
  if (found !== here) { here = found; told(); }
}, { passive: true });

// --- Zoom
const isNarrow = () => pages.clientWidth < NARROW;

function applyZoom() {
  if (!state || !state.pages.length) return;
  const { width, height } = state.pages[0];
  document.body.classList.toggle("narrow", isNarrow());
  const fit = isNarrow() ? (pages.clientWidth - 16) / width
    : Math.min((pages.clientWidth - 40) / (2 * width), (pages.clientHeight - 32) / height);
  const value = zoom ?? Math.max(0.1, fit);
  document.documentElement.style.setProperty("--zoom", value.toFixed(4));
  el("zoom").textContent = `${Math.round(value * 100 * 0.75)} %`;
  return value;
}

function zoomBy(factor) {
  zoom = Math.max(0.1, Math.min(8, (zoom ?? applyZoom()) * factor));
  Place.set("zoom", zoom.toFixed(2));
  applyZoom();
  go(here);
}

function fitted() { zoom = null; Place.set("zoom", ""); applyZoom(); go(here); }

new ResizeObserver(() => { if (zoom === null && state) { applyZoom(); go(here); } }).observe(pages);

function trouble() {
  const broken = state.trouble !== "";
  const box = el("trouble");
  // Another error is news, though the last one was folded away.
  if (box.dataset.said !== state.trouble) {
    box.dataset.said = state.trouble;
    folded = false;
    if (broken) Panel.trouble(el("trouble-text"), state);
  }
  box.hidden = !broken;
  fold(folded);
}

function fold(yes) {
  folded = yes;
  el("trouble-text").hidden = yes;
  el("trouble-fold").setAttribute("aria-expanded", String(!yes));
  el("trouble-fold").textContent = yes ? say("preview-show") : say("preview-fold");
}

// --- News
function apply(next) {
  // Another view's first pages are in the making: those that are there stay.
  if (!next.ready && state?.pages.length) return;
  // Nor has what cannot be set pages of its own.
  if (!next.pages.length && state?.pages.length) next = { ...next, pages: state.pages };
  const other = document.body.dataset.waits === "1";
  const kept = other ? spot() : null;
  delete document.body.dataset.waits;
  const first = state === null || !state.pages.length || other;
  const healed = state !== null && state.trouble !== "" && next.trouble === "";
  const broke = next.trouble !== "" && (state === null || state.trouble === "");
  state = next;
  const title = state.panel.title || "sats";
  el("title").textContent = title;
  document.title = state.trouble ? `⚠ ${title}` : title;
  View.offer(state.panel.before);
  Panel.show(state);
  Edit.room();
  trouble();
  const news = [];
  if (state.pages.length) {
    here = Math.min(here, spreadCount() - 1);
    arrange();
    for (let nr = 1; nr <= state.pages.length; nr += 1) if (dress(nr, !first)) news.push(nr);
    if (first) {
      applyZoom();
      const to = (kept && pageOf(kept)) ?? Place.page();
      if (to) goToPage(Math.min(to, state.pages.length), !other);
    }
    told();
  } else if (state.ready && el("waiting")) {
    el("waiting").textContent = say("preview-no-pages");
  }
  document.body.dataset.version = state.version;
  if (broke) el("news").textContent = say("preview-broken");
  else if (healed) el("news").textContent = say("preview-healed");
  else if (news.length) el("news").textContent = news.length > 6 ? say("preview-changed-many", { n: news.length }) : say("preview-changed", { pages: news.join(", ") });
}

// The place in view, by its indsats: other views have other pages before it.
function spot() {
  const indsats = indsatsHere();
  return indsats ? { id: indsats.id, nr: (pagesOf(here)[0] ?? 1) - indsats.page } : null;
}

function pageOf({ id, nr }) {
  const page = state.panel.indsatser.find((i) => i.id === id)?.page;
  return page ? page + Math.max(0, nr) : null;
}

View.follow({
  state: (event) => { el("lost").hidden = true; apply(JSON.parse(event.data)); },
  end: () => { View.end(); el("lost").hidden = false; },
  error: () => { el("lost").hidden = false; },
});
