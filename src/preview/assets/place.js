// What the address keeps: the page, the zoom, the colours, what the panel shows. A link to it, or a
// reload, leads to the same view: #side-38?zoom=1.20&moerk=1&forvaltning=SOF
"use strict";

const Place = (() => {
  const FORM = /^#side-(\d+)(?:\?(.*))?$/;
  const read = () => {
    const found = FORM.exec(location.hash);
    return { page: found ? Number(found[1]) : null, said: new URLSearchParams(found?.[2] ?? "") };
  };
  let { page, said } = read();

  function write() {
    const kept = said.toString();
    const hash = `#side-${page ?? 1}${kept ? `?${kept}` : ""}`;
    if (hash !== location.hash) history.replaceState(null, "", hash);
  }

  return {
    page: () => page,
    get: (key) => said.get(key) ?? "",
    at(nr) { page = nr; write(); },
    set(key, value) {
      if (value === "" || value === null || value === false) said.delete(key);
      else said.set(key, value === true ? "1" : String(value));
      write();
    },
    // Somebody has followed a link to another place.
    follow(then) {
      addEventListener("hashchange", () => { ({ page, said } = read()); then(); });
    },
  };
})();
