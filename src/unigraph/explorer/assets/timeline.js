// The strip of bars: how many facts speak of each day, month or year; click or drag selects a span.

import { fill, h } from "./dom.js";
import { overlaps } from "./filter.js";
import { date, number, t } from "./words.js";

const LENGTHS = { day: 10, month: 7, year: 4 };

/** Days while there are few, then months, then years. */
function unitFor(values) {
  const days = values.filter((v) => v.length === 10);
  if (days.length < values.length / 2) return span(values, 7) > 72 ? "year" : "month";
  if (span(values, 10) <= 62) return "day";
  return span(values, 7) <= 72 ? "month" : "year";
}

function span(values, length) {
  const cut = values.map((v) => v.slice(0, length)).sort();
  return series(cut[0], cut[cut.length - 1], length).length;
}

/** All days, months or years from one to another, at most some thousands. */
function series(first, last, length) {
  const out = [];
  const parts = first.split("-").map(Number);
  const at = new Date(0);
  at.setUTCFullYear(parts[0], (parts[1] ?? 1) - 1, parts[2] ?? 1);
  while (out.length < 4000) {
    const text = `${String(at.getUTCFullYear()).padStart(4, "0")}${at.toISOString().slice(-20, -14)}`.slice(0, length);
    out.push(text);
    if (text >= last) break;
    if (length === 10) at.setUTCDate(at.getUTCDate() + 1);
    else if (length === 7) at.setUTCMonth(at.getUTCMonth() + 1);
    else at.setUTCFullYear(at.getUTCFullYear() + 1);
  }
  return out;
}

/** Redraw the strip for a state. */
export function showTimeline(app, box, state, sifted) {
  const all = app.graph.facts.filter((f) => f.d && (!f.x || state.candidates)).map((f) => f.d.split("/")[0]);
  if (!all.length) {
    fill(box, h("p.small", null, t("timeline.none")));
    return;
  }
  const unit = unitFor(all);
  const length = LENGTHS[unit];
  const sorted = all.filter((v) => v.length >= length).map((v) => v.slice(0, length)).sort();
  const bins = series(sorted[0], sorted[sorted.length - 1], length);
  const counts = new Map(bins.map((b) => [b, 0]));
  let loose = 0;
  for (const fact of sifted.dated) {
    const key = fact.d?.split("/")[0].slice(0, length);
    if (key && counts.has(key)) counts.set(key, counts.get(key) + 1);
    else loose += 1;
  }
  const most = Math.max(1, ...counts.values());
  const every = Math.ceil(bins.length / 12);
  const bars = bins.map((bin, i) => bar(app, state, bin, counts.get(bin), most, i % every === 0));
  const strip = h("div.bars", { role: "group", "aria-label": t("timeline") }, bars);
  brush(strip, bins, (range) => app.store.set({ range }));
  fill(
    box,
    strip,
    h(
      "p.notes",
      null,
      h("span", null, state.range ? span2(state.range) : t("timeline")),
      loose > 0 && h("span.small", null, t("timeline.undated", number(loose))),
      state.range && h("button.more", { onclick: () => app.store.set({ range: null }) }, t("timeline.clear")),
    ),
  );
}

function span2([from, to]) {
  return from === to ? date(from) : date(`${from}/${to}`);
}

function bar(app, state, bin, count, most, named) {
  const inside = !state.range || overlaps(bin, state.range);
  const words = t("timeline.bar", date(bin), number(count));
  const same = state.range && state.range[0] === bin && state.range[1] === bin;
  return h(
    `button.bar${inside ? "" : ".out"}`,
    {
      "aria-label": words,
      title: words,
      "aria-pressed": String(Boolean(state.range && inside)),
      onclick: (e) => e.detail === 0 && app.store.set({ range: same ? null : [bin, bin] }),
      "data-bin": bin,
    },
    h("span.fill", { "--h": `${count ? Math.max(6, (count / most) * 100) : 0}%` }),
    h("span.tick", null, named ? shortDate(bin) : ""),
  );
}

function shortDate(bin) {
  const [y, m, d] = bin.split("-");
  if (d) return `${Number(m)}/${Number(d)}`;
  return m ? `${y}/${Number(m)}` : y;
}

/** Dragging from one bar to another selects both and what is between; a click alone selects one. */
function brush(strip, bins, done) {
  let first = null;
  const at = (e) => document.elementFromPoint(e.clientX, e.clientY)?.closest?.(".bar")?.getAttribute("data-bin") ?? null;
  const paint = (a, b) => {
    const [low, high] = a < b ? [a, b] : [b, a];
    for (const el of strip.children) el.classList.toggle("out", el.dataset.bin < low || el.dataset.bin > high);
  };
  strip.addEventListener("pointerdown", (e) => {
    first = at(e);
    if (first) e.preventDefault();
  });
  strip.addEventListener("pointermove", (e) => {
    const here = first && at(e);
    if (here) paint(first, here);
  });
  const end = (e) => {
    if (!first) return;
    const last = at(e) ?? first;
    const [low, high] = first < last ? [first, last] : [last, first];
    const whole = low === bins[0] && high === bins[bins.length - 1];
    first = null;
    done(whole && bins.length > 1 ? null : [low, high]);
  };
  strip.addEventListener("pointerup", end);
  strip.addEventListener("pointercancel", () => (first = null));
  strip.addEventListener("pointerleave", (e) => e.buttons && end(e));
}
