// The words of the page, from the catalogue: `SAID` and `LANG` stand before this.
"use strict";

// A text with its values. One that is another for a single thing has that beside it.
function say(id, values = {}) {
  const single = Object.values(values).includes(1) ? SAID[`${id}_en`] : undefined;
  const text = single ?? SAID[id] ?? id;
  return Object.entries(values).reduce((said, [name, value]) => said.replaceAll(`{${name}}`, () => value), text);
}
