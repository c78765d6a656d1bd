// What the pages are shown as: as published, as a draft, for the print shop, in grey, last year's. Kept in
// the address: #side-38?vis=udkast
"use strict";

const View = (() => {
  const select = document.getElementById("view");
  const told = document.getElementById("seen-as");
  const SAID = {
    udkast: say("preview-as-draft"), tryk: say("preview-as-print"),
    graa: say("preview-as-grey"), foer: say("preview-as-before"),
  };
  const asked = () => Place.get("vis");
  const known = (word) => [...select.options].some((o) => o.value === word);
  let hear = null; // the news of the view that is shown
  let onNews = {};

  function show() {
    const word = asked();
    select.value = known(word) ? word : "";
    told.textContent = SAID[word] ?? "";
    told.hidden = told.textContent === "";
    document.body.dataset.view = word;
  }

  // Follows the news of the view; another view's end there.
  function follow(news) {
    onNews = news;
    hear?.close();
    hear = new EventSource(asked() ? `/events?vis=${encodeURIComponent(asked())}` : "/events");
    for (const [name, then] of Object.entries(news)) hear.addEventListener(name, then);
    show();
  }

  function to(word) {
    Place.set("vis", word);
    document.body.dataset.waits = "1";
    follow(onNews);
  }

  // Last year's can be seen where it is at hand.
  function offer(before) {
    const option = select.querySelector('[value="foer"]');
    option.hidden = option.disabled = !before;
    if (before) option.textContent = say("preview-last-year", { year: before });
  }

  select.addEventListener("change", () => to(select.value));
  if (!known(asked())) Place.set("vis", "");
  return { follow, offer, end: () => hear?.close(), again: () => { if (document.body.dataset.view !== asked()) to(asked()); },
    get old() { return asked() === "foer"; } };
})();
