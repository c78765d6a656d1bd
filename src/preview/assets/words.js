// The words of a page, each where it stands, clear: they can be marked, copied and searched, and a
// screen reader reads them. A click on one opens the field that says it.
"use strict";

const Words = (() => {
  const RETRY = 1000; // ms until words that have not come are asked for again

  async function show(figure, wanted) {
    const name = figure.dataset.name;
    if (!name || figure.dataset.words === name) return;
    figure.dataset.words = name;
    try {
      const answer = await fetch(`/page/${name}.json`);
      if (answer.ok) {
        const all = await answer.json();
        if (figure.dataset.name === name) { set(figure, all); return; }
      }
    } catch { /* told by the stream */ }
    // Asked again at the next move, or soon.
    figure.dataset.words = "";
    setTimeout(() => { if (wanted(figure)) show(figure, wanted); }, RETRY);
  }

  function set(figure, said) {
    const [width, height] = ["--width", "--height"].map((k) => Number(figure.style.getPropertyValue(k)));
    const spans = [];
    let line = null;
    for (const [word, x, y, right, size] of said) {
      if (line !== null && Math.abs(line - y) > size / 2) spans.push("\n");
      line = y;
      const span = document.createElement("span");
      span.textContent = word;
      span.style.setProperty("--x", (x / width) * 100);
      span.style.setProperty("--y", ((y - size * 0.82) / height) * 100);
      span.style.setProperty("--size", size);
      span.dataset.wide = (right - x) / width;
      spans.push(span, " ");
    }
    const box = figure.querySelector(".words");
    box.replaceChildren(...spans);
    // As wide as the words of the page: all are measured first, then all are set.
    const whole = box.clientWidth || 1;
    const all = [...box.children];
    const wide = all.map((span) => (span.dataset.wide * whole) / (span.offsetWidth || 1));
    all.forEach((span, n) => span.style.setProperty("--wide", wide[n]));
  }

  return { show };
})();
