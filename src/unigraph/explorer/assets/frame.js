// What stands around the drawing: header, tabs, breadcrumb, the line that says what is drawn, and the keys.

import { fill, h } from "./dom.js";
import { filtering } from "./filter.js";
import { shorten } from "./text.js";
import { date, label, number, t } from "./words.js";

/** The empty frame: an element for each part. */
export function createFrame(searchBox) {
  const parts = {
    header: h("header.top", null),
    brand: h("div.brand", null),
    tools: h("div.tools", null),
    rail: h("nav.rail", { id: "rail" }),
    stage: h("main.stage", { id: "stage" }),
    bar: h("div.stage-bar", null),
    canvas: h("div.canvas", { id: "canvas", role: "img" }),
    table: h("div.table", { id: "table", hidden: true }),
    reader: h("div.reader", { id: "reader", hidden: true }),
    note: h("div.designed.over-stage", { hidden: true, role: "status" }),
    foot: h("div.stage-foot", null),
    tip: h("div.tip", { hidden: true, role: "tooltip" }),
    panel: h("aside.panel", { id: "panel", "aria-live": "polite" }),
    grip: h("button.grip", null),
    panelBody: h("div.panel-body", { id: "panel-body", tabindex: "-1" }),
    timeline: h("footer.timeline", { id: "timeline" }),
    help: h("dialog.help", null),
  };
  parts.header.append(parts.brand, searchBox, parts.tools);
  parts.stage.append(parts.canvas, parts.table, parts.note, parts.reader, parts.bar, parts.foot, parts.tip);
  parts.panel.append(parts.grip, parts.panelBody);
  return parts;
}

export function showHeader(app, parts, state) {
  const { graph } = app;
  const days = graph.articles.map((a) => a.d).filter(Boolean).sort();
  const [from, to] = [days[0], days[days.length - 1]];
  const about = [t("count.articles", number(graph.articles.length)), from && (from === to ? date(from) : date(`${from}/${to}`))];
  fill(parts.brand, h("button.open-rail", { onclick: app.toggleRail, "aria-label": t("rail"), title: t("rail") }, "☰"), h("div", null, h("h1", null, h("bdi", null, graph.title || t("title"))), h("p", null, about.filter(Boolean).join(" · "))));
  const dark = state.theme === "dark";
  fill(
    parts.tools,
    h("button", { onclick: () => app.store.set({ lang: state.lang === "zh" ? "en" : "zh" }), "aria-label": t("language"), title: t("language") }, t("language.short")),
    h("button", { onclick: () => app.store.set({ theme: dark ? "light" : "dark" }), "aria-label": t("theme"), title: t("theme"), "aria-pressed": String(dark) }, dark ? "☀" : "☾"),
    h("button", { onclick: app.help, "aria-label": t("help"), title: t("help") }, "?"),
  );
}

export function showBar(app, parts, state) {
  const tab = (view) => h("button.tab", { onclick: () => app.store.set({ view, article: null }), "aria-pressed": String(state.view === view) }, t(`tab.${view}`));
  const crumbs = [h("button.crumb", { onclick: () => app.store.set({ focus: [], steps: 1 }) }, t("overview"))];
  state.focus.forEach((index, i) => {
    const last = i === state.focus.length - 1;
    crumbs.push(h("span", { "aria-hidden": "true" }, "›"), h("button.crumb", { "aria-current": last && "true", onclick: () => app.store.set({ focus: state.focus.slice(0, i + 1) }) }, h("bdi", null, shorten(app.graph.things[index].name, 12))));
  });
  const further = state.focus.length > 0 && [
    state.steps > 1 && h("button.more", { onclick: () => app.store.set({ steps: state.steps - 1 }) }, t("steps.less")),
    state.steps < 6 && h("button.more", { onclick: () => app.store.set({ steps: state.steps + 1 }) }, t("steps.more")),
  ];
  fill(parts.bar, h("div.tabs", null, tab("graph"), tab("table")), state.focus.length > 0 && h("nav.crumbs", { "aria-label": t("overview") }, crumbs, further));
}

export function showFoot(app, parts, state, drawn, possible) {
  const zoom = (key, sign, act) => h("button", { onclick: act, "aria-label": t(key), title: t(key) }, sign);
  const more = Math.min(possible, app.graph.top) - state.limit;
  fill(
    parts.foot,
    h("div.zoom", null, zoom("zoom.in", "＋", () => app.drawing.zoom(1.35)), zoom("zoom.out", "－", () => app.drawing.zoom(1 / 1.35)), zoom("zoom.fit", "⤢", () => app.drawing.fit())),
    h(
      "p.drawn",
      { "aria-live": "polite", title: drawn < possible ? t("drawn.help") : null },
      t("drawn", number(drawn), number(possible)),
      drawn < possible && more > 0 && h("button.more", { onclick: () => app.store.set({ limit: Math.min(app.graph.top, state.limit + 150) }) }, t("drawn.more", number(Math.min(150, more)))),
    ),
  );
  parts.canvas.setAttribute("aria-label", t("drawing"));
}

/** What stands in the middle where nothing is drawn. */
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

/** Each filter in force with what lifts it. */
function inForce(app, state) {
  const { graph } = app;
  const listed = (indices, rows) => indices.slice(0, 3).map((i) => label(rows[i])).join("、") + (indices.length > 3 ? "…" : "");
  return [
    state.classes.length && [`${t("legend")}: − ${listed(state.classes, graph.classes)}`, { classes: [] }],
    state.predicates.length && [`${t("predicates")}: − ${listed(state.predicates, graph.predicates)}`, { predicates: [] }],
    state.min && [`${t("confidence")} ≥ ${Math.round(state.min * 100)}%`, { min: 0 }],
    state.range && [date(state.range[0] === state.range[1] ? state.range[0] : state.range.join("/")), { range: null }],
    state.articles.length && [`${t("articles")}: ${state.articles.length}`, { articles: [] }],
  ].filter(Boolean);
}

export function showHelp(parts) {
  const rows = [["/", "key.search"], ["Esc", "key.back"], ["+ − 0", "key.zoom"], ["T", "key.table"], ["?", "key.help"]].map(([key, words]) => [h("dt", null, h("kbd", null, key)), h("dd", null, t(words))]);
  const mouse = ["mouse.click", "mouse.double"].map((key) => [h("dt", null, t(key)), h("dd", null, t(`${key}.text`))]);
  fill(parts.help, h("h2", null, t("help")), h("dl", null, rows, mouse), h("button.action", { onclick: () => parts.help.close() }, t("close")));
}

/** The words beside the pointer: the whole name, or what a line says. */
export function showTip(app, parts, target, at) {
  parts.tip.hidden = !target || !at;
  if (parts.tip.hidden) return;
  const { graph } = app;
  if (target.node !== undefined) {
    const thing = graph.things[target.node];
    fill(parts.tip, h("strong", null, h("bdi", null, shorten(thing.name, 120))), h("span", null, `${label(graph.classes[thing.c])} · ${t("count.facts", number(thing.facts.length))}`));
  } else {
    const { from, to, facts } = graph.links[target.link];
    const says = [...new Set(facts.map((f) => label(graph.predicates[f.p]) + (f.t ? `：${f.t}` : "")))].slice(0, 6);
    fill(parts.tip, h("strong", null, h("bdi", null, shorten(graph.things[from].name, 24)), " — ", h("bdi", null, shorten(graph.things[to].name, 24))), says.map((s) => h("span", null, shorten(s, 40))));
  }
  const room = parts.stage.getBoundingClientRect();
  const { offsetWidth: w, offsetHeight: height } = parts.tip;
  const top = parts.canvas.offsetTop + at.y;
  parts.tip.style.setProperty("left", `${Math.max(8, Math.min(at.x + 14, room.width - w - 8))}px`);
  parts.tip.style.setProperty("top", `${top + height + 26 > room.height ? top - height - 12 : top + 18}px`);
}
