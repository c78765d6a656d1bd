// Buttons, keys, and what a click on a page does.
"use strict";

function toggle(id) {
  const part = el(id);
  part.hidden = !part.hidden;
  el(`toggle-${id}`).setAttribute("aria-expanded", String(!part.hidden));
}

// A narrow window has room for the pages only; the panel lies over them when it is asked for.
if (matchMedia("(max-width: 60rem)").matches) toggle("panel");

function theme(yes) {
  document.documentElement.dataset.theme = yes ? "dark" : "light";
  el("theme").setAttribute("aria-pressed", String(yes));
}

const isOn = (id) => el(id).getAttribute("aria-pressed") === "true";
const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
const asked = Place.get("moerk");
theme(asked ? asked === "1" : isDark);
if (!asked) delete document.documentElement.dataset.theme;
Place.follow(() => { View.again(); if (Place.page() && state) goToPage(Math.min(Place.page(), state.pages.length)); });

// The indsats in view.
function indsatsHere() {
  const shown = pagesOf(here);
  return state?.panel.indsatser.find((i) => i.page && shown.some((nr) => nr >= i.page && nr < i.page + i.pages));
}

function editSpread() {
  if (View.old) return;
  const indsats = indsatsHere();
  Edit.show({ file: indsats ? `indsatser/${indsats.id}.toml` : "rapport.toml", fields: [] });
}

// --- On a page: a click opens what stands there; the arrows lead from field to field.
pages.addEventListener("click", (event) => {
  const figure = event.target.closest(".page");
  if (!figure || event.target.closest("a, button") || !getSelection().isCollapsed) return;
  Edit.at(figure, event.clientX, event.clientY, event.target.closest(".words span")?.textContent);
});
pages.addEventListener("mousemove", (event) => {
  const figure = event.target.closest(".page");
  if (figure) Edit.hover(figure, event.clientX, event.clientY);
});
pages.addEventListener("keydown", (event) => {
  const figure = event.target.closest(".page");
  const fields = figure ? [...figure.querySelectorAll(".field")] : [];
  const at = fields.indexOf(event.target);
  const to = event.target === figure && event.key === "Enter" ? 0
    : at < 0 ? -1 : event.key === "ArrowDown" ? at + 1 : event.key === "ArrowUp" ? at - 1 : -1;
  if (at >= 0 && event.key === "Escape") figure.focus();
  else if (!fields[to]) return;
  else fields[to].focus();
  event.preventDefault();
  event.stopPropagation();
});

// One stop of the keyboard for all tools, and one for all thumbnails; the arrows lead on.
function roving(box, keys) {
  const all = () => [...box.querySelectorAll("button")].filter((b) => !b.hidden);
  box.addEventListener("keydown", (event) => {
    const step = keys[event.key];
    const list = all();
    const next = step && list[list.indexOf(document.activeElement) + step];
    if (!next) return;
    for (const b of list) b.tabIndex = b === next ? 0 : -1;
    next.focus();
    event.preventDefault();
    event.stopPropagation();
  });
  return all;
}
roving(el("thumb-list"), { ArrowDown: 1, ArrowUp: -1 });
for (const [n, b] of roving(document.querySelector(".tools"), { ArrowRight: 1, ArrowLeft: -1 })().entries()) b.tabIndex = n ? -1 : 0;

const BUTTONS = {
  prev: () => go(here - 1), next: () => go(here + 1),
  smaller: () => zoomBy(1 / STEP), larger: () => zoomBy(STEP), fitted,
  "toggle-thumbs": () => toggle("thumbs"), "toggle-panel": () => toggle("panel"),
  "edit-spread": () => editSpread(),
  theme: () => { theme(!isOn("theme")); Place.set("moerk", isOn("theme") ? "1" : "0"); },
  acts: () => Acts.menu(indsatsHere()), "help-open": () => el("help").showModal(), "trouble-fold": () => fold(!folded),
};
for (const [id, action] of Object.entries(BUTTONS)) el(id).addEventListener("click", action);

const KEYS = {
  ArrowLeft: () => go(here - 1, true), PageUp: () => go(here - 1, true),
  ArrowRight: () => go(here + 1, true), PageDown: () => go(here + 1, true),
  Home: () => go(0, true), End: () => go(spreadCount() - 1, true),
  "+": () => zoomBy(STEP), "-": () => zoomBy(1 / STEP), 0: fitted,
  r: () => editSpread(), v: () => el("view").focus(), "/": () => el("query").focus(), t: () => toggle("thumbs"), p: () => toggle("panel"),
  "?": () => el("help").showModal(), Escape: () => { if (state?.trouble) fold(true); },
};
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [role=alertdialog] pre");
  const action = KEYS[event.key];
  if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing && event.key !== "Escape") return;
  // The search and the help have their own keys, Esc among them.
  if (event.target.closest?.("input, textarea, select, #editor, #panel, dialog")) return;
  event.preventDefault();
  action();
});
