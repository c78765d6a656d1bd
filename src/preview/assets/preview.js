// The preview's page. Talks to its own server only: /events for news, /page/NAME.svg and .txt.
"use strict";

const el = (id) => document.getElementById(id);
const pages = el("pages");
const FLASH = 1500; // ms that a changed page stays marked
const STEP = 1.2; // zoom step
const RETRY = 1000; // ms until words that have not come are asked for again

let state = null;
let zoom = null; // null: fitted to the window
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

function nameOfPage(nr) {
  const of = [...state.panel.indsatser].filter((i) => i.page).sort((a, b) => a.page - b.page);
  const last = of.filter((i) => i.page <= nr).pop();
  return last && nr <= last.page + 1 ? `Side ${nr}: ${last.name}` : `Side ${nr}`;
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
    spread.setAttribute("aria-label", `Opslag: side ${wanted.join(" og ")}`);
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

function dress(nr, flash) {
  const page = state.pages[nr - 1];
  const figure = figureOf(nr);
  size(figure, page);
  figure.setAttribute("aria-label", nameOfPage(nr));
  if (JSON.stringify(page.links) !== figure.dataset.links) {
    figure.dataset.links = JSON.stringify(page.links);
    for (const old of figure.querySelectorAll("a")) old.remove();
    for (const link of page.links) {
      const a = make("a", { href: `#side-${link.page}`, "aria-label": `Gå til side ${link.page}` });
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

async function words(figure) {
  const name = figure.dataset.name;
  if (!name || figure.dataset.words === name) return;
  figure.dataset.words = name;
  try {
    const answer = await fetch(`/page/${name}.txt`);
    if (answer.ok && figure.dataset.name === name) {
      figure.querySelector(".words").textContent = await answer.text();
      return;
    }
  } catch { /* told by the stream */ }
  // Asked again at the next move, or soon.
  figure.dataset.words = "";
  setTimeout(() => { if (near(figure)) words(figure); }, RETRY);
}

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
    const button = make("button", { type: "button", "data-spread": s, "aria-label": `Side ${wanted.join(" og ")}` }, pair, wanted.join("-"));
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

function goToPage(nr) {
  go(spreadOf(nr));
  figureOf(nr)?.focus({ preventScroll: true });
}

function told() {
  const shown = pagesOf(here);
  el("place").textContent = shown.length ? `${shown.join("-")} / ${state.pages.length}` : "–";
  for (const button of el("thumb-list").querySelectorAll("button")) {
    const current = Number(button.dataset.spread) === here;
    if (current) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
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
function applyZoom() {
  if (!state || !state.pages.length) return;
  const { width, height } = state.pages[0];
  const fit = Math.min((pages.clientWidth - 40) / (2 * width), (pages.clientHeight - 32) / height);
  const value = zoom ?? Math.max(0.1, fit);
  document.documentElement.style.setProperty("--zoom", value.toFixed(4));
  el("zoom").textContent = `${Math.round(value * 100 * 0.75)} %`;
  return value;
}

function zoomBy(factor) {
  zoom = Math.max(0.1, Math.min(8, (zoom ?? applyZoom()) * factor));
  applyZoom();
  go(here);
}

function fitted() { zoom = null; applyZoom(); go(here); }

new ResizeObserver(() => { if (zoom === null && state) { applyZoom(); go(here); } }).observe(pages);

// --- Search
let hit = -1;
function search() {
  const wanted = el("query").value.trim().toLocaleLowerCase("da");
  const hits = el("hits");
  hits.replaceChildren();
  hit = -1;
  if (wanted && state) {
    for (const i of state.panel.indsatser) {
      const found = `${i.name} ${i.id} ${i.forvaltninger.join(" ")}`.toLocaleLowerCase("da").includes(wanted);
      if (!found) continue;
      const li = make("li", { role: "option", id: `hit-${hits.children.length}`, "aria-selected": "false" });
      li.textContent = i.page ? `${i.name}, side ${i.page}` : i.name;
      li.addEventListener("mousedown", (event) => { event.preventDefault(); take(i); });
      li.take = () => take(i);
      hits.append(li);
    }
  }
  hits.hidden = hits.children.length === 0;
  el("query").setAttribute("aria-expanded", String(!hits.hidden));
  if (!hits.hidden) select(0);
}

function select(index) {
  const all = [...el("hits").children];
  hit = Math.max(0, Math.min(all.length - 1, index));
  all.forEach((li, n) => li.setAttribute("aria-selected", String(n === hit)));
  el("query").setAttribute("aria-activedescendant", all[hit]?.id ?? "");
  all[hit]?.scrollIntoView({ block: "nearest" });
}

function take(indsats) {
  el("query").value = "";
  search();
  if (indsats.page) goToPage(indsats.page);
}

el("query").addEventListener("input", search);
el("query").addEventListener("blur", () => { el("hits").hidden = true; });
el("query").addEventListener("focus", search);
el("query").addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") select(hit + 1);
  else if (event.key === "ArrowUp") select(hit - 1);
  else if (event.key === "Escape") { el("query").value = ""; search(); pages.focus(); }
  else return;
  event.preventDefault();
});
el("search").addEventListener("submit", (event) => {
  event.preventDefault();
  el("hits").children[hit]?.take();
});

// --- Panel
function line(page, words, ...more) {
  const li = make("li");
  if (page) {
    const button = make("button", { type: "button" }, words);
    button.addEventListener("click", () => goToPage(page));
    li.append(button);
  } else {
    li.append(words);
  }
  li.append(...more.filter(Boolean).map((text) => make("small", {}, text)));
  return li;
}

const SEVERITY = { error: "Fejl", warning: "Advarsel", note: "Bemærkning" };

function panel() {
  const { findings, missing, fit, indsatser, title } = state.panel;
  const pageOf = (id) => indsatser.find((i) => i.id === id)?.page;
  el("title").textContent = title || "sats";
  document.title = state.trouble ? `⚠ ${title || "sats"}` : title || "sats";
  const open = findings.filter((f) => !f.accepted);
  el("count").textContent = open.length ? `(${open.length})` : "";
  const rank = ["error", "warning", "note"];
  open.sort((a, b) => rank.indexOf(a.severity) - rank.indexOf(b.severity));
  el("n-findings").textContent = `(${open.length})`;
  el("n-missing").textContent = `(${missing.reduce((sum, owed) => sum + owed.fields.length, 0)})`;
  el("findings").replaceChildren(...open.map((f) => {
    const words = make("span", {}, make("span", { class: f.severity }, `${SEVERITY[f.severity]} ${f.code}: `), f.message);
    const li = line(f.page ?? pageOf(f.indsats), words, f.shown, f.place?.field, ...f.hints);
    if (Edit.on && f.place?.field && f.place.file.startsWith("indsatser/")) {
      const fix = make("button", { type: "button", class: "fix" }, "Åbn feltet");
      fix.addEventListener("click", () => Edit.show(f.place));
      li.append(fix);
    }
    return li;
  }));
  if (!open.length) el("findings").append(line(null, "Ingen."));
  el("missing").replaceChildren(...missing.flatMap((owed) => [
    make("h3", {}, `${owed.kode} ${owed.navn} (${owed.fields.length})`),
    make("ul", {}, ...owed.fields.map((f) => line(f.page, `${f.indsats}: ${f.label}`, f.field))),
  ]));
  if (!missing.length) el("missing").append("Intet.");
  el("fit-section").hidden = fit.length === 0;
  el("fit").replaceChildren(...fit.map((f) => {
    const words = f.over ? make("span", { class: "error" }, `${f.indsats}: ${f.over} linjer for meget`) : `${f.indsats}: ${f.left} mm tilbage`;
    return line(f.page, words, `${f.filled} % fyldt, ${f.pages} sider`);
  }));
}

function trouble() {
  const broken = state.trouble !== "";
  const box = el("trouble");
  if (!broken) folded = false;
  if (el("trouble-text").textContent !== state.trouble) el("trouble-text").textContent = state.trouble;
  box.hidden = !broken;
  fold(folded);
}

function fold(yes) {
  folded = yes;
  el("trouble-text").hidden = yes;
  el("trouble-fold").setAttribute("aria-expanded", String(!yes));
  el("trouble-fold").textContent = yes ? "Vis" : "Fold sammen (Esc)";
}

// --- News
function apply(next) {
  const first = state === null || !state.pages.length;
  const healed = state !== null && state.trouble !== "" && next.trouble === "";
  const broke = next.trouble !== "" && (state === null || state.trouble === "");
  state = next;
  panel();
  trouble();
  const news = [];
  if (state.pages.length) {
    here = Math.min(here, spreadCount() - 1);
    arrange();
    for (let nr = 1; nr <= state.pages.length; nr += 1) if (dress(nr, !first)) news.push(nr);
    if (first) {
      applyZoom();
      const asked = /^#side-(\d+)$/.exec(location.hash);
      if (asked) goToPage(Number(asked[1]));
    }
    told();
  } else if (state.ready && el("waiting")) {
    el("waiting").textContent = "Der er ingen sider endnu.";
  }
  document.body.dataset.version = state.version;
  if (broke) el("news").textContent = "Data eller layout kan ikke sættes. De sidste gode sider vises.";
  else if (healed) el("news").textContent = "Fejlen er rettet.";
  else if (news.length) el("news").textContent = news.length > 6 ? `${news.length} sider er ændret.` : `Ændret: side ${news.join(", ")}.`;
}

const source = new EventSource("/events");
source.addEventListener("state", (event) => { el("lost").hidden = true; apply(JSON.parse(event.data)); });
source.addEventListener("end", () => { source.close(); el("lost").hidden = false; });
source.addEventListener("error", () => { el("lost").hidden = false; });

// --- Buttons and keys
function toggle(id) {
  const part = el(id);
  part.hidden = !part.hidden;
  el(`toggle-${id}`).setAttribute("aria-expanded", String(!part.hidden));
}

// A narrow window has room for the pages only; the panel lies over them when it is asked for.
if (matchMedia("(max-width: 60rem)").matches) toggle("panel");

function theme() {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const now = document.documentElement.dataset.theme ?? (dark ? "dark" : "light");
  document.documentElement.dataset.theme = now === "dark" ? "light" : "dark";
}

// The fields of the indsats in view.
function editSpread() {
  const of = [...state.panel.indsatser].filter((i) => i.page).sort((a, b) => a.page - b.page);
  const shown = Math.max(...pagesOf(here));
  const indsats = of.filter((i) => i.page <= shown).pop();
  if (indsats) Edit.show({ file: `indsatser/${indsats.id}.toml`, field: "" });
}

const BUTTONS = {
  prev: () => go(here - 1), next: () => go(here + 1),
  smaller: () => zoomBy(1 / STEP), larger: () => zoomBy(STEP), fitted,
  "toggle-thumbs": () => toggle("thumbs"), "toggle-panel": () => toggle("panel"),
  "edit-spread": () => editSpread(),
  theme, "help-open": () => el("help").showModal(), "trouble-fold": () => fold(!folded),
};
for (const [id, action] of Object.entries(BUTTONS)) el(id).addEventListener("click", action);

const KEYS = {
  ArrowLeft: () => go(here - 1, true), PageUp: () => go(here - 1, true),
  ArrowRight: () => go(here + 1, true), PageDown: () => go(here + 1, true),
  Home: () => go(0, true), End: () => go(spreadCount() - 1, true),
  "+": () => zoomBy(STEP), "-": () => zoomBy(1 / STEP), 0: fitted,
  r: () => editSpread(), "/": () => el("query").focus(), t: () => toggle("thumbs"), p: () => toggle("panel"),
  "?": () => el("help").showModal(), Escape: () => { if (state?.trouble) fold(true); },
};
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [role=alertdialog] pre");
  const action = KEYS[event.key];
  if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing && event.key !== "Escape") return;
  // The search and the help have their own keys, Esc among them.
  if (event.target.closest?.("input, textarea, select, #editor") || el("help").open) return;
  event.preventDefault();
  action();
});
