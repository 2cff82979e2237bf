// The left rail: legend, relations, confidence, sources and articles, each a filter with a count that follows the others.

import { fill, h } from "./dom.js";
import { filtering } from "./filter.js";
import { icon } from "./shapes.js";
import { date, label, number, percent, t } from "./words.js";

/** So many rows of a list stand in the rail; search and table reach the rest. */
const LISTED = 300;

/** @param {number[]} list @param {number} item */
const toggled = (list, item) => (list.includes(item) ? list.filter((x) => x !== item) : [...list, item]);

/** Redraw the rail for a state. @param {App} app @param {HTMLElement} box @param {State} state @param {Sifted} sifted */
export function showRail(app, box, state, sifted) {
  const folds = new Map([...box.querySelectorAll("details")].map((d) => [d.dataset.key, d.open]));
  const top = box.scrollTop;
  fill(
    box,
    h("div.rail-head", null, h("h2", null, t("rail")), filtering(state) && h("button.more", { onclick: app.clear }, t("clear"))),
    legend(app, state, sifted),
    predicates(app, state, sifted),
    app.graph.facts.length > 0 && confidence(app, state),
    extras(app, state),
    sources(app, state, sifted, folds),
    articles(app, state, sifted, folds),
  );
  box.scrollTop = top;
}

/**
 * @param {{key: string, on: boolean, count: number, name: string, toggle: () => void, only?: () => void, title?: string, caret?: HTMLElement}} props
 * @param {...any} children
 */
function row(props, ...children) {
  const { key, on, count, name, only, title, caret } = props;
  return h(
    `div.choice${on ? "" : ".off"}`,
    { title },
    caret,
    h("button.toggle", { onclick: props.toggle, "aria-pressed": String(on), "data-key": key }, ...children, h("span.name", null, h("bdi", null, name)), h("span.count", null, number(count))),
    only && h("button.only", { onclick: only, "aria-label": t("only.label", name) }, t("only")),
  );
}

/** @param {App} app @param {State} state @param {Sifted} sifted */
function legend(app, state, sifted) {
  const { classes, totals } = app.graph;
  const groups = [...new Set(classes.map((c) => c.up))];
  const inside = (/** @type {number} */ group) => classes.map((_, i) => i).filter((i) => classes[i].up === group);
  const size = (/** @type {number} */ group) => inside(group).reduce((sum, i) => sum + totals.classes[i], 0);
  groups.sort((a, b) => size(b) - size(a) || a - b);
  const line = (/** @type {number} */ i, /** @type {number} */ count, /** @type {any} */ more) =>
    row(
      {
        key: `class ${classes[i].name}`,
        on: !sifted.classOff[i],
        count,
        name: label(classes[i]),
        title: classes[i].tip[state.lang || "zh"],
        toggle: () => app.store.set({ classes: toggled(state.classes, i) }),
        ...more,
      },
      icon(classes[i]),
    );
  return section(
    t("legend"),
    groups.map((group) => {
      const below = inside(group).filter((i) => i !== group && totals.classes[i] > 0);
      const only = () => app.store.set({ classes: groups.filter((g) => g !== group) });
      const count = inside(group).reduce((sum, i) => sum + sifted.classes[i], 0);
      if (!below.length) return line(group, count, { only });
      const list = h("div.narrower", { hidden: !opened.has(group) }, below.map((i) => line(i, sifted.classes[i], {})));
      return [line(group, count, { only, caret: caret(group, list, label(classes[group])) }), list];
    }),
    "filter.legend",
  );
}

/** Which classes show their narrower ones; kept while the page is open. @type {Set<number>} */
const opened = new Set();

/** @param {number} group @param {HTMLElement} list @param {string} name */
function caret(group, list, name) {
  const flip = (/** @type {MouseEvent} */ e) => {
    list.hidden = !list.hidden;
    opened[list.hidden ? "delete" : "add"](group);
    /** @type {HTMLElement} */ (e.currentTarget).setAttribute("aria-expanded", String(!list.hidden));
  };
  return h("button.caret", { onclick: flip, "aria-label": t("narrower", name), "aria-expanded": String(!list.hidden) });
}

/** @param {App} app @param {State} state @param {Sifted} sifted */
function predicates(app, state, sifted) {
  const { totals } = app.graph;
  const rows = app.graph.predicates.map((p, i) => ({ p, i }));
  const all = rows.map((r) => r.i);
  rows.sort((a, b) => totals.predicates[b.i] - totals.predicates[a.i] || a.i - b.i);
  return section(
    t("predicates"),
    rows.map(({ p, i }) =>
      row({
        key: `predicate ${p.name}`,
        on: !state.predicates.includes(i),
        count: sifted.predicates[i],
        name: label(p),
        toggle: () => app.store.set({ predicates: toggled(state.predicates, i) }),
        only: () => app.store.set({ predicates: all.filter((x) => x !== i) }),
      }),
    ),
  );
}

/** @param {App} app @param {State} state */
function confidence(app, state) {
  const words = state.min > 0 ? t("confidence.from", percent(state.min)) : t("confidence.all");
  const output = h("output.count", null, words);
  const slider = h("input", {
    type: "range",
    min: "0",
    max: "1",
    step: "0.05",
    value: state.min,
    id: "confidence",
    "data-key": "confidence",
    "aria-label": t("confidence"),
    "aria-valuetext": words,
    oninput: (/** @type {any} */ e) => app.store.set({ min: Number(e.target.value) }),
  });
  return h("section.filter", null, h("h3", null, t("confidence"), output), slider);
}

/** @param {App} app @param {State} state */
function extras(app, state) {
  const choices = /** @type {const} */ (["candidates", "alone"]).filter((key) => app.graph.totals[key] > 0);
  return (
    choices.length > 0 &&
    h(
      "section.filter",
      null,
      choices.map((key) => row({ key, on: state[key], count: app.graph.totals[key], name: t(key), toggle: () => app.store.set({ [key]: !state[key] }) })),
    )
  );
}

/** @param {App} app @param {State} state @param {Sifted} sifted @param {Map<string | undefined, boolean>} folds */
function sources(app, state, sifted, folds) {
  const names = app.graph.sources;
  if (names.length < 2) return null;
  const rows = names.slice(0, LISTED).map((name, i) =>
    row({
      key: `source ${i}`,
      on: !state.sources.length || state.sources.includes(i),
      count: sifted.sources[i],
      name,
      title: name.slice(0, 200),
      toggle: () => app.store.set({ sources: toggled(state.sources, i) }),
    }),
  );
  return folding("sources", rows, folds.get("sources") ?? (state.sources.length > 0 || names.length <= 6));
}

/** @param {App} app @param {State} state @param {Sifted} sifted @param {Map<string | undefined, boolean>} folds */
function articles(app, state, sifted, folds) {
  const all = app.graph.articles;
  if (all.length < 2) return null;
  const rows = all.slice(0, LISTED).map((a, i) =>
    row({
      key: `article ${a.id}`,
      on: !state.articles.length || state.articles.includes(i),
      count: sifted.articles[i],
      name: a.t,
      title: `${a.t.slice(0, 200)} · ${date(a.d)}`,
      toggle: () => app.store.set({ articles: toggled(state.articles, i) }),
    }),
  );
  return folding("articles", rows, folds.get("articles") ?? (state.articles.length > 0 || all.length <= 12));
}

/** @param {string} key @param {any[]} rows @param {boolean} open */
function folding(key, rows, open) {
  return h("section.filter", null, h("details", { "data-key": key, open }, h("summary", null, h("h3", null, t(key))), rows));
}

/** @param {string} title @param {any[]} rows @param {string} [kind] */
function section(title, rows, kind = "filter") {
  return rows.length > 0 && h(`section.${kind}`, null, h("h3", null, title), rows);
}
