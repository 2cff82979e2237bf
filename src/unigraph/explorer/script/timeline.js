// The strip of bars: how many facts speak of each day, month or year; click or drag selects a span.

import { fill, h } from "./dom.js";
import { overlaps } from "./filter.js";
import { date, number, t } from "./words.js";

const LENGTHS = { day: 10, month: 7, year: 4 };

/** Days while there are few, then months, then years.
 * @param {string[]} values sorted @param {boolean} exact whether most facts have a day @returns {"day" | "month" | "year"} */
function unitFor(values, exact) {
  if (!exact) return span(values, 7) > 72 ? "year" : "month";
  if (span(values, 10) <= 62) return "day";
  return span(values, 7) <= 72 ? "month" : "year";
}

/** @param {string[]} values @param {number} length */
function span(values, length) {
  return series(values[0].slice(0, length), values[values.length - 1].slice(0, length), length).length;
}

/** All days, months or years from one to another, at most some thousands.
 * @param {string} first @param {string} last @param {number} length */
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

/** The strip's bars; they are the same under all filters, so that nothing jumps.
 * @type {WeakMap<Graph, Map<boolean, {length: number, bins: string[]}>>} */
const SCALES = new WeakMap();

/** @param {Graph} graph @param {boolean} candidates */
function scaleOf(graph, candidates) {
  const known = SCALES.get(graph) ?? new Map();
  SCALES.set(graph, known);
  if (!known.has(candidates)) {
    const { all, exact } = datesOf(graph, candidates);
    if (!all.length) return null;
    const length = LENGTHS[unitFor(all, exact)];
    const fine = all.filter((v) => v.length >= length).map((v) => v.slice(0, length));
    known.set(candidates, { length, bins: series(fine[0], fine[fine.length - 1], length) });
  }
  return known.get(candidates);
}

/** The dates on which something is said to have begun, sorted. @param {Graph} graph @param {boolean} candidates */
function datesOf(graph, candidates) {
  const begins = graph.days.map((d) => d.split("/")[0]);
  const used = new Uint8Array(begins.length);
  let [dated, exact] = [0, 0];
  for (const f of graph.facts) {
    if (f.day < 0 || (f.x && !candidates)) continue;
    used[f.day] = 1;
    dated += 1;
    if (begins[f.day].length === 10) exact += 1;
  }
  return { all: begins.filter((_, i) => used[i]).sort(), exact: exact * 2 >= dated };
}

/** Redraw the strip for a state. @param {App} app @param {HTMLElement} box @param {State} state @param {Sifted} sifted */
export function showTimeline(app, box, state, sifted) {
  const scale = scaleOf(app.graph, state.candidates);
  if (!scale) {
    fill(box, h("p.small", null, t("timeline.none")));
    return;
  }
  const { length, bins } = scale;
  const counts = new Map(bins.map((/** @type {string} */ b) => [b, 0]));
  let loose = sifted.undated;
  sifted.days.forEach((count, day) => {
    const key = app.graph.days[day].split("/")[0].slice(0, length);
    const known = counts.get(key);
    if (known === undefined) loose += count;
    else counts.set(key, known + count);
  });
  const most = Math.max(1, ...counts.values());
  const every = Math.ceil(bins.length / 12);
  const first = state.range ? bins.findIndex((/** @type {string} */ b) => b === state.range?.[0]) : bins.findIndex((/** @type {string} */ b) => counts.get(b));
  const bars = bins.map((/** @type {string} */ bin, /** @type {number} */ i) => bar(app, state, bin, counts.get(bin) ?? 0, most, i % every === 0, i === Math.max(0, first)));
  const strip = h("div.bars", { role: "group", "aria-label": t("timeline") }, bars);
  brush(strip, bins, (range) => app.store.set({ range }));
  fill(
    box,
    strip,
    h(
      "p.notes",
      null,
      h("span", null, state.range ? spanned(state.range) : t("timeline")),
      loose > 0 && h("span.small", null, t("timeline.undated", number(loose))),
      state.range && h("button.more", { onclick: () => app.store.set({ range: null }) }, t("timeline.clear")),
    ),
  );
}

/** @param {[string, string]} range */
function spanned([from, to]) {
  return from === to ? date(from) : date(`${from}/${to}`);
}

/** @param {App} app @param {State} state @param {string} bin @param {number} count @param {number} most @param {boolean} named
 * @param {boolean} entry whether the Tab key leads to it; arrow keys lead on to the others */
function bar(app, state, bin, count, most, named, entry) {
  const inside = !state.range || overlaps(bin, state.range);
  const words = t("timeline.bar", date(bin), number(count));
  const same = state.range && state.range[0] === bin && state.range[1] === bin;
  return h(
    `button.bar${inside ? "" : ".out"}`,
    {
      "aria-label": words,
      title: words,
      "aria-pressed": String(Boolean(state.range && inside)),
      tabindex: entry ? "0" : "-1",
      onclick: (/** @type {MouseEvent} */ e) => e.detail === 0 && app.store.set({ range: e.shiftKey && state.range ? reaching(state.range, bin) : same ? null : [bin, bin] }),
      onkeydown: step,
      "data-bin": bin,
      "data-key": bin,
    },
    h("span.fill", { "--h": `${count ? Math.max(6, (count / most) * 100) : 0}%` }),
    h("span.tick", { "data-day": named ? shortDate(bin) : null }),
  );
}

/** A span made longer, or shorter, so that it ends at a bar. @param {[string, string]} span @param {string} bin @returns {[string, string]} */
function reaching([from, to], bin) {
  return bin < from ? [bin, to] : [from, bin];
}

/** Arrow keys go from bar to bar. @param {KeyboardEvent} e */
function step(e) {
  const here = /** @type {HTMLElement} */ (e.currentTarget);
  const next = { ArrowLeft: here.previousElementSibling, ArrowRight: here.nextElementSibling, Home: here.parentElement?.firstElementChild, End: here.parentElement?.lastElementChild }[e.key];
  if (!next) return;
  /** @type {HTMLElement} */ (next).focus();
  e.preventDefault();
}

/** @param {string} bin */
function shortDate(bin) {
  const [y, m, d] = bin.split("-");
  if (d) return `${Number(m)}/${Number(d)}`;
  return m ? `${y}/${Number(m)}` : y;
}

/** Dragging from one bar to another selects both and what is between; a click alone selects one.
 * @param {HTMLElement} strip @param {string[]} bins @param {(range: [string, string] | null) => void} done */
function brush(strip, bins, done) {
  /** @type {string | null} */
  let first = null;
  const at = (/** @type {PointerEvent} */ e) => document.elementFromPoint(e.clientX, e.clientY)?.closest?.(".bar")?.getAttribute("data-bin") ?? null;
  const paint = (/** @type {string} */ a, /** @type {string} */ b) => {
    const [low, high] = a < b ? [a, b] : [b, a];
    for (const el of strip.children) el.classList.toggle("out", String(el.getAttribute("data-bin")) < low || String(el.getAttribute("data-bin")) > high);
  };
  const end = (/** @type {PointerEvent} */ e) => {
    if (first === null) return;
    const last = at(e) ?? first;
    const [low, high] = first < last ? [first, last] : [last, first];
    const whole = low === bins[0] && high === bins[bins.length - 1];
    first = null;
    done(whole && bins.length > 1 ? null : [low, high]);
  };
  strip.addEventListener("pointerdown", (e) => {
    first = at(e);
    if (first) e.preventDefault();
  });
  strip.addEventListener("pointermove", (e) => {
    const here = first && at(e);
    if (first && here) paint(first, here);
  });
  strip.addEventListener("pointerup", end);
  strip.addEventListener("pointercancel", () => (first = null));
  strip.addEventListener("pointerleave", (e) => e.buttons && end(e));
}
