// The search box: results as one types, arrow keys and Enter. It takes the code of a view as well.

import { fill, h } from "./dom.js";
import { createSearch } from "./search.js";
import { icon } from "./shapes.js";
import { CODE } from "./state.js";
import { shorten } from "./text.js";
import { date, label, number, t } from "./words.js";

/** @typedef {import("./search.js").Hit} Hit */

/** The box, and ways to focus it and to put it into another language. @param {App} app @returns {SearchBox} */
export function createSearchBox(app) {
  const search = createSearch(app.graph);
  /** @type {Hit[]} */
  let results = [];
  let at = 0;
  let asked = "";
  const input = /** @type {HTMLInputElement} */ (
    h("input", {
      type: "search",
      id: "search",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-controls": "results",
      "aria-expanded": "false",
      oninput: () => ((at = 0), void show()),
      onfocus: () => input.value && void show(),
      onblur: () => setTimeout(hide, 120),
      onkeydown: key,
    })
  );
  const list = h("div", { id: "results", role: "listbox" });
  const none = h("p.note", { hidden: true });
  const sheet = h("div.results", { hidden: true }, list, none);
  const told = h("p.unseen", { role: "status" });
  const box = h("div.search", { role: "search" }, input, h("kbd", { "aria-hidden": "true" }, "/"), sheet, told);

  async function show() {
    const typed = input.value.trim();
    asked = typed;
    if (!typed || typed.startsWith(CODE)) return hide();
    const found = await search(typed, 12);
    if (asked !== typed) return undefined;
    results = found;
    sheet.hidden = false;
    list.hidden = !results.length;
    none.hidden = results.length > 0;
    input.setAttribute("aria-expanded", String(results.length > 0));
    fill(list, results.map(option));
    fill(none, t("search.none", shorten(typed, 20)));
    fill(told, results.length ? t("search.found", number(results.length)) : t("search.none", shorten(typed, 20)));
    mark();
    return undefined;
  }

  function hide() {
    sheet.hidden = true;
    asked = "";
    fill(told);
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  /** @param {Hit} hit @param {number} i */
  function option(hit, i) {
    const cls = hit.thing && app.graph.classes[hit.thing.c];
    const name = hit.thing?.name ?? hit.article?.t ?? "";
    const more = hit.thing ? hit.by || (hit.thing.d ? date(hit.thing.d) : "") : date(hit.article?.d);
    return h(
      "div.option",
      { role: "option", id: `result-${i}`, onpointerdown: (/** @type {Event} */ e) => (e.preventDefault(), void take(i)), onpointermove: () => ((at = i), mark()) },
      cls ? icon(cls) : h("span.icon", null, "¶"),
      h("bdi.name", null, shorten(name, 26)),
      more && h("bdi.small", null, shorten(more, 20)),
      h("span.kind", null, cls ? label(cls) : t("search.article")),
    );
  }

  function mark() {
    [...list.querySelectorAll(".option")].forEach((el, i) => el.setAttribute("aria-selected", String(i === at)));
    if (results.length) input.setAttribute("aria-activedescendant", `result-${at}`);
    else input.removeAttribute("aria-activedescendant");
    list.querySelector(`#result-${at}`)?.scrollIntoView({ block: "nearest" });
  }

  /** What was typed last may not have been looked up yet. @param {number} i */
  async function take(i) {
    const typed = input.value.trim();
    const code = typed.startsWith(CODE);
    const hit = code ? undefined : (await search(typed, 12))[i];
    if (!code && !hit) return;
    input.value = "";
    hide();
    input.blur();
    if (code) app.say(t(app.store.take(typed) ? "view.taken" : "view.partly"));
    else if (hit?.thing) app.find(hit.thing.index);
    else if (hit?.article) app.read(hit.article.index, null);
  }

  /** @param {KeyboardEvent} e */
  function key(e) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step && results.length) {
      at = (at + step + results.length) % results.length;
      mark();
      e.preventDefault();
    } else if (e.key === "Enter" && !e.isComposing) {
      void take(at);
    } else if (e.key === "Escape") {
      input.value = "";
      hide();
      input.blur();
      app.store.set({ path: app.store.get().path.slice(0, app.store.get().path.length === 1 ? 0 : 2) });
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
