// How two things are connected, step by step, each with what it says and where.

import { h } from "./dom.js";
import { evidenceOf, thingLink } from "./facts.js";
import { label, number, said, t } from "./words.js";

/** @param {App} app @param {State} state */
export function pathPage(app, state) {
  const ends = state.path.map((i) => app.graph.things[i]);
  const { ways } = app;
  return [
    h("header.who", null, h("p.kind", null, t("path.title")), h("h2.pair", null, ends.map((x) => thingLink(app, x)))),
    ways.length
      ? h("p.note", null, t("path.found", number(ways[0].links.length), number(ways.length)))
      : h("p.warn", { role: "status" }, t("path.none")),
    ways.map((way, i) => wayPage(app, way, i, ways.length)),
    h("p.actions", null, h("button.action", { onclick: () => app.store.set({ path: [] }) }, t("path.end"))),
  ];
}

/** @param {App} app @param {Way} way @param {number} i @param {number} count */
function wayPage(app, way, i, count) {
  const steps = way.links.map((link, n) => h("li", null, step(app, link, way.things[n], way.things[n + 1])));
  return h("section.group.way", { "aria-label": t("path.way", String(i + 1)) }, count > 1 && h("h3", null, t("path.way", String(i + 1))), h("ol", null, steps));
}

/** One step: from a thing to the next, in words in which the fact is true. @param {App} app @param {Link} link @param {number} from @param {number} to */
function step(app, link, from, to) {
  const facts = link.facts.filter((f) => f.a && app.sifted.passes[f.index]);
  const says = [...new Set(facts.map((f) => saying(app, f, from)))].slice(0, 3).join(t("list"));
  return [
    h("p.head", null, thingLink(app, app.graph.things[from]), h("strong.says", null, says), thingLink(app, app.graph.things[to])),
    evidenceOf(app, facts.slice(0, 3)),
  ];
}

/** @param {App} app @param {Fact} fact @param {number} from */
function saying(app, fact, from) {
  const row = app.graph.predicates[fact.p];
  return said(label(fact.s === from ? row : row.inv), fact.t);
}
