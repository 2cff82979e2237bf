// Reads the data, builds the page, and redraws what a change of state touches.

import { byId, fill, h } from "./dom.js";
import { createDrawing } from "./drawing.js";
import { UNFILTERED, sift } from "./filter.js";
import { createFrame, showBar, showFoot, showHeader, showHelp, showNote, showTip } from "./frame.js";
import { bindKeys } from "./keys.js";
import { around, load } from "./model.js";
import { showPanel } from "./panel.js";
import { radial } from "./radial.js";
import { showRail } from "./rail.js";
import { showReader } from "./reader.js";
import { createSearchBox } from "./searchbox.js";
import { START, createStore, decode } from "./state.js";
import { createTable } from "./table.js";
import { showTimeline } from "./timeline.js";
import { t, useLanguage, useWords } from "./words.js";

/** At first sight no more is drawn than this, and no more than there is room to read. */
const FIRST_SIGHT = 150;
const ROOM = 4200;
const PHONE = "(max-width: 760px)";
const HEIGHTS = ["half", "full", "low"];

function start() {
  const root = byId("app");
  let data;
  let drawn;
  try {
    data = JSON.parse(byId("data").textContent);
    drawn = JSON.parse(byId("drawing").textContent);
  } catch {
    fill(root, h("div.designed.broken", null, h("h2", null, "文件已损坏 · This file is damaged"), h("p", null, "页面中的数据读不出来，请重新取得文件。 The data in this page cannot be read; please get the file again.")));
    return;
  }
  useWords(data.words);
  open(root, load(data, drawn), drawn.options);
}

function open(root, graph, options) {
  const app = { graph };
  app.searchBox = createSearchBox(app);
  const parts = createFrame(app.searchBox.box);
  root.append(parts.header, parts.rail, parts.stage, parts.panel, parts.timeline, parts.help);
  const room = Math.round((parts.stage.clientWidth * parts.stage.clientHeight) / ROOM);
  const first = {
    ...START,
    lang: graph.lang,
    theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    alone: !graph.links.length,
    limit: Math.min(graph.top, FIRST_SIGHT, Math.max(30, room)),
  };
  const store = createStore(graph, Object.freeze(first));
  app.store = store;
  const initial = decode(graph, first, location.hash);
  document.documentElement.dataset.theme = initial.theme;
  useLanguage(initial.lang);
  Object.assign(app, actions(app, parts));
  app.drawing = createDrawing(parts.canvas, graph, options, {
    click: ({ node, link }) => store.set(node === null && link === null ? { node: null, link: null } : { node, link }),
    focus: app.focus,
    margin: () => ({ top: parts.bar.offsetHeight + 22, bottom: 48 }),
    hover: (target, at) => showTip(app, parts, target, at),
  });
  const table = createTable(app, parts.table);
  const show = (state, before) => redraw(app, parts, table, state, before);
  store.listen(show);
  bindKeys(app);
  store.set(initial);
  window.unigraph = Object.freeze({ boxes: app.drawing.boxes, where: (id) => app.drawing.where(graph.byId.get(id)?.index) });
}

/** What parts of the page ask of each other. */
function actions(app, parts) {
  const { store } = app;
  return {
    /** Where the reader covers the panel, it makes way. */
    select: (index) => store.set({ node: index, link: null, ...(matchMedia(PHONE).matches ? { article: null } : {}) }),
    find(index) {
      const { focus } = store.get();
      store.set({ node: index, link: null, article: null, focus: focus.at(-1) === index ? focus : [] });
      app.center(index);
    },
    focus(index) {
      const { focus } = store.get();
      const at = focus.indexOf(index);
      store.set({ node: index, link: null, article: null, view: "graph", steps: 1, focus: at < 0 ? [...focus, index] : focus.slice(0, at + 1) });
    },
    center(index) {
      store.set({ view: "graph", article: null });
      if (app.drawing.where(index)) app.drawing.center(index);
    },
    read: (article, passage) => store.set({ article, passage }),
    clear: () => store.set(UNFILTERED),
    back() {
      const { article, node, link, focus, steps } = store.get();
      if (parts.rail.classList.contains("open")) parts.rail.classList.remove("open");
      else if (article !== null) store.set({ article: null, passage: null });
      else if (node !== null || link !== null) store.set({ node: null, link: null });
      else if (focus.length) store.set(steps > 1 ? { steps: 1 } : { focus: focus.slice(0, -1) });
    },
    toggleRail: () => parts.rail.classList.toggle("open"),
    help: () => (showHelp(parts), parts.help.showModal()),
  };
}

const FILTERS = ["classes", "predicates", "articles", "min", "range", "candidates", "alone"];
const SCOPE = ["focus", "steps", "limit", ...FILTERS];

function redraw(app, parts, table, state, before) {
  const opening = app.sifted === undefined;
  const changed = (...keys) => opening || keys.some((k) => state[k] !== before[k]);
  const words = changed("lang");
  if (words || changed("theme")) {
    document.documentElement.dataset.theme = state.theme;
    useLanguage(state.lang);
    app.searchBox.relabel();
    app.drawing.recolor();
    showHeader(app, parts, state);
    parts.grip.setAttribute("aria-label", t("sheet"));
    parts.panel.setAttribute("aria-label", t("about"));
  }
  if (changed(...FILTERS) || words) {
    app.sifted = sift(app.graph, state);
    showRail(app, parts.rail, state, app.sifted);
    showTimeline(app, parts.timeline, state, app.sifted);
  }
  if (changed("view", "focus", "steps") || words) showBar(app, parts, state);
  if (changed(...SCOPE, "node", "link") || words) draw(app, parts, state);
  if (opening || changed("focus", "steps", "limit", "alone")) app.drawing.fit(!opening);
  if (changed("node", "link", "candidates", ...FILTERS) || words) showPanel(app, parts.panelBody, state, app.sifted);
  if (changed("node", "link") && (state.node !== null || state.link !== null)) raise(parts);
  if (changed("view", "article", ...FILTERS) || words) {
    parts.table.hidden = state.view !== "table";
    parts.stage.classList.toggle("tabular", state.view === "table");
    if (state.view === "table") table.show(app.sifted);
  }
  if (changed("article", "passage") || words) {
    parts.reader.hidden = state.article === null;
    if (state.article !== null) showReader(app, parts.reader, state.article, state.passage);
  }
  if (changed("node") && state.node !== null && state.article === null && app.drawing.where(state.node)) app.drawing.reveal(state.node);
}

/** A sheet that was folded away comes up when something is selected. */
function raise(parts) {
  if (parts.panel.dataset.height === "low") parts.panel.dataset.height = "half";
}

/** Hand the drawing what the state asks for: the most important first, and what is selected whatever its rank. */
function draw(app, parts, state) {
  const { graph, sifted } = app;
  const passing = (link) => link.facts.some((f) => sifted.passes[f.index]);
  const centre = state.focus.at(-1);
  const near = centre === undefined ? null : around(graph, graph.things[centre], state.steps, passing);
  const possible = graph.things.filter((x) => sifted.things[x.index] && (!near || near.has(x.index))).map((x) => x.index);
  const shown = new Set(possible.slice(0, state.limit));
  const wanted = state.link === null ? [state.node] : [graph.links[state.link].from, graph.links[state.link].to];
  for (const index of [...wanted, centre]) {
    if (index === null || index === undefined) continue;
    shown.add(index);
    graph.things[index].links.filter(passing).slice(0, 60).forEach((l) => shown.add(l.from).add(l.to));
  }
  const links = new Map();
  for (const index of shown) {
    for (const link of graph.things[index].links) {
      if (!shown.has(link.from) || !shown.has(link.to) || links.has(link.id)) continue;
      const facts = link.facts.filter((f) => sifted.passes[f.index]);
      if (facts.length) links.set(link.id, facts);
    }
  }
  app.drawing.show(shown, links, centre === undefined ? new Map() : radial(graph, centre, shown, links));
  app.drawing.select(state.node !== null ? { node: state.node } : state.link !== null ? { link: state.link } : null);
  showFoot(app, parts, state, possible.filter((i) => shown.has(i)).length, possible.length);
  showNote(app, parts, state, shown.size);
}

/** On a phone the panel is a sheet with three heights; its grip goes through them. */
function bindSheet() {
  const panel = byId("panel");
  if (!panel) return;
  panel.dataset.height = "half";
  panel.querySelector(".grip").addEventListener("click", () => {
    panel.dataset.height = HEIGHTS[(HEIGHTS.indexOf(panel.dataset.height) + 1) % HEIGHTS.length];
  });
}

start();
bindSheet();
