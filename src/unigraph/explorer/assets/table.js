// All facts that pass the filters, in rows.

import { fill, h } from "./dom.js";
import { thingLink } from "./facts.js";
import { sentence } from "./model.js";
import { shorten } from "./text.js";
import { date, label, number, percent, t } from "./words.js";

const PAGE = 200;

const COLUMNS = [
  { key: "subject", value: (g, f) => g.things[f.s].name },
  { key: "predicate", value: (g, f) => label(g.predicates[f.p]) },
  { key: "object", value: (g, f) => (f.o === undefined ? f.t : g.things[f.o].name + (f.t ?? "")) },
  { key: "date", value: (_, f) => f.d ?? "" },
  { key: "sure", value: (_, f) => (f.evidence.length ? f.sure : -1) },
  { key: "sentence", value: (g, f) => words(g, f) },
];

function words(graph, fact) {
  const e = fact.evidence[0];
  return (e && sentence(graph.articles[e.article], e.sentence)?.text.trim()) || "";
}

/** A table that keeps how it is sorted. */
export function createTable(app, box) {
  let by = { column: 3, down: true };
  let rows = PAGE;
  let last = null;

  function show(sifted) {
    last = sifted;
    const { graph } = app;
    const facts = graph.facts.filter((f) => sifted.passes[f.index]);
    const { value } = COLUMNS[by.column];
    const keyed = facts.map((f) => ({ f, v: value(graph, f) }));
    const compare = (a, b) => (typeof a.v === "number" ? a.v - b.v : a.v.localeCompare(b.v, "zh"));
    keyed.sort((a, b) => (by.down ? -compare(a, b) : compare(a, b)) || a.f.index - b.f.index);
    const body = keyed.slice(0, rows).map(({ f }) => row(app, f));
    fill(
      box,
      h("table", null, h("caption", null, t("table.caption", number(facts.length))), h("thead", null, h("tr", null, COLUMNS.map(heading))), h("tbody", null, body)),
      facts.length > rows && h("button.action", { onclick: () => ((rows += PAGE * 4), show(last)) }, t("more", number(facts.length - rows))),
    );
  }

  function heading(column, i) {
    const sorted = by.column === i ? (by.down ? "descending" : "ascending") : "none";
    const sort = () => {
      by = { column: i, down: by.column === i ? !by.down : false };
      show(last);
    };
    const sign = { ascending: " ↑", descending: " ↓", none: "" }[sorted];
    return h("th", { "aria-sort": sorted, scope: "col" }, h("button", { onclick: sort }, t(`table.${column.key}`) + sign));
  }

  return { show };
}

function row(app, f) {
  const { graph } = app;
  const object = f.o === undefined ? date(f.t) : [thingLink(app, graph.things[f.o], shorten(graph.things[f.o].name, 22)), f.t && h("strong", null, f.t)];
  const e = f.evidence[0];
  const text = words(graph, f);
  return h(
    "tr",
    null,
    h("td", null, thingLink(app, graph.things[f.s], shorten(graph.things[f.s].name, 22))),
    h("td.says", null, label(graph.predicates[f.p])),
    h("td", null, object),
    h("td.when", null, f.d ? date(f.d) : ""),
    h("td.figure", null, f.evidence.length ? percent(f.sure) : ""),
    h("td.quote", null, text && h("button.read", { onclick: () => app.read(e.article, e.sentence), title: text.slice(0, 300) }, shorten(text, 46))),
  );
}
