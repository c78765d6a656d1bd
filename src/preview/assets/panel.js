// What stands beside the pages: findings, what is missing, how each spread is filled; filtered, counted,
// and each with the way to its place on the page, to its field and to its line in the file.
"use strict";

const Panel = (() => {
  const SEVERITIES = [
    ["error", say("preview-error"), say("preview-errors")],
    ["warning", say("preview-warning"), say("preview-warnings")],
    ["note", say("preview-note"), say("preview-notes")],
  ];
  const NAMES = Object.fromEntries(SEVERITIES.map(([key, one]) => [key, one]));
  const STEP = 30; // findings that are shown at first, and more each time
  let shown = STEP;
  let at = null; // the state that is shown

  const $ = (id) => document.getElementById(id);
  const hidden = () => new Set(Place.get("uden").split(",").filter(Boolean));

  // --- Filters
  function filters() {
    const { forvaltninger, indsatser } = at.panel;
    options($("by-forvaltning"), forvaltninger.map(([kode, navn]) => [kode, `${kode} ${navn}`]), Place.get("forvaltning"));
    options($("by-indsats"), indsatser.map((i) => [i.id, i.name]), Place.get("indsats"));
    $("by-spread").checked = Place.get("opslag") !== "";
  }

  function options(select, all, value) {
    const wanted = JSON.stringify(all);
    if (select.dataset.all !== wanted) {
      select.dataset.all = wanted;
      select.replaceChildren(make("option", { value: "" }, say("preview-all")), ...all.map(([v, words]) => make("option", { value: v }, words)));
    }
    select.value = value;
  }

  function severities(open) {
    const off = hidden();
    for (const [key, , many] of SEVERITIES) {
      const n = open.filter((f) => f.severity === key).length;
      let button = $(`by-${key}`);
      if (!button) {
        button = make("button", { type: "button", id: `by-${key}` });
        button.addEventListener("click", () => {
          const now = hidden();
          if (!now.delete(key)) now.add(key);
          Place.set("uden", [...now].join(","));
          again();
        });
        $("severities").append(button);
      }
      button.setAttribute("aria-pressed", String(!off.has(key)));
      button.className = key;
      button.textContent = `${n} ${n === 1 ? NAMES[key].toLocaleLowerCase(LANG) : many}`;
    }
  }

  for (const [id, key] of [["by-forvaltning", "forvaltning"], ["by-indsats", "indsats"]]) {
    $(id).addEventListener("change", () => { Place.set(key, $(id).value); again(); });
  }
  $("by-spread").addEventListener("change", () => { Place.set("opslag", $("by-spread").checked); again(); });
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("more-findings").addEventListener("click", () => { shown += STEP; show(at); });

  function again() { shown = STEP; show(at); }

  const indsatsOf = (id) => at.panel.indsatser.find((i) => i.id === id);
  const idOf = (file) => /^indsatser\/(.+)\.toml$/.exec(file ?? "")?.[1];

  // Whether something about this indsats, on this page, is wanted.
  function wanted(id, page) {
    const [kode, only] = [Place.get("forvaltning"), Place.get("indsats")];
    const indsats = indsatsOf(id);
    if (kode && !indsats?.forvaltninger.includes(kode)) return false;
    if (only && id !== only) return false;
    if (!Place.get("opslag")) return true;
    const pages = pagesOf(here);
    const first = indsats?.page ?? page;
    const last = indsats?.page ? indsats.page + indsats.pages - 1 : first;
    return pages.some((nr) => nr === page || (first && nr >= first && nr <= last));
  }

  // --- Where a field stands: the smallest of its areas that are nearest to it.
  function areaOf(file, field) {
    let best = null;
    at.pages.forEach((page, i) => {
      for (const area of page.fields) {
        if (area.file !== file) continue;
        for (const own of area.fields) {
          const inside = own === field || field.startsWith(`${own}.`) || field.startsWith(`${own}[`);
          const holds = own.startsWith(`${field}.`) || own.startsWith(`${field}[`);
          if (!inside && !holds) continue;
          const rank = [inside ? own.length : -own.length, -area.w * area.h];
          if (!best || rank[0] > best.rank[0] || (rank[0] === best.rank[0] && rank[1] > best.rank[1])) best = { nr: i + 1, area, rank };
        }
      }
    });
    return best;
  }

  // Goes to where something stands, and marks it.
  function goTo(file, field, page) {
    for (const old of document.querySelectorAll(".found")) old.remove();
    const found = file && field ? areaOf(file, field) : null;
    const nr = found?.nr ?? page ?? indsatsOf(idOf(file))?.page;
    if (!nr) return;
    goToPage(nr);
    if (!found) return;
    const mark = make("div", { class: "found", "aria-hidden": "true" });
    for (const key of ["x", "y", "w", "h"]) mark.style.setProperty(`--${key}`, found.area[key]);
    const figure = document.querySelector(`.page[data-nr="${nr}"]`);
    figure.append(mark);
    mark.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  // --- Lines of the lists
  function source(shownAt, file) {
    const [, line, col] = /:(\d+):(\d+)$/.exec(shownAt) ?? [];
    const path = `${at.panel.root}/${file}`.replaceAll("\\", "/");
    const a = make("a", { class: "source", href: `vscode://file/${encodeURI(path.replace(/^\//, ""))}${line ? `:${line}:${col}` : ""}`, "data-at": shownAt }, shownAt);
    a.title = say("preview-source");
    a.addEventListener("click", () => { navigator.clipboard?.writeText(shownAt).catch(() => {}); });
    return a;
  }

  function caret({ number, before, marked, after }) {
    const nr = `${number} │ `;
    const wide = Math.max(1, [...marked].length);
    const under = `${" ".repeat(nr.length - 2)}│ ${" ".repeat([...before].length)}${"^".repeat(Math.min(wide, 80))}`;
    return make("pre", { class: "excerpt" }, nr, before, make("mark", {}, marked), after, `\n${under}`);
  }

  function finding(f) {
    const { file, field } = f.place ?? {};
    const item = make("details", { class: "finding", "data-code": f.code, name: "finding" });
    const head = make("summary", {}, make("span", { class: f.severity }, `${NAMES[f.severity]} ${f.code}: `), ...prose(f.message));
    head.addEventListener("click", () => goTo(file, field, f.page ?? indsatsOf(f.indsats)?.page));
    item.append(head);
    item.append(...f.hints.map((hint) => make("p", { class: "hint" }, ...prose(hint))));
    if (f.shown) item.append(source(f.shown, file));
    if (f.excerpt) item.append(caret(f.excerpt));
    if (Edit.on && field) {
      const fix = make("button", { type: "button", class: "fix" }, say("preview-open-field"));
      fix.addEventListener("click", () => Edit.show({ file, fields: [field] }));
      item.append(fix);
    }
    if (Edit.on && file && f.severity !== "error") {
      const take = make("button", { type: "button", class: "accept" }, say("preview-accept-more"));
      take.addEventListener("click", () => Acts.accept(f, file, field ?? ""));
      item.append(take);
    }
    return item;
  }

  function findings(open) {
    const off = hidden();
    const rank = SEVERITIES.map(([key]) => key);
    const pageOf = (f) => f.page ?? indsatsOf(f.indsats)?.page ?? 0;
    const all = open
      .filter((f) => !off.has(f.severity) && wanted(f.indsats ?? idOf(f.place?.file), pageOf(f)))
      .sort((a, b) => rank.indexOf(a.severity) - rank.indexOf(b.severity) || pageOf(a) - pageOf(b));
    $("n-findings").textContent = all.length === open.length ? `(${all.length})` : say("preview-of", { n: all.length, of: open.length });
    const list = $("findings");
    const opened = list.querySelector("details[open]")?.querySelector("summary").textContent;
    const nodes = [];
    let head = null;
    for (const f of all.slice(0, shown)) {
      const name = indsatsOf(f.indsats)?.name ?? say("preview-report");
      if (name !== head) nodes.push(make("h3", {}, (head = name)));
      const item = finding(f);
      if (item.firstChild.textContent === opened) item.open = true;
      nodes.push(item);
    }
    list.replaceChildren(...(nodes.length ? nodes : [make("p", {}, open.length ? say("preview-none-chosen") : say("preview-none"))]));
    const more = all.length - shown;
    $("more-findings").hidden = more <= 0;
    $("more-findings").textContent = say("preview-more", { n: more });
  }

  function line(words, small, go) {
    const button = make("button", { type: "button" }, words);
    button.addEventListener("click", go);
    return make("li", {}, button, make("small", {}, small));
  }

  function missing() {
    const all = at.panel.missing;
    let [n, of] = [0, 0];
    const nodes = all.flatMap((owed) => {
      of += owed.fields.length;
      const mine = owed.fields.filter((f) => wanted(idOf(f.file), f.page));
      n += mine.length;
      if (!mine.length) return [];
      return [
        make("h3", {}, `${owed.kode} ${owed.navn} (${mine.length})`),
        make("ul", {}, ...mine.map((f) => line(`${f.indsats}: ${f.label}`, f.field, () => {
          goTo(f.file, f.field, f.page);
          if (Edit.on) Edit.show({ file: f.file, fields: [f.field] });
        }))),
      ];
    });
    $("n-missing").textContent = n === of ? `(${n})` : say("preview-of", { n, of });
    $("missing").replaceChildren(...(nodes.length ? nodes : [say("preview-nothing")]));
  }

  // --- Comments on drafts that came back
  // The page of a comment here: a draft has pages of its own in between, with other folios.
  const pageOfComment = (c) => (c.folio ? Number(c.folio) || null : c.draft_page);

  function comment(c) {
    const item = make("details", { class: "comment", name: "comment", "data-id": c.id });
    const said = c.replacement !== null && c.marked ? `»${c.marked}« → »${c.replacement}«` : c.words || `»${c.marked}«`;
    const head = make("summary", { class: c.done ? "done" : "" }, make("strong", {}, `${c.author || say("preview-nobody")}: `), said);
    head.addEventListener("click", () => goTo(c.data_file, c.field, pageOfComment(c)));
    item.append(head, make("small", {}, [c.kind, c.label ?? say("preview-some-place"), c.draft_page ? say("preview-draft-page", { n: c.folio ?? c.draft_page }) : "", c.file].filter(Boolean).join(" · ")));
    if (c.marked && c.words) item.append(make("p", { class: "hint" }, say("preview-about", { words: c.marked })));
    item.append(...c.replies.map((r) => make("p", { class: "hint" }, say("preview-answers", { who: r.author || say("preview-nobody"), words: r.words }))));
    if (c.states.length) item.append(make("p", { class: "hint" }, c.states.join(", ")));
    if (c.doubt) item.append(make("p", { class: "warning" }, c.doubt));
    if (!Edit.on) return item;
    if (c.field) {
      const fix = make("button", { type: "button", class: "fix" }, say("preview-open-field"));
      fix.addEventListener("click", () => Edit.show({ file: c.data_file, fields: [c.field, ...c.others] }, c.marked));
      item.append(fix);
    }
    const box = make("input", { type: "checkbox", ...(c.done ? { checked: "" } : {}) });
    box.addEventListener("change", () => Edit.act({ do: "done", id: c.id, done: box.checked }));
    item.append(make("label", { class: "check" }, box, ` ${say("preview-done")}`));
    return item;
  }

  function comments() {
    const all = at.panel.comments;
    $("comments-section").hidden = all.length === 0;
    const mine = all.filter((c) => wanted(c.indsats, pageOfComment(c))).sort((a, b) => a.done - b.done);
    const left = mine.filter((c) => !c.done).length;
    $("n-comments").textContent = say("preview-open-comments", { n: left, of: mine.length });
    const opened = $("comments").querySelector("details[open]")?.dataset.id;
    const nodes = [];
    let head = null;
    for (const c of mine) {
      const own = c.name ?? say("preview-report");
      const name = c.done ? say("preview-done-of", { name: own }) : own;
      if (name !== head) nodes.push(make("h3", {}, (head = name)));
      const item = comment(c);
      if (c.id === opened) item.open = true;
      nodes.push(item);
    }
    $("comments").replaceChildren(...nodes);
  }

  function fit() {
    const all = at.panel.fit;
    $("fit-section").hidden = all.length === 0;
    const over = all.filter((f) => f.over).length;
    if (over && $("n-fit").textContent === "") $("fit-section").open = true;
    $("n-fit").textContent = over ? say("preview-too-long", { n: over }) : "";
    const mine = all.filter((f) => wanted(f.id, f.page)).sort((a, b) => b.over - a.over);
    $("fit").replaceChildren(...mine.map((f) => {
      const words = f.over ? make("span", { class: "error" }, say("preview-lines-over", { name: f.indsats, n: f.over })) : say("preview-mm-left", { name: f.indsats, n: f.left });
      return line(words, say("preview-filled", { percent: f.filled, pages: f.pages }), () => goToPage(f.page));
    }));
  }

  // One look: red where it cannot be set or has errors, amber where something is to be decided.
  function verdict(open) {
    const n = (key) => open.filter((f) => f.severity === key).length;
    const owed = at.panel.missing.reduce((sum, o) => sum + o.fields.length, 0);
    const over = at.panel.fit.filter((f) => f.over).length;
    const waits = at.panel.indsatser.reduce((sum, i) => sum + i.open, 0);
    const colour = at.trouble || n("error") ? "red" : n("warning") || owed || over || waits ? "amber" : "green";
    $("light").dataset.colour = colour;
    const words = { red: say("preview-red"), amber: say("preview-amber"), green: say("preview-green") }[colour];
    const more = [
      n("error") && say("preview-n-errors", { n: n("error") }), n("warning") && say("preview-n-warnings", { n: n("warning") }), owed && say("preview-n-missing", { n: owed }),
      over && say("preview-n-over", { n: over }), waits && say("preview-n-waiting", { n: waits }),
    ].filter(Boolean);
    const said = `${words}${more.length ? `: ${more.join(", ")}` : ""}.`;
    if ($("verdict").textContent !== said) $("verdict").textContent = said;
    $("verdict").dataset.colour = colour;
    $("count").textContent = open.length ? `(${open.length})` : "";
  }

  function show(state) {
    at = state;
    if (!at) return;
    const open = at.panel.findings.filter((f) => !f.accepted);
    filters();
    severities(open);
    verdict(open);
    findings(open);
    comments();
    missing();
    fit();
  }

  // What is broken: the findings with their lines; what is none, as it was said.
  function trouble(box, state) {
    const errors = state.panel.findings.filter((f) => f.severity === "error" && !f.accepted);
    if (!errors.length) { box.replaceChildren(make("pre", {}, state.trouble)); return; }
    box.replaceChildren(make("ol", {}, ...errors.map((f) => make("li", {},
      make("strong", { class: "error" }, `${NAMES.error} ${f.code}: `), ...prose(f.message),
      ...(f.shown ? [make("br"), source(f.shown, f.place.file)] : []),
      ...(f.excerpt ? [caret(f.excerpt)] : []),
      ...f.hints.map((hint) => make("p", { class: "hint" }, ...prose(hint))),
    ))));
  }

  return { show, trouble, goTo, source, moved: () => { if (at && Place.get("opslag")) show(at); } };
})();
