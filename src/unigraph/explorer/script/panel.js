// The right panel: the selected thing or line with its facts, the path between two things, or what the graph holds.

import { fill, h } from "./dom.js";
import { factGroup, folded, grouped, thingLink } from "./facts.js";
import { pathPage } from "./pathpage.js";
import { icon } from "./shapes.js";
import { date, label, number, t } from "./words.js";

/** Redraw the panel for a state. @param {App} app @param {HTMLElement} box @param {State} state @param {Sifted} sifted */
export function showPanel(app, box, state, sifted) {
  const { graph } = app;
  if (state.node !== null) fill(box, thingPage(app, graph.things[state.node], state, sifted));
  else if (state.link !== null) fill(box, linkPage(app, graph.links[state.link], state));
  else if (state.path.length === 2) fill(box, pathPage(app, state));
  else fill(box, aboutPage(app, sifted));
  box.scrollTop = 0;
}

/** @param {State} state @returns {(fact: Fact) => boolean} */
const visible = (state) => (fact) => !fact.x || state.candidates;

/** @param {App} app @param {Thing} thing @param {State} state @param {Sifted} sifted */
function thingPage(app, thing, state, sifted) {
  const { graph } = app;
  const cls = graph.classes[thing.c];
  const facts = thing.facts.filter(visible(state));
  const groups = grouped(app, facts, thing);
  const drawn = sifted.things[thing.index] || thing.links.length === 0;
  return [
    h(
      "header.who",
      { "--c": cls.color },
      h("p.kind", null, icon(cls), label(cls)),
      h("h2", null, h("bdi", null, thing.name)),
      thing.d && h("p.when", null, date(thing.d), thing.i && h("span.small", null, ` · ${t("inferred")}`)),
      posts(app, thing, facts),
      thing.n.length > 1 && h("p.alias", null, h("span.small", null, `${t("alias")} `), h("bdi", null, thing.n.slice(1).join(t("list")))),
      thing.code && h("p.small", null, `${t("code")} ${thing.code}`),
      known(thing),
      actions(app, thing),
      !drawn && hidden(app),
    ),
    groups.length ? groups.map((g) => factGroup(app, g, thing)) : !thing.wrote.length && h("p.note", null, t("nofacts")),
    thing.wrote.length > 0 && articleList(app, t("wrote"), thing.wrote.map((a) => [a, 0])),
    mentionedIn(app, thing),
  ];
}

/** What other collections say of a place or company; the link opens when it is clicked, and nothing is loaded before. @param {Thing} thing */
function known(thing) {
  const href = `https://www.wikidata.org/wiki/${thing.w}`;
  return [
    thing.st && h("p.small", null, `${t("stock")} ${thing.st.join(t("list"))}`),
    thing.at && h("p.small", null, `${t("coordinates")} ${thing.at.join(", ")}`),
    thing.w && h("p.small.wikidata", null, `${t(thing.wc ? "wikidata.close" : "wikidata")} `, h("a", { href, rel: "noopener noreferrer", target: "_blank" }, thing.w)),
  ];
}

/** @param {App} app @param {Thing} thing */
function actions(app, thing) {
  const button = (/** @type {string} */ key, /** @type {() => void} */ act) => h("button.action", { onclick: act }, t(key));
  return h(
    "p.actions",
    null,
    thing.links.length > 0 && button("focus", () => app.focus(thing.index)),
    thing.links.length > 0 && button("path", () => app.pathFrom(thing.index)),
    button("center", () => app.center(thing.index)),
  );
}

/** A person's posts, a line a body, above everything else that is said. @param {App} app @param {Thing} thing @param {Fact[]} facts */
function posts(app, thing, facts) {
  /** @type {Map<number, string[]>} */
  const bodies = new Map();
  for (const f of facts) {
    if (f.s !== thing.index || f.o === undefined || !f.t || app.graph.predicates[f.p].role !== "post") continue;
    bodies.set(f.o, [...(bodies.get(f.o) ?? []), f.t]);
  }
  if (!bodies.size) return null;
  const lines = [...bodies].map(([body, titles]) =>
    h("li", null, h("bdi", null, app.graph.things[body].name), " ", h("strong", null, [...new Set(titles)].join(t("list")))),
  );
  return h("ul.posts", null, lines);
}

/** @param {App} app */
function hidden(app) {
  return h("p.warn", null, t("hidden.now"), " ", h("button.more", { onclick: app.clear }, t("clear")));
}

/** @param {App} app @param {Thing} thing */
function mentionedIn(app, thing) {
  const named = thing.m ?? [];
  const rows = Array.from({ length: named.length / 2 }, (_, i) => [named[i * 2], named[i * 2 + 1]]);
  return rows.length > 0 && articleList(app, t("mentions"), rows);
}

/** @param {App} app @param {string} title @param {number[][]} rows an article and how often it names the thing */
function articleList(app, title, rows) {
  return h(
    "section.group",
    null,
    h("h3", null, title, h("span.count", null, number(rows.length))),
    folded(rows, ([index, count]) => {
      const article = app.graph.articles[index];
      return h(
        "button.row",
        { onclick: () => app.read(index, null) },
        h("bdi", null, article.t),
        h("span.small", null, [date(article.d), count > 1 && t("mentions.count", String(count))].filter(Boolean).join(" · ")),
      );
    }),
  );
}

/** @param {App} app @param {Link} link @param {State} state */
function linkPage(app, link, state) {
  const { graph } = app;
  const ends = [graph.things[link.from], graph.things[link.to]];
  const groups = grouped(app, link.facts.filter(visible(state)), null);
  return [
    h("header.who", null, h("p.kind", null, t("between")), h("h2.pair", null, ends.map((x) => thingLink(app, x)))),
    groups.map((g) => factGroup(app, g, null)),
  ];
}

/** What the graph holds, and of what passes the filters the most connected. @param {App} app @param {Sifted} sifted */
function aboutPage(app, sifted) {
  const { graph } = app;
  const most = [];
  for (const x of graph.things) if (most.length < 10 && sifted.linked[x.index] && sifted.things[x.index]) most.push(x);
  return [
    h(
      "header.who",
      null,
      h("p.kind", null, t("about")),
      h("h2", null, h("bdi", null, graph.title || t("title"))),
      h("p.when", null, [t("count.articles", number(graph.articles.length)), t("count.things", number(graph.things.length)), t("count.facts", number(graph.facts.length))].join(" · ")),
      graph.things.length > 0 && h("p.note", null, t("hint")),
      graph.left.things > 0 && h("p.warn", null, t("left.about", number(graph.left.things), number(graph.left.facts)), " ", t("left.help")),
    ),
    most.length > 0 &&
      h("section.group", null, h("h3", null, t("top")), h("div.items", null, most.map((x) => h("p.ranked", null, thingLink(app, x), h("span.count", null, number(x.links.filter((l) => l.facts.some((f) => sifted.passes[f.index])).length)))))),
    graph.articles.length > 0 && articleList(app, t("articles"), graph.articles.map((a) => [a.index, 0])),
  ];
}
