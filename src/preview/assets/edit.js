// Editing on the page: a button over each field, a list of the same beside the page, one form.
// Talks to /fields, /change, /act and /undo with the page's own token; without one nothing is offered.
"use strict";

const Edit = (() => {
  const token = document.querySelector('meta[name="sats-token"]').content;
  const on = token !== "";
  const box = document.getElementById("editor");
  const list = document.getElementById("editor-fields");
  const title = document.getElementById("editor-title");
  const told = document.getElementById("editor-told");
  const undo = document.getElementById("undo");
  const WAIT = 250; // ms of rest before what is typed is tried
  const NUMBERS = ["tal", "heltal"];
  const LINE = 44; // characters of a line of the form
  let open = null; // the place whose fields are shown
  let from = null; // what had the focus before

  // One request after the other: what is asked is made when its turn comes, so it knows the answer
  // before it (a save that follows a save must send the mark of what the first one wrote).
  let turn = Promise.resolve();
  function ask(path, body, then = (answer) => answer) {
    const mine = turn.then(() => send(path, body())).then(then);
    turn = mine.catch(() => {});
    return mine;
  }

  async function send(path, body) {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Sats-Token": token },
      body: JSON.stringify(body),
    });
    const said = answer.headers.get("Content-Type")?.startsWith("application/json")
      ? await answer.json() : { messages: [await answer.text()] };
    return { status: answer.status, said };
  }

  // --- On the page
  function dress(figure, fields) {
    if (!on) return;
    const wanted = JSON.stringify(fields);
    if (figure.dataset.fields === wanted) return;
    figure.dataset.fields = wanted;
    for (const old of figure.querySelectorAll(".field")) old.remove();
    for (const area of fields) {
      const button = make("button", {
        type: "button", class: "field", tabindex: "-1", "data-file": area.file, "data-field": area.fields[0],
        "aria-label": say("preview-edit-field", { fields: area.fields.join(", ") }),
      });
      for (const key of ["x", "y", "w", "h"]) button.style.setProperty(`--${key}`, area[key]);
      button.addEventListener("click", () => show(area));
      figure.append(button);
    }
  }

  // What stands at a point of the page: number and area, the smallest that holds it.
  function under(figure, x, y) {
    const box = figure.getBoundingClientRect();
    const [px, py] = [((x - box.left) / box.width) * 1000, ((y - box.top) / box.height) * 1000];
    return JSON.parse(figure.dataset.fields ?? "[]")
      .map((area, n) => ({ area, n }))
      .filter(({ area: a }) => px >= a.x && px <= a.x + a.w && py >= a.y && py <= a.y + a.h)
      .sort((a, b) => a.area.w * a.area.h - b.area.w * b.area.h)[0];
  }

  function at(figure, x, y, word) {
    const found = under(figure, x, y);
    if (found) show(found.area, word);
  }

  // Shows what a click would open.
  function hover(figure, x, y) {
    const found = under(figure, x, y);
    const hot = found ? figure.querySelectorAll(".field")[found.n] : null;
    const old = document.querySelector(".field.hot");
    if (old === hot) return;
    old?.classList.remove("hot");
    hot?.classList.add("hot");
  }

  // --- Beside the page
  async function show(place, word = "") {
    if (!on) return;
    from ??= document.activeElement;
    open = { file: place.file, fields: place.fields };
    const asked = open;
    const { status, said } = await ask("/fields", () => asked);
    box.hidden = false;
    told.textContent = "";
    if (status !== 200) {
      list.replaceChildren();
      title.textContent = place.fields.join(", ");
      told.textContent = said.messages.join(" ");
      box.focus();
      return;
    }
    title.textContent = said.length === 1 ? said[0].label : say("preview-fields", { n: said.length });
    room();
    list.replaceChildren(...said.map(row));
    Acts.beside(asked, said);
    const row0 = list.children[best(said, word)] ?? list;
    (row0.querySelector("textarea, input, select") ?? box).focus();
    row0.scrollIntoView({ block: "nearest" });
  }

  // Of several fields the one that says what was clicked on: alone, else as one of its words.
  function best(said, word) {
    const wanted = word.trim().replace(/^[^\p{L}\d]+|[^\p{L}\d%]+$/gu, "").replaceAll("\u00ad", "").toLocaleLowerCase(LANG);
    if (!wanted) return 0;
    const values = said.map((f) => f.value.toLocaleLowerCase(LANG));
    const alone = values.findIndex((v) => v === wanted);
    return Math.max(0, alone >= 0 ? alone : values.findIndex((v) => v.includes(wanted)));
  }

  // How much more the spread has room for, as it is set now.
  function room() {
    const id = /^indsatser\/(.+)\.toml$/.exec(open?.file ?? "")?.[1];
    const fit = state?.panel.fit.find((f) => f.id === id);
    const words = !fit ? "" : fit.room === 0 ? say("preview-full") : fit.room > 0 ? say("preview-room", { n: fit.room })
      : say("preview-no-room", { n: -fit.room });
    box.dataset.room = fit?.room ?? "";
    if (document.getElementById("editor-room").textContent !== words) document.getElementById("editor-room").textContent = words;
  }

  function row(field) {
    const id = `f-${field.file}-${field.field}`.replace(/[^\w-]/g, "_");
    const item = make("li", { "data-file": field.file, "data-field": field.field, "data-seen": field.seen });
    const input = control(field, id);
    const state = field.states.length ? choice(field, id) : null;
    const note = make("p", { class: "note", id: `${id}-note`, role: "status" });
    const save = make("button", { type: "button", class: "save" }, say("preview-save"));
    const said = field.help.replace(/\.$/, "") === field.label ? "" : field.help;
    const help = [said, field.example && !field.value ? say("preview-example", { value: field.example }) : ""].filter(Boolean).join(" ");
    input.setAttribute("aria-describedby", `${help ? `${id}-help ` : ""}${id}-note`);
    item.append(
      make("label", { for: id }, field.label, NUMBERS.includes(field.kind) && field.unit ? ` (${field.unit})` : ""),
      ...(help ? [make("small", { class: "help", id: `${id}-help` }, ...prose(help))] : []),
      input, make("div", { class: "line" }, ...(state ? [state] : []), save, ...(field.open ? [confirmButton(field)] : [])), note,
      make("small", {}, [
        field.before ? say("preview-before", { value: field.before }) : "", field.owner ? say("preview-owner", { name: field.owner }) : "",
        field.open ? say("preview-carried") : "",
      ].filter(Boolean).join(" · ")),
      Panel.source(field.at, field.file),
    );
    const value = () => ({
      place: { file: field.file, field: field.field }, seen: item.dataset.seen,
      value: input.type === "checkbox" ? (input.checked ? "ja" : "nej") : field.kind === "prosa" ? input.value : input.value.replace(/\s*\n\s*/g, " "), state: state?.value ?? null,
    });
    let timer = null;
    const tried = () => {
      clearTimeout(timer);
      timer = setTimeout(() => ask("/change", () => ({ ...value(), dry: true }), (got) => answer(item, note, got, true)), WAIT);
      count(item, input, field);
    };
    input.addEventListener("input", tried);
    state?.addEventListener("change", tried);
    save.addEventListener("click", () => {
      clearTimeout(timer);
      ask("/change", value, (got) => answer(item, note, got, false));
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (field.kind !== "prosa" || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        save.click();
      }
    });
    count(item, input, field);
    return item;
  }

  function confirmButton(field) {
    const button = make("button", { type: "button", class: "confirm" }, say("preview-confirm"));
    button.addEventListener("click", async () => {
      const told = await act({ do: "confirm", file: field.file, fields: [field.field] });
      if (told) button.remove();
    });
    return button;
  }

  function control(field, id) {
    if (field.kind === "prosa") {
      const area = make("textarea", { id, rows: Math.min(14, 2 + Math.ceil(field.value.length / LINE)) });
      area.value = field.value;
      return area;
    }
    if (field.kind === "jaNej") {
      const input = make("input", { id, type: "checkbox" });
      input.checked = field.value === "ja";
      return input;
    }
    // A line that does not fit beside the page is seen whole.
    if (field.kind === "tekst" && field.value.length > LINE) {
      const area = make("textarea", { id, rows: Math.ceil(field.value.length / LINE) });
      area.value = field.value;
      return area;
    }
    const input = make("input", { id, type: "text", autocomplete: "off" });
    if (NUMBERS.includes(field.kind)) input.inputMode = "decimal";
    input.value = field.value;
    return input;
  }

  function choice(field, id) {
    const select = make("select", { id: `${id}-state`, "aria-label": say("preview-state") });
    for (const word of field.states) select.append(make("option", { value: word }, word));
    select.value = field.state;
    return select;
  }

  // How long a text is, and how long it can be on its spread.
  function count(item, input, field) {
    if (field.kind !== "prosa") return;
    let out = item.querySelector(".count");
    if (!out) item.querySelector(".line").append((out = make("output", { class: "count" })));
    const more = input.value.length - field.value.length;
    const left = box.dataset.room === "" ? null : Number(box.dataset.room) - more;
    const change = more ? ` (${more > 0 ? "+" : "−"}${Math.abs(more)})` : "";
    const room = left === null ? "" : left === 0 ? say("preview-count-full") : left > 0 ? say("preview-count-left", { n: left }) : say("preview-count-over", { n: -left });
    out.textContent = say("preview-count", { n: input.value.length, change }) + room;
    out.classList.toggle("error", left !== null && left < 0);
  }

  function answer(item, note, { status, said }, dry) {
    item.classList.toggle("wrong", status !== 200);
    if (status === 409) {
      // Only who pressed Gem has asked to write: a trial while typing must not make the next save,
      // perhaps already pressed, one that writes over what was never looked at.
      if (!dry) item.dataset.seen = said.now.seen;
      note.textContent = say("preview-conflict", { now: said.now.value });
      return;
    }
    if (status !== 200) {
      note.textContent = said.messages.join(" ");
      return;
    }
    note.textContent = [...said.told, dry ? "" : say("preview-saved")].filter(Boolean).join(" ");
    if (dry) return;
    item.dataset.seen = said.seen;
    undone(said.undo);
  }

  // Does more than changing a field; tells what came of it, and shows anew what is open.
  async function act(body) {
    const { status, said } = await ask("/act", () => body);
    const words = status === 200 ? [`${said.label}.`, ...said.told].join(" ") : said.messages.join(" ");
    document.getElementById("news").textContent = words;
    told.textContent = words;
    if (status !== 200) return null;
    undone(said.undo);
    return said;
  }

  function undone(left) {
    undo.hidden = left === 0;
    undo.textContent = say("preview-undo-n", { n: left });
  }

  async function takeBack() {
    const { status, said } = await ask("/undo", () => ({}));
    if (status === 200) {
      const words = said.new ? say("preview-undone-to", { label: said.label, value: said.new }) : say("preview-undone", { label: said.label });
      undone(said.undo);
      if (open) await show(open);
      told.textContent = words;
    } else {
      told.textContent = said.messages.join(" ");
    }
  }

  function close() {
    box.hidden = true;
    open = null;
    from?.focus?.();
    from = null;
  }

  if (on) {
    undo.addEventListener("click", takeBack);
    document.getElementById("editor-close").addEventListener("click", close);
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { event.stopPropagation(); close(); }
      if (event.key === "z" && (event.ctrlKey || event.metaKey) && event.target.value === undefined) takeBack();
    });
  } else {
    for (const id of ["edit-spread", "acts"]) document.getElementById(id).hidden = true;
  }
  return { dress, show, at, hover, act, room, on, token, close };
})();
