// The left rail: the legend, relations, confidence and articles, each a filter with a count that follows the others.

import { fill, h } from "./dom.js";
import { filtering } from "./filter.js";
import { icon } from "./shapes.js";
import { date, label, number, percent, t } from "./words.js";

const toggled = (list, item) => (list.includes(item) ? list.filter((x) => x !== item) : [...list, item]);

/** Redraw the rail for a state. */
export function showRail(app, box, state, sifted) {
  const open = new Set([...box.querySelectorAll("details[open]")].map((d) => d.dataset.key));
  const top = box.scrollTop;
  fill(
    box,
    h("div.rail-head", null, h("h2", null, t("rail")), filtering(state) && h("button.more", { onclick: app.clear }, t("clear"))),
    legend(app, state, sifted),
    predicates(app, state, sifted),
    app.graph.facts.length > 0 && confidence(app, state),
    extras(app, state),
    articles(app, state, sifted, open),
  );
  box.scrollTop = top;
}

function row(props, ...children) {
  const { on, count, name, only, title, caret } = props;
  return h(
    `div.choice${on ? "" : ".off"}`,
    { title },
    caret,
    h("button.toggle", { onclick: props.toggle, "aria-pressed": String(on) }, ...children, h("span.name", null, h("bdi", null, name)), h("span.count", null, number(count))),
    only && h("button.only", { onclick: only, "aria-label": t("only.label", name) }, t("only")),
  );
}

function legend(app, state, sifted) {
  const { classes } = app.graph;
  const groups = [...new Set(classes.map((c) => c.up))];
  groups.sort((a, b) => size(app, b) - size(app, a) || a - b);
  const line = (i, count, more) =>
    row(
      {
        on: !sifted.classOff[i],
        count,
        name: label(classes[i]),
        title: classes[i].tip[state.lang],
        toggle: () => app.store.set({ classes: toggled(state.classes, i) }),
        ...more,
      },
      icon(classes[i]),
    );
  return section(
    t("legend"),
    groups.map((group) => {
      const inside = classes.map((_, i) => i).filter((i) => classes[i].up === group);
      const below = inside.filter((i) => i !== group && members(app, i) > 0);
      const only = () => app.store.set({ classes: groups.filter((g) => g !== group) });
      const count = inside.reduce((sum, i) => sum + sifted.classes[i], 0);
      if (!below.length) return line(group, count, { only });
      const list = h("div.narrower", { hidden: !opened.has(group) }, below.map((i) => line(i, sifted.classes[i], {})));
      return [line(group, count, { only, caret: caret(group, list) }), list];
    }),
    "filter.legend",
  );
}

/** Which classes show their narrower ones; kept while the page is open. */
const opened = new Set();

function caret(group, list) {
  const flip = (e) => {
    list.hidden = !list.hidden;
    opened[list.hidden ? "delete" : "add"](group);
    e.currentTarget.setAttribute("aria-expanded", String(!list.hidden));
  };
  return h("button.caret", { onclick: flip, "aria-label": t("narrower"), "aria-expanded": String(!list.hidden) });
}

function members(app, cls) {
  return app.graph.things.filter((x) => x.c === cls).length;
}

function size(app, group) {
  return app.graph.things.filter((x) => x.group === group).length;
}

function predicates(app, state, sifted) {
  const rows = app.graph.predicates.map((p, i) => ({ p, i, count: sifted.predicates[i] }));
  const all = rows.map((r) => r.i);
  const totals = all.map((i) => app.graph.facts.filter((f) => f.p === i).length);
  rows.sort((a, b) => totals[b.i] - totals[a.i] || a.i - b.i);
  return section(
    t("predicates"),
    rows.map(({ p, i, count }) =>
      row({
        on: !state.predicates.includes(i),
        count,
        name: label(p),
        toggle: () => app.store.set({ predicates: toggled(state.predicates, i) }),
        only: () => app.store.set({ predicates: all.filter((x) => x !== i) }),
      }),
    ),
  );
}

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
    "aria-label": t("confidence"),
    "aria-valuetext": words,
    oninput: (e) => app.store.set({ min: Number(e.target.value) }),
  });
  return h("section.filter", null, h("h3", null, t("confidence"), output), slider);
}

function extras(app, state) {
  const { facts, things } = app.graph;
  const choices = [
    ["candidates", facts.filter((f) => f.x).length],
    ["alone", things.filter((x) => !x.links.length).length],
  ].filter(([, count]) => count > 0);
  return (
    choices.length > 0 &&
    h(
      "section.filter",
      null,
      choices.map(([key, count]) => row({ on: state[key], count, name: t(key), toggle: () => app.store.set({ [key]: !state[key] }) })),
    )
  );
}

function articles(app, state, sifted, open) {
  const rows = app.graph.articles.map((a, i) =>
    row({
      on: !state.articles.length || state.articles.includes(i),
      count: sifted.articles[i],
      name: a.t,
      title: `${a.t.slice(0, 200)} · ${date(a.d)}`,
      toggle: () => app.store.set({ articles: toggled(state.articles, i) }),
    }),
  );
  if (rows.length < 2) return null;
  const isOpen = open.has("articles") || state.articles.length > 0 || (rows.length <= 12 && !open.size);
  return h("section.filter", null, h("details", { "data-key": "articles", open: isOpen }, h("summary", null, h("h3", null, t("articles"))), rows.slice(0, 300)));
}

function section(title, rows, kind = "filter") {
  return rows.length > 0 && h(`section.${kind}`, null, h("h3", null, title), rows);
}
