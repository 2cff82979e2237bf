// What stands around the drawing: header, tabs, breadcrumb, the line that says what is drawn, and the keys.

import { fill, h } from "./dom.js";
import { copy, download, fileName, pageAt } from "./files.js";
import { filtering } from "./filter.js";
import { sign } from "./shapes.js";
import { CODE } from "./state.js";
import { shorten } from "./text.js";
import { date, label, number, said, t } from "./words.js";

/** The empty frame: an element for each part. @param {HTMLElement} searchBox @returns {Parts} */
export function createFrame(searchBox) {
  const parts = {
    header: h("header.top", null),
    brand: h("div.brand", null),
    tools: h("div.tools", null),
    rail: h("nav.rail", { id: "rail" }),
    stage: h("main.stage", { id: "stage" }),
    bar: h("div.stage-bar", null),
    canvas: h("div.canvas", { id: "canvas", role: "application", tabindex: "0" }),
    table: h("div.table", { id: "table", hidden: true, tabindex: "0", role: "region" }),
    questions: h("div.questions", { id: "questions", hidden: true, tabindex: "0", role: "region" }),
    reader: h("div.reader", { id: "reader", hidden: true, tabindex: "0", role: "region" }),
    note: h("div.designed.over-stage", { hidden: true, role: "status" }),
    foot: h("div.stage-foot", null),
    tip: h("div.tip", { hidden: true, role: "tooltip" }),
    panel: h("aside.panel", { id: "panel" }),
    grip: h("button.grip", null),
    panelBody: h("div.panel-body", { id: "panel-body", tabindex: "0", role: "region", "aria-live": "polite" }),
    timeline: h("footer.timeline", { id: "timeline" }),
    help: /** @type {HTMLDialogElement} */ (h("dialog.help", null)),
    toast: h("div.toast", { hidden: true, role: "status" }),
  };
  parts.header.append(parts.brand, searchBox, parts.tools);
  parts.stage.append(parts.canvas, parts.table, parts.questions, parts.note, parts.reader, parts.bar, parts.foot, parts.tip);
  parts.panel.append(parts.grip, parts.panelBody);
  return parts;
}

/** @param {App} app @param {Parts} parts @param {State} state */
export function showHeader(app, parts, state) {
  const { graph } = app;
  const days = graph.articles.flatMap((a) => a.d ?? []).sort();
  const [from, to] = [days[0], days[days.length - 1]];
  const about = [t("count.articles", number(graph.articles.length)), from && (from === to ? date(from) : date(`${from}/${to}`))];
  fill(parts.brand, h("button.open-rail", { onclick: app.toggleRail, "aria-label": t("rail"), title: t("rail") }, "☰"), h("div", null, h("h1", null, h("bdi", null, graph.title || t("title"))), h("p", null, about.filter(Boolean).join(" · "))));
  const dark = state.theme === "dark";
  fill(
    parts.tools,
    tool("view.copy", sign("copy"), () => void copyView(app)),
    tool("view.save", sign("save"), () => saveView(app)),
    h("button", { onclick: () => app.store.set({ lang: state.lang === "zh" ? "en" : "zh" }), "aria-label": `${t("language.short")} ${t("language")}`, title: t("language") }, t("language.short")),
    h("button", { onclick: () => app.store.set({ theme: dark ? "light" : "dark" }), "aria-label": t("theme"), title: t("theme"), "aria-pressed": String(dark) }, dark ? "☀" : "☾"),
    tool("help", "?", app.help),
  );
  const named = /** @type {[HTMLElement, string][]} */ ([[parts.rail, "rail"], [parts.table, "tab.table"], [parts.questions, "tab.questions"], [parts.reader, "search.article"], [parts.panelBody, "about"]]);
  for (const [part, key] of named) part.setAttribute("aria-label", t(key));
}

/** @param {string} key @param {string | Node} face @param {() => void} act */
function tool(key, face, act) {
  return h("button", { onclick: act, "aria-label": t(key), title: t(key) }, face);
}

/** @param {App} app */
async function copyView(app) {
  const code = app.store.code();
  app.say((await copy(code)) ? t("view.copied", shorten(code, 40)) : t("view.uncopied", code));
}

/** @param {App} app */
function saveView(app) {
  const view = app.store.code().slice(CODE.length);
  download(fileName(app.graph.title || document.title, ".html"), pageAt(view));
  app.say(t("view.saved"));
}

/** @param {App} app @param {Parts} parts @param {State} state */
export function showBar(app, parts, state) {
  const tab = (/** @type {State["view"]} */ view) => h("button.tab", { onclick: () => app.store.set({ view, article: null }), "aria-pressed": String(state.view === view) }, t(`tab.${view}`));
  fill(parts.bar, h("div.tabs", null, tab("graph"), tab("table"), tab("questions")), breadcrumb(app, state));
}

/** @param {App} app @param {State} state */
function breadcrumb(app, state) {
  const { things } = app.graph;
  const crumb = (/** @type {any} */ props, /** @type {string} */ words, room = 12) => h("button.crumb", props, h("bdi", null, shorten(words, room)));
  const crumbs = [crumb({ onclick: () => app.store.set({ focus: [], path: [], steps: 1 }) }, t("overview"))];
  const next = () => h("span", { "aria-hidden": "true" }, "›");
  state.focus.forEach((index, i) => {
    const last = i === state.focus.length - 1;
    crumbs.push(next(), crumb({ "aria-current": last && "true", onclick: () => app.store.set({ focus: state.focus.slice(0, i + 1) }) }, things[index].name));
  });
  if (state.path.length === 2) {
    const [from, to] = state.path.map((i) => shorten(things[i].name, 8));
    crumbs.push(next(), crumb({ "aria-current": "true", onclick: () => app.store.set({ node: null, link: null }) }, `${from} ↔ ${to}`, 24));
  }
  const further = state.focus.length > 0 && [
    state.steps > 1 && h("button.more", { onclick: () => app.store.set({ steps: state.steps - 1 }) }, t("steps.less")),
    state.steps < 6 && h("button.more", { onclick: () => app.store.set({ steps: state.steps + 1 }) }, t("steps.more")),
  ];
  return crumbs.length > 1 && h("nav.crumbs", { "aria-label": t("overview") }, crumbs, further);
}

/** @param {App} app @param {Parts} parts @param {State} state @param {number} drawn @param {number} possible */
export function showFoot(app, parts, state, drawn, possible) {
  const { top, left, title } = app.graph;
  const more = Math.min(possible, top) - state.limit;
  const png = async () => download(fileName(title, ".png"), await app.drawing.picture());
  const svg = () => download(fileName(title, ".svg"), new Blob([app.drawing.vector()], { type: "image/svg+xml" }));
  fill(
    parts.foot,
    h(
      "div.zoom",
      { role: "group", "aria-label": t("drawing.tools") },
      tool("zoom.in", "+", () => app.drawing.zoom(1.35)),
      tool("zoom.out", "−", () => app.drawing.zoom(1 / 1.35)),
      tool("zoom.fit", "⤢", () => app.drawing.fit()),
      tool("export.png", "PNG", () => void png()),
      tool("export.svg", "SVG", svg),
    ),
    h(
      "p.drawn",
      { "aria-live": "polite", title: drawn < possible ? t("drawn.help") : null },
      t("drawn", number(drawn), number(possible)),
      left.things > 0 && h("span", { title: t("left.help") }, t("left", number(left.things))),
      drawn < possible && more > 0 && h("button.more", { onclick: () => app.store.set({ limit: Math.min(top, state.limit + 150) }) }, t("drawn.more", number(Math.min(150, more)))),
    ),
  );
  parts.canvas.setAttribute("aria-label", t("drawing"));
}

/** What stands in the middle where nothing is drawn. @param {App} app @param {Parts} parts @param {State} state @param {number} possible */
export function showNote(app, parts, state, possible) {
  const { graph } = app;
  const nothing = possible === 0;
  parts.note.hidden = !nothing;
  parts.foot.hidden = nothing;
  if (!nothing) return;
  if (!graph.things.length) {
    fill(parts.note, h("h2", null, t("empty.title")), h("p", null, t("empty.text")));
    return;
  }
  const lift = inForce(app, state).map(([name, patch]) => h("button.chip", { onclick: () => app.store.set(patch) }, name, " ×"));
  fill(parts.note, h("h2", null, t("nomatch.title")), lift.length > 0 && h("p", null, t("nomatch.text", ""), lift), filtering(state) && h("button.action", { onclick: app.clear }, t("clear")));
}

/** Each filter in force with what lifts it. @param {App} app @param {State} state @returns {[string, Partial<State>][]} */
function inForce(app, state) {
  const { graph } = app;
  const listed = (/** @type {number[]} */ indices, /** @type {Words[]} */ rows) => indices.slice(0, 3).map((i) => label(rows[i])).join(t("list")) + (indices.length > 3 ? "…" : "");
  /** @type {[string, Partial<State>][]} */
  const out = [];
  if (state.classes.length) out.push([`${t("legend")}: − ${listed(state.classes, graph.classes)}`, { classes: [] }]);
  if (state.predicates.length) out.push([`${t("predicates")}: − ${listed(state.predicates, graph.predicates)}`, { predicates: [] }]);
  if (state.min) out.push([`${t("confidence")} ≥ ${Math.round(state.min * 100)}%`, { min: 0 }]);
  if (state.range) out.push([date(state.range[0] === state.range[1] ? state.range[0] : state.range.join("/")), { range: null }]);
  if (state.articles.length) out.push([`${t("articles")}: ${state.articles.length}`, { articles: [] }]);
  if (state.sources.length) out.push([`${t("sources")}: ${state.sources.length}`, { sources: [] }]);
  return out;
}

const KEYS = [["/", "search"], ["Esc", "back"], ["+ − 0", "zoom"], ["← ↑ → ↓", "arrows"], ["F", "focus"], ["P", "path"], ["G T Q", "views"], ["?", "help"]];

/** @param {Parts} parts */
export function showHelp(parts) {
  const rows = KEYS.map(([key, words]) => [h("dt", null, h("kbd", null, key)), h("dd", null, t(`key.${words}`))]);
  const mouse = ["mouse.click", "mouse.double", "mouse.shift"].map((key) => [h("dt", null, t(key)), h("dd", null, t(`${key}.text`))]);
  parts.help.setAttribute("aria-label", t("help"));
  fill(parts.help, h("h2", null, t("help")), h("dl", null, rows, mouse), h("button.action", { onclick: () => parts.help.close() }, t("close")));
}

/** The words beside the pointer: the whole name, or what a line says.
 * @param {App} app @param {Parts} parts @param {Target | null} target @param {Point | null} at */
export function showTip(app, parts, target, at) {
  parts.tip.hidden = !target || !at;
  if (!target || !at) return;
  const { graph } = app;
  if (target.node !== undefined) {
    const thing = graph.things[target.node];
    fill(parts.tip, h("strong", null, h("bdi", null, shorten(thing.name, 120))), h("span", null, `${label(graph.classes[thing.c])} · ${t("count.facts", number(thing.facts.length))}`));
  } else if (target.link !== undefined) {
    const { from, to, facts } = graph.links[target.link];
    const says = [...new Set(facts.map((f) => said(label(graph.predicates[f.p]), f.t)))].slice(0, 6);
    fill(parts.tip, h("strong", null, h("bdi", null, shorten(graph.things[from].name, 24)), " — ", h("bdi", null, shorten(graph.things[to].name, 24))), says.map((s) => h("span", null, shorten(s, 40))));
  }
  const room = parts.stage.getBoundingClientRect();
  const { offsetWidth: w, offsetHeight: height } = parts.tip;
  const top = parts.canvas.offsetTop + at.y;
  parts.tip.style.setProperty("left", `${Math.max(8, Math.min(at.x + 14, room.width - w - 8))}px`);
  parts.tip.style.setProperty("top", `${top + height + 26 > room.height ? top - height - 12 : top + 18}px`);
}
