// All facts, or all things, that pass the filters, in rows; and the same rows as a file.

import { fill, h } from "./dom.js";
import { thingLink } from "./facts.js";
import { csv, download, fileName } from "./files.js";
import { sentence } from "./model.js";
import { rest, when } from "./parts.js";
import { shorten } from "./text.js";
import { date, label, number, percent, t } from "./words.js";

const PAGE = 100;
/** More rows than this are sorted by what a name sounds like and by code points, without the rules of a language. */
const MANY = 5000;

/**
 * @template T
 * @typedef {{key: string, cls: string, value: (graph: Graph, row: T) => string | number, order?: (graph: Graph, row: T) => string | number, cell?: (app: App, row: T) => any}} Column
 */

/** @type {Column<Fact>[]} */
const FACTS = [
  { key: "subject", cls: "who", value: (g, f) => g.things[f.s].name, order: (g, f) => spoken(g.things[f.s]), cell: (app, f) => thingLink(app, app.graph.things[f.s], shorten(app.graph.things[f.s].name, 22)) },
  { key: "predicate", cls: "says", value: (g, f) => label(g.predicates[f.p]) },
  { key: "object", cls: "what", value: (g, f) => (f.o === undefined ? (f.t ?? "") : g.things[f.o].name), order: (g, f) => (f.o === undefined ? (f.t ?? "") : spoken(g.things[f.o])), cell: objectCell },
  { key: "title", cls: "says", value: (_, f) => (f.o === undefined ? "" : (f.t ?? "")) },
  { key: "date", cls: "when", value: (_, f) => f.d ?? "", cell: (_, f) => (f.d ? date(f.d) : "") },
  { key: "sure", cls: "figure", value: (_, f) => f.c ?? "", cell: (_, f) => (f.c === undefined ? "" : percent(f.c)) },
];

/** @type {Column<Thing>[]} */
const THINGS = [
  { key: "name", cls: "who", value: (_, x) => x.name, order: (_, x) => spoken(x), cell: (app, x) => thingLink(app, x, shorten(x.name, 30)) },
  { key: "class", cls: "says", value: (g, x) => label(g.classes[x.c]) },
  { key: "alias", cls: "what", value: (_, x) => x.n.slice(1).join(t("list")), cell: (_, x) => shorten(x.n.slice(1).join(t("list")), 30) },
  { key: "date", cls: "when", value: (_, x) => x.d ?? "", cell: (_, x) => (x.d ? date(x.d) : "") },
  { key: "ties", cls: "figure", value: (_, x) => x.links.length },
  { key: "facts", cls: "figure", value: (_, x) => x.facts.length },
  { key: "articles", cls: "figure", value: (_, x) => (x.m?.length ?? 0) / 2 },
];

/** @param {App} app @param {Fact} f */
function objectCell(app, f) {
  if (f.o === undefined) return date(f.t);
  const thing = app.graph.things[f.o];
  return thingLink(app, thing, shorten(thing.name, 22));
}

/** Names stand as they are spoken. @param {Thing} thing */
function spoken(thing) {
  return `${thing.py[0]} ${thing.name}`;
}

/**
 * Rows in the order of their values, those of one value as they were. What differs is compared once, and the rows by
 * numbers: a hundred thousand comparisons of words would hold up the page.
 * @template T
 * @param {T[]} rows @param {(string | number)[]} values @param {boolean} down @returns {T[]}
 */
function inOrder(rows, values, down) {
  const plain = values.length > MANY;
  const collator = new Intl.Collator("zh");
  const compare = (/** @type {any} */ a, /** @type {any} */ b) =>
    typeof a === "number" && typeof b === "number" ? a - b : plain ? (a < b ? -1 : Number(a > b)) : collator.compare(String(a), String(b));
  const different = [...new Set(values)].sort(compare);
  const ranks = new Map(different.map((v, i) => [v, down ? different.length - i : i]));
  const keys = Float64Array.from(values, (v, i) => (ranks.get(v) ?? 0) * values.length + i).sort();
  return Array.from(keys, (key) => rows[key % values.length]);
}

/** A table that keeps how it is sorted. @param {App} app @param {HTMLElement} box */
export function createTable(app, box) {
  const sorts = { facts: { column: 4, down: true }, things: { column: 4, down: true } };
  let rows = PAGE;
  /** @type {Sifted} */
  let last;

  /** @param {Sifted} sifted */
  function show(sifted) {
    last = sifted;
    const kind = app.store.get().table;
    if (kind === "facts") fill(box, head(kind), body(FACTS, facts(), kind, true));
    else fill(box, head(kind), body(THINGS, things(), kind, false));
  }

  const facts = () => app.graph.facts.filter((f) => last.passes[f.index]);
  const things = () => app.graph.things.filter((x) => last.things[x.index]);

  /** @param {"facts" | "things"} kind */
  function head(kind) {
    const choice = (/** @type {"facts" | "things"} */ k) => h("button.tab", { onclick: () => app.store.set({ table: k }), "aria-pressed": String(k === kind) }, t(`table.${k}`));
    return h("div.table-head", null, h("div.tabs", null, choice("facts"), choice("things")), h("button.action", { onclick: () => void save(kind) }, t("export.csv")));
  }

  /**
   * @template {{index: number}} T
   * @param {Column<T>[]} columns @param {T[]} all @param {"facts" | "things"} kind
   */
  function sorted(columns, all, kind) {
    const { column, down } = sorts[kind];
    const { value, order } = columns[column];
    return inOrder(all, all.map((row) => (order ?? value)(app.graph, row)), down);
  }

  /**
   * @template {Fact | Thing} T
   * @param {Column<T>[]} columns @param {T[]} all @param {"facts" | "things"} kind @param {boolean} quoted
   */
  function body(columns, all, kind, quoted) {
    const most = all.length <= 2 * PAGE ? all.length : rows;
    const shown = sorted(columns, all, kind).slice(0, most);
    const lines = shown.map((row) => h("tr", null, columns.map((c) => h(`td.${c.cls}`, null, c.cell ? c.cell(app, row) : c.value(app.graph, row))), quoted && quoteCell(app, /** @type {Fact} */ (row))));
    const headings = [...columns.map((c, i) => heading(c.key, i, kind)), quoted && h("th", { scope: "col" }, t("table.sentence"))];
    return [
      h("table", null, h("caption", null, t(`table.${kind}.caption`, number(all.length))), h("thead", null, h("tr", null, headings)), h("tbody", null, lines)),
      all.length > most && h("button.action", { onclick: () => ((rows += PAGE * 4), show(last)) }, t("more", number(all.length - most))),
    ];
  }

  /** @param {string} key @param {number} i @param {"facts" | "things"} kind */
  function heading(key, i, kind) {
    const by = sorts[kind];
    const order = by.column === i ? (by.down ? "descending" : "ascending") : "none";
    const sort = () => {
      sorts[kind] = { column: i, down: by.column === i ? !by.down : false };
      show(last);
    };
    const sign = { ascending: " ↑", descending: " ↓", none: "" }[order];
    return h("th", { "aria-sort": order, scope: "col" }, h("button", { onclick: sort, "data-key": `column ${key}` }, t(`table.${key}`), h("span", { "aria-hidden": "true" }, sign)));
  }

  /** @param {"facts" | "things"} kind */
  async function save(kind) {
    const content = kind === "facts" ? await factRows(app, sorted(FACTS, facts(), kind)) : rowsOf(app.graph, THINGS, sorted(THINGS, things(), kind));
    download(fileName(`${app.graph.title || t("title")} ${t(`table.${kind}`)}`, ".csv"), csv(content));
  }

  return { show };
}

/**
 * @template {Fact | Thing} T
 * @param {Graph} graph @param {Column<T>[]} columns @param {T[]} rows
 */
function rowsOf(graph, columns, rows) {
  return [columns.map((c) => t(`table.${c.key}`)), ...rows.map((row) => columns.map((c) => c.value(graph, row)))];
}

/** Facts with their sentences and articles. @param {App} app @param {Fact[]} facts */
async function factRows(app, facts) {
  const out = rowsOf(app.graph, FACTS, facts);
  out[0].push(t("table.sentence"), t("search.article"), t("table.published"), t("table.rule"));
  for (const [i, f] of facts.entries()) {
    const [e] = await app.graph.evidence(f);
    if (e) {
      const article = app.graph.articles[e.article];
      out[i + 1].push(sentence(await app.graph.text(e.article), e.sentence)?.text.trim() ?? "", article.t, article.d ?? "", app.graph.rules[e.rule]);
    }
    if (i % 2000 === 0) await rest();
  }
  return out;
}

/** @param {App} app @param {Fact} f */
function quoteCell(app, f) {
  const cell = h("td.quote", null);
  const article = f.a?.[0];
  if (article === undefined || f.q === undefined) return cell;
  const index = f.q;
  when(app.graph.text(article), (text) => {
    const words = sentence(text, index)?.text.trim() || t("read");
    cell.append(h("button.read", { onclick: () => app.read(article, index), title: words.slice(0, 300) }, shorten(words, 46)));
  });
  return cell;
}
