// The search box: results as one types, arrow keys and Enter.

import { fill, h } from "./dom.js";
import { createSearch } from "./search.js";
import { icon } from "./shapes.js";
import { shorten } from "./text.js";
import { date, label, t } from "./words.js";

/** @returns the box, and ways to focus it and to put it into another language */
export function createSearchBox(app) {
  const search = createSearch(app.graph);
  let results = [];
  let at = 0;
  const input = h("input", {
    type: "search",
    id: "search",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-autocomplete": "list",
    "aria-controls": "results",
    "aria-expanded": "false",
    oninput: () => ((at = 0), show()),
    onfocus: () => input.value && show(),
    onblur: () => setTimeout(hide, 120),
    onkeydown: key,
  });
  const list = h("div.results", { id: "results", role: "listbox", hidden: true });
  const box = h("div.search", { role: "search" }, input, h("kbd", { "aria-hidden": "true" }, "/"), list);

  function show() {
    results = search(input.value, 12);
    const typed = input.value.trim();
    if (!typed) return hide();
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    if (results.length) fill(list, results.map(option));
    else fill(list, h("p.note", { role: "status" }, t("search.none", shorten(typed, 20))));
    mark();
    return undefined;
  }

  function hide() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function option(hit, i) {
    const cls = hit.thing && app.graph.classes[hit.thing.c];
    const name = hit.thing ? hit.thing.name : hit.article.t;
    const more = hit.thing ? hit.by || (hit.thing.d ? date(hit.thing.d) : "") : date(hit.article.d);
    return h(
      "div.option",
      { role: "option", id: `result-${i}`, onpointerdown: (e) => (e.preventDefault(), take(i)), onpointermove: () => ((at = i), mark()) },
      cls ? icon(cls) : h("span.icon", null, "¶"),
      h("bdi.name", null, shorten(name, 26)),
      more && h("bdi.small", null, shorten(more, 20)),
      h("span.kind", null, cls ? label(cls) : t("search.article")),
    );
  }

  function mark() {
    [...list.querySelectorAll(".option")].forEach((el, i) => el.setAttribute("aria-selected", String(i === at)));
    if (!results.length) return;
    input.setAttribute("aria-activedescendant", `result-${at}`);
    list.querySelector(`#result-${at}`)?.scrollIntoView({ block: "nearest" });
  }

  function take(i) {
    const hit = results[i];
    if (!hit) return;
    input.value = "";
    hide();
    input.blur();
    if (hit.thing) app.find(hit.thing.index);
    else app.read(hit.article.index, null);
  }

  function key(e) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step && results.length) {
      at = (at + step + results.length) % results.length;
      mark();
      e.preventDefault();
    } else if (e.key === "Enter") {
      take(at);
    } else if (e.key === "Escape") {
      input.value = "";
      hide();
      input.blur();
      e.stopPropagation();
    }
  }

  function relabel() {
    input.setAttribute("placeholder", t("search"));
    input.setAttribute("aria-label", t("search"));
    list.setAttribute("aria-label", t("search.list"));
  }

  return { box, relabel, focus: () => (input.focus(), input.select()) };
}
