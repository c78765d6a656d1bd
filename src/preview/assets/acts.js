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
    const cancel = make("button", { type: "button" }, "Fortryd");
    cancel.addEventListener("click", () => dialog.close());
    form.replaceChildren(...rows, note, make("button", { type: "submit", class: "save" }, button), cancel);
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

  function choice(name, label, all, value = "") {
    const select = make("select", { name }, ...all.map(([v, words]) => make("option", { value: v }, words)));
    select.value = value;
    return make("label", {}, label, select);
  }

  const others = (id) => state.panel.indsatser.filter((i) => i.id !== id).map((i) => [i.id, i.name]);

  function accept(finding, file, field) {
    ask(`Accepter ${finding.code}`, [
      make("p", {}, finding.message),
      make("label", {}, "Hvorfor er det rigtigt alligevel?", make("textarea", { name: "reason", rows: 3, required: "" })),
    ], "Accepter", (form) => Edit.act({ do: "accept", code: finding.code, file, field, reason: form.get("reason") }));
  }

  // --- Indsatser
  function menu(indsats) {
    const button = (words, then) => {
      const b = make("button", { type: "button" }, words);
      b.addEventListener("click", then);
      return b;
    };
    const of = indsats ? [
      button(`Omdøb ${indsats.name} …`, () => rename(indsats)),
      button(`Flyt ${indsats.name} …`, () => move(indsats)),
      button(`Fjern ${indsats.name} …`, () => remove(indsats)),
    ] : [];
    document.getElementById("h-act").textContent = "Indsatser";
    done = null;
    const close = button("Luk", () => dialog.close());
    form.replaceChildren(button("Ny indsats …", () => add(indsats)), ...of, close);
    if (!dialog.open) dialog.showModal();
    form.querySelector("button").focus();
  }

  const shut = () => { if (dialog.open) dialog.close(); };

  function add(after) {
    shut();
    const codes = state.panel.forvaltninger.map(([kode, navn]) => [kode, `${kode} ${navn}`]);
    ask("Ny indsats", [
      input("name", "Navn"),
      input("id", "Id (filens navn)", { pattern: "[a-z0-9\\-]+", placeholder: "unge-i-gang" }),
      choice("forvaltning", "Forvaltning", codes),
      input("fagprincip", "Fagprincipper (numre)", { placeholder: "1, 3", pattern: "[0-9 ,]+" }),
      choice("after", "Efter", [["", "sidst"], ...others("")], after?.id ?? ""),
    ], "Lav indsatsen", (form) => Edit.act({
      do: "add", id: form.get("id"), name: form.get("name"), forvaltninger: [form.get("forvaltning")],
      fagprincipper: form.get("fagprincip").split(/[ ,]+/).filter(Boolean).map(Number), after: form.get("after") || null,
    }));
  }

  function rename(indsats) {
    shut();
    ask(`Omdøb ${indsats.name}`, [
      input("name", "Nyt navn; tomt: det samme", { required: null }),
      input("id", "Id (filens navn)", { value: indsats.id, pattern: "[a-z0-9\\-]+" }),
    ], "Omdøb", (form) => Edit.act({ do: "rename", id: indsats.id, to: form.get("id"), name: form.get("name").trim() || null }));
  }

  function move(indsats) {
    shut();
    const all = state.panel.indsatser;
    const before = all[all.findIndex((i) => i.id === indsats.id) - 1];
    ask(`Flyt ${indsats.name}`, [choice("after", "Efter", [["", "forrest"], ...others(indsats.id)], before?.id ?? "")],
      "Flyt", (form) => Edit.act({ do: "move", id: indsats.id, after: form.get("after") || null }));
  }

  function remove(indsats) {
    shut();
    ask(`Fjern ${indsats.name}`, [
      make("p", {}, `Filen indsatser/${indsats.id}.toml slettes, og indsatsen går ud af rapporten. Det kan fortrydes her, så længe forhåndsvisningen er åben.`),
    ], "Fjern", (form) => Edit.act({ do: "remove", id: indsats.id }));
  }

  // --- Beside the fields: blocks, and texts of last year
  const BLOCK = /^((?:[a-z]+\.)?blok)\[(\d+)\]/;

  function beside(asked, fields) {
    const box = document.getElementById("editor-acts");
    const nodes = [];
    const open = fields.filter((f) => f.open);
    if (open.length > 1) {
      const all = make("button", { type: "button" }, `Bekræft ${open.length} tekster uændret`);
      all.addEventListener("click", async () => {
        if (await Edit.act({ do: "confirm", file: asked.file, fields: open.map((f) => f.field) })) Edit.show(asked);
      });
      nodes.push(all);
    }
    const [, list, nr] = BLOCK.exec(asked.fields[0] ?? "") ?? [];
    const isIndsats = asked.file.startsWith("indsatser/");
    if (isIndsats && (list || !asked.fields.length)) {
      const last = Math.max(-1, ...fields.map((f) => Number(BLOCK.exec(f.field)?.[1] === "blok" ? BLOCK.exec(f.field)[2] : -1)));
      const put = make("button", { type: "button" }, list ? "Indsæt blok efter …" : "Indsæt blok sidst …");
      put.addEventListener("click", () => gallery(asked.file, list ?? "blok", list ? Number(nr) + 1 : last + 1));
      nodes.push(put);
    }
    if (isIndsats && list) {
      const field = `${list}[${nr}]`;
      const cut = make("button", { type: "button" }, "Slet blokken");
      cut.addEventListener("click", async () => {
        if (await Edit.act({ do: "delete", file: asked.file, field })) Edit.show({ file: asked.file, fields: [] });
      });
      nodes.push(cut);
    }
    box.replaceChildren(...nodes);
  }

  function gallery(file, list, at) {
    const cards = state.panel.blocks.map((kind, n) => make("label", { class: "card" },
      make("input", { type: "radio", name: "kind", value: kind, required: "", ...(n ? {} : { checked: "" }) }),
      make("img", { src: `/block/${kind}.svg`, alt: "", loading: "lazy" }), make("span", {}, kind)));
    ask("Indsæt en blok", [make("div", { class: "gallery", role: "radiogroup", "aria-label": "Slags blok" }, ...cards)],
      "Indsæt", async (form) => {
        const said = await Edit.act({ do: "insert", file, list, at, kind: form.get("kind") });
        if (said) Edit.show({ file, fields: [said.place.field] });
        return said;
      });
  }

  return { accept, menu, beside };
})();
