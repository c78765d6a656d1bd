// What is done besides changing a field: accepting a finding, confirming texts, indsatser that come, are
// renamed, move and go, blocks that are put in and taken out. Each asks in one dialog, and can be undone.
"use strict";

const Acts = (() => {
  const dialog = document.getElementById("act");
  const form = document.getElementById("act-form");
  let done = null; // what happens when it is sent

  // A dialog of these fields; `send` gets what was typed and tells whether it is done.
  function ask(title, rows, button, send) {
    document.getElementById("h-act").textContent = title;
    const note = make("p", { class: "note", role: "status" });
    const cancel = make("button", { type: "button" }, say("preview-cancel"));
    cancel.addEventListener("click", () => dialog.close());
    const go = make("button", { type: "submit", class: "save" }, button);
    form.replaceChildren(...rows, note, make("div", { class: "buttons" }, go, cancel));
    done = async () => {
      const said = await send(new FormData(form));
      if (said) dialog.close();
      else note.textContent = document.getElementById("news").textContent;
    };
    dialog.showModal();
    form.querySelector("input, textarea, select")?.focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    done?.();
  });

  const input = (name, label, more = {}) =>
    make("label", {}, label, make("input", { name, autocomplete: "off", required: "", ...more }));

  function choice(name, label, all, value = "", more = {}) {
    const select = make("select", { name, ...more }, ...all.map(([v, words]) => make("option", { value: v }, words)));
    select.value = value;
    return make("label", {}, label, select);
  }

  const others = (id) => state.panel.indsatser.filter((i) => i.id !== id).map((i) => [i.id, i.name]);

  function accept(finding, file, field) {
    ask(say("preview-accept-head", { code: finding.code }), [
      make("p", {}, finding.message),
      make("label", {}, say("preview-accept-why"), make("textarea", { name: "reason", rows: 3, required: "" })),
    ], say("preview-accept"), (form) => Edit.act({ do: "accept", code: finding.code, file, field, reason: form.get("reason") }));
  }

  // --- Indsatser
  function menu(indsats) {
    const button = (words, then) => {
      const b = make("button", { type: "button" }, words);
      b.addEventListener("click", then);
      return b;
    };
    const of = indsats ? [
      button(say("preview-rename-more", { name: indsats.name }), () => rename(indsats)),
      button(say("preview-move-more", { name: indsats.name }), () => move(indsats)),
      button(say("preview-remove-more", { name: indsats.name }), () => remove(indsats)),
    ] : [];
    document.getElementById("h-act").textContent = say("preview-efforts");
    done = null;
    const close = button(say("preview-close"), () => dialog.close());
    form.replaceChildren(button(say("preview-new-more"), () => add(indsats)), ...of, close);
    if (!dialog.open) dialog.showModal();
    form.querySelector("button").focus();
  }

  const shut = () => { if (dialog.open) dialog.close(); };

  function add(after) {
    shut();
    const codes = state.panel.forvaltninger.map(([kode, navn]) => [kode, `${kode} ${navn}`]);
    ask(say("preview-new"), [
      input("name", say("preview-name")),
      input("id", say("preview-id"), { pattern: "[a-z0-9\\-]+", placeholder: "unge-i-gang" }),
      choice("forvaltning", say("preview-department"), [["", say("preview-choose")], ...codes], "", { required: "" }),
      input("fagprincip", say("preview-principles"), { placeholder: "1, 3", pattern: "[0-9 ,]+" }),
      choice("after", say("preview-after"), [["", say("preview-last")], ...others("")], after?.id ?? ""),
    ], say("preview-make"), (form) => Edit.act({
      do: "add", id: form.get("id"), name: form.get("name"), forvaltninger: [form.get("forvaltning")],
      fagprincipper: form.get("fagprincip").split(/[ ,]+/).filter(Boolean).map(Number), after: form.get("after") || null,
    }));
  }

  function rename(indsats) {
    shut();
    ask(say("preview-rename-head", { name: indsats.name }), [
      input("name", say("preview-new-name"), { required: null }),
      input("id", say("preview-id"), { value: indsats.id, pattern: "[a-z0-9\\-]+" }),
    ], say("preview-rename"), (form) => Edit.act({ do: "rename", id: indsats.id, to: form.get("id"), name: form.get("name").trim() || null }));
  }

  function move(indsats) {
    shut();
    const all = state.panel.indsatser;
    const before = all[all.findIndex((i) => i.id === indsats.id) - 1];
    ask(say("preview-move-head", { name: indsats.name }), [choice("after", say("preview-after"), [["", say("preview-first")], ...others(indsats.id)], before?.id ?? "")],
      say("preview-move"), (form) => Edit.act({ do: "move", id: indsats.id, after: form.get("after") || null }));
  }

  function remove(indsats) {
    shut();
    ask(say("preview-remove-head", { name: indsats.name }), [
      make("p", {}, say("preview-remove-what", { id: indsats.id })),
    ], say("preview-remove"), (form) => Edit.act({ do: "remove", id: indsats.id }));
  }

  // --- Beside the fields: blocks, and texts of last year
  const BLOCK = /^((?:[a-z]+\.)?blok)\[(\d+)\]/;

  function beside(asked, fields) {
    const box = document.getElementById("editor-acts");
    const nodes = [];
    const open = fields.filter((f) => f.open);
    if (open.length > 1) {
      const all = make("button", { type: "button" }, say("preview-confirm-all", { n: open.length }));
      all.addEventListener("click", async () => {
        if (await Edit.act({ do: "confirm", file: asked.file, fields: open.map((f) => f.field) })) Edit.show(asked);
      });
      nodes.push(all);
    }
    const [, list, nr] = BLOCK.exec(asked.fields[0] ?? "") ?? [];
    const isIndsats = asked.file.startsWith("indsatser/");
    if (isIndsats && (list || !asked.fields.length)) {
      const last = Math.max(-1, ...fields.map((f) => Number(BLOCK.exec(f.field)?.[1] === "blok" ? BLOCK.exec(f.field)[2] : -1)));
      const put = make("button", { type: "button" }, list ? say("preview-insert-after") : say("preview-insert-last"));
      put.addEventListener("click", () => gallery(asked.file, list ?? "blok", list ? Number(nr) + 1 : last + 1));
      nodes.push(put);
    }
    if (isIndsats && list) {
      const field = `${list}[${nr}]`;
      const cut = make("button", { type: "button" }, say("preview-delete-block"));
      cut.addEventListener("click", async () => {
        if (await Edit.act({ do: "delete", file: asked.file, field })) Edit.show({ file: asked.file, fields: [] });
      });
      nodes.push(cut);
    }
    box.replaceChildren(...nodes);
  }

  function gallery(file, list, at) {
    const cards = state.panel.blocks.map(([kind, name, said], n) => {
      const img = make("img", { src: `/block/${kind}.svg`, alt: "", loading: "lazy" });
      img.addEventListener("error", () => { img.hidden = true; });
      return make("label", { class: "card" },
        make("input", { type: "radio", name: "kind", value: kind, required: "", ...(n ? {} : { checked: "" }) }),
        make("strong", {}, name), img, make("span", {}, said));
    });
    ask(say("preview-insert-head"), [make("div", { class: "gallery", role: "radiogroup", "aria-label": say("preview-insert-kind") }, ...cards)],
      say("preview-insert"), async (form) => {
        const said = await Edit.act({ do: "insert", file, list, at, kind: form.get("kind") });
        if (said) Edit.show({ file, fields: [said.place.field] });
        return said;
      });
  }

  return { accept, menu, beside };
})();
