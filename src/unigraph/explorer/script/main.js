// Reads the data, builds the page, and redraws what a change of state touches.

import { createActions } from "./actions.js";
import { byId, fill, h } from "./dom.js";
import { createDrawing } from "./drawing.js";
import { sift } from "./filter.js";
import { createFrame, showBar, showFoot, showHeader, showNote, showTip } from "./frame.js";
import { bindDrawingKeys, bindKeys } from "./keys.js";
import { load } from "./model.js";
import { showPanel } from "./panel.js";
import { rest } from "./parts.js";
import { ways } from "./paths.js";
import { showQuestions } from "./questions.js";
import { showRail } from "./rail.js";
import { showReader } from "./reader.js";
import { scope } from "./scope.js";
import { createSearchBox } from "./searchbox.js";
import { bindSheet } from "./sheet.js";
import { START, createStore, decode } from "./state.js";
import { createTable } from "./table.js";
import { showTimeline } from "./timeline.js";
import { t, useLanguage, useWords } from "./words.js";

/** At first sight no more is drawn than this, and no more than there is room to read. */
const FIRST_SIGHT = 150;
const ROOM = 4200;
/** A graph of fewer facts opens in one go. */
const AT_ONCE = 1000;

async function start() {
  const root = byId("app");
  try {
    const head = JSON.parse(byId("head").textContent);
    const options = JSON.parse(byId("drawing").textContent);
    useWords(head.words);
    useLanguage(head.lang);
    fill(root, h("p.designed.broken", { role: "status" }, t("loading", String(head.counts.things), String(head.counts.facts))));
    const graph = await load(head);
    fill(root);
    await open(root, graph, options);
  } catch (error) {
    fill(root, h("div.designed.broken", { role: "alert" }, h("h2", null, "文件已损坏 · This file is damaged"), h("p", null, "页面中的数据读不出来，可能没有下载完整，或浏览器过旧。请重新取得文件，用新版浏览器打开。 The data in this page cannot be read; the download may be incomplete, or the browser too old. Please get the file again."), h("p.small", null, String(error).slice(0, 200))));
  }
}

/** @param {HTMLElement} root @param {Graph} graph @param {object} options */
async function open(root, graph, options) {
  const app = /** @type {App} */ (/** @type {unknown} */ ({ graph, ways: [] }));
  app.searchBox = createSearchBox(app);
  const parts = createFrame(app.searchBox.box);
  root.append(parts.header, parts.rail, parts.stage, parts.panel, parts.timeline, parts.help, parts.toast);
  const first = firstState(graph, parts.stage);
  app.store = createStore(graph, first);
  const saved = document.querySelector('meta[name="view"]')?.getAttribute("content") ?? "";
  const initial = decode(graph, first, location.hash.length > 1 ? location.hash : saved);
  document.documentElement.dataset.theme = initial.theme;
  useLanguage(initial.lang);
  Object.assign(app, createActions(app, parts));
  app.drawing = createDrawing(parts.canvas, graph, options, {
    click: app.click,
    focus: app.focus,
    margin: () => ({ top: parts.bar.offsetHeight + 22, bottom: 48 }),
    hover: (target, at) => showTip(app, parts, target, at),
  });
  const table = createTable(app, parts.table);
  bindKeys(app);
  bindDrawingKeys(app, parts.canvas);
  bindSheet(parts);
  app.store.set(initial);
  bindPrinting(app);
  window.unigraph = Object.freeze({
    boxes: app.drawing.boxes,
    where: (name) => app.drawing.where(graph.things.find((x) => x.name === name)?.index ?? -1),
  });
  const shown = app.store.get();
  for (const step of steps(app, parts, table, shown, shown)) {
    step();
    if (graph.facts.length > AT_ONCE) await rest();
  }
  const redraw = (/** @type {State} */ state, /** @type {State} */ before) => steps(app, parts, table, state, before).forEach((step) => step());
  if (app.store.get() !== shown) redraw(app.store.get(), shown);
  app.store.listen(redraw);
}

/** Paper is white: the drawing is redrawn in dark ink for it. @param {App} app */
function bindPrinting(app) {
  const dressed = (/** @type {string} */ theme) => {
    document.documentElement.dataset.theme = theme;
    app.drawing.recolor();
  };
  addEventListener("beforeprint", () => dressed("light"));
  addEventListener("afterprint", () => dressed(app.store.get().theme));
}

/** @param {Graph} graph @param {HTMLElement} stage @returns {State} */
function firstState(graph, stage) {
  const room = Math.round((stage.clientWidth * stage.clientHeight) / ROOM);
  return Object.freeze({
    ...START,
    lang: graph.lang,
    theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    alone: !graph.links.length,
    limit: Math.min(graph.top, FIRST_SIGHT, Math.max(30, room)),
  });
}

/** @type {(keyof State)[]} */
const FILTERS = ["classes", "predicates", "articles", "sources", "min", "range", "candidates", "alone"];
/** @type {(keyof State)[]} */
const SCOPE = ["focus", "steps", "limit", "path", ...FILTERS];

/**
 * What a change of state asks for, step by step; between the steps of opening a large graph the page rests.
 * @param {App} app @param {Parts} parts @param {{show(sifted: Sifted): void}} table @param {State} state @param {State} before
 * @returns {(() => void)[]}
 */
function steps(app, parts, table, state, before) {
  const opening = app.sifted === undefined;
  const changed = (/** @type {(keyof State)[]} */ ...keys) => opening || keys.some((k) => state[k] !== before[k]);
  const words = changed("lang");
  const filters = changed(...FILTERS);
  return [
    () => (words || changed("theme")) && dress(app, parts, state),
    () => filters && void (app.sifted = sift(app.graph, state)),
    () => (filters || words) && showRail(app, parts.rail, state, app.sifted),
    () => (filters || words) && showTimeline(app, parts.timeline, state, app.sifted),
    () => (filters || changed("path")) && findWays(app, state),
    () => (words || changed("view", "focus", "steps", "path")) && showBar(app, parts, state),
    () => (words || changed(...SCOPE, "node", "link")) && showDrawing(app, parts, state, opening, changed),
    () => (words || filters || changed("node", "link", "path")) && showPanel(app, parts.panelBody, state, app.sifted),
    () => (words || filters || changed("view", "article", "table", "question")) && showViews(app, parts, table, state),
    () => changed("view", "article") && cover(parts, state),
    () => (words || changed("article", "passage")) && showArticle(app, parts, state, opening ? state : before),
  ];
}

/** @param {App} app @param {Parts} parts @param {State} state @param {boolean} opening @param {(...keys: (keyof State)[]) => boolean} changed */
function showDrawing(app, parts, state, opening, changed) {
  const moved = draw(app, parts, state);
  if (moved || changed("focus", "steps", "limit", "alone", "path")) app.drawing.fit(!opening, inPath(app));
  else if (changed("node") && state.node !== null && state.article === null && app.drawing.where(state.node)) app.drawing.reveal(state.node);
}

/** @param {App} app @param {Parts} parts @param {State} state @param {State} before */
function showArticle(app, parts, state, before) {
  parts.reader.hidden = state.article === null;
  if (state.article !== null) showReader(app, parts.reader, state.article, state.passage);
  if (state.article !== before.article) handOver(parts, state);
}

/** @param {App} app @param {State} state */
function findWays(app, state) {
  app.ways = state.path.length === 2 ? ways(app.graph, state.path[0], state.path[1], passing(app)) : [];
}

/** The keyboard does not go to what something else stands upon. @param {Parts} parts @param {State} state */
function cover(parts, state) {
  const covered = state.article !== null;
  for (const part of [parts.table, parts.questions, parts.bar, parts.foot, parts.note]) part.inert = covered;
  parts.canvas.inert = covered || state.view !== "graph";
}

/** What had the keyboard before the reader came. @type {Element | null} */
let reading = null;

/** The keyboard goes to the article, and back when it is closed. @param {Parts} parts @param {State} state */
function handOver(parts, state) {
  if (state.article !== null) {
    if (!parts.reader.contains(document.activeElement)) reading = document.activeElement;
    parts.reader.querySelector("h2")?.focus({ preventScroll: true });
  } else if (reading?.isConnected) {
    /** @type {HTMLElement} */ (reading).focus({ preventScroll: true });
  }
}

/** Language and theme. @param {App} app @param {Parts} parts @param {State} state */
function dress(app, parts, state) {
  document.documentElement.dataset.theme = state.theme;
  useLanguage(state.lang);
  app.searchBox.relabel();
  app.drawing.recolor();
  showHeader(app, parts, state);
  parts.grip.setAttribute("aria-label", t("sheet"));
  parts.panel.setAttribute("aria-label", t("about"));
}

/** @param {App} app @param {Parts} parts @param {{show(sifted: Sifted): void}} table @param {State} state */
function showViews(app, parts, table, state) {
  parts.table.hidden = state.view !== "table";
  parts.questions.hidden = state.view !== "questions";
  parts.stage.classList.toggle("tabular", state.view !== "graph");
  if (state.view === "table") table.show(app.sifted);
  if (state.view === "questions") showQuestions(app, parts.questions, state);
}

/** @param {App} app @returns {(link: Link) => boolean} */
const passing = (app) => (link) => link.facts.some((f) => f.a && app.sifted.passes[f.index]);

/** @param {App} app */
const inPath = (app) => (app.ways.length ? new Set(app.ways.flatMap((w) => w.things)) : null);

/** Hand the drawing what the state asks for; true where things stand elsewhere than before.
 * @param {App} app @param {Parts} parts @param {State} state */
function draw(app, parts, state) {
  const { shown, links, places, possible, moved } = scope(app, state);
  app.drawing.show(shown, links, places);
  const selected = state.node !== null ? { node: state.node } : state.link !== null ? { link: state.link } : null;
  const way = app.ways.length ? { things: app.ways.flatMap((w) => w.things), links: app.ways.flatMap((w) => w.links) } : null;
  app.drawing.select(selected, way);
  showFoot(app, parts, state, possible.filter((i) => shown.has(i)).length, possible.length);
  showNote(app, parts, state, shown.size);
  return moved;
}

void start();
