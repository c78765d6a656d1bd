// Finds an indsats by name, id or forvaltning.
"use strict";

let hit = -1;
function search() {
  const wanted = el("query").value.trim().toLocaleLowerCase(LANG);
  const hits = el("hits");
  hits.replaceChildren();
  hit = -1;
  if (wanted && state) {
    for (const i of state.panel.indsatser) {
      const found = `${i.name} ${i.id} ${i.forvaltninger.join(" ")}`.toLocaleLowerCase(LANG).includes(wanted);
      if (!found) continue;
      const li = make("li", { role: "option", id: `hit-${hits.children.length}`, "aria-selected": "false" });
      li.textContent = i.page ? say("preview-hit", { name: i.name, page: i.page }) : i.name;
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
