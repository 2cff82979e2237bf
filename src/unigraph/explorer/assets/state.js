// What the page shows at the moment: one plain object, told to all who listen, and kept in the address's hash.

/** Stands for nothing selected, nothing filtered. */
export const START = Object.freeze({
  view: "graph",
  lang: "",
  theme: "",
  node: null,
  link: null,
  article: null,
  passage: null,
  focus: [],
  steps: 1,
  classes: [],
  predicates: [],
  articles: [],
  min: 0,
  range: null,
  candidates: false,
  alone: false,
  limit: 0,
});

/** Changes of these make a step that the browser's back key undoes. */
const STEPS = ["view", "node", "link", "article", "focus"];

/** @param {any} graph @param {any} start the first state */
export function createStore(graph, start) {
  let state = start;
  const listeners = [];
  const tell = (before) => listeners.forEach((listen) => listen(state, before));
  const store = {
    get: () => state,
    listen: (listener) => listeners.push(listener),
    /** Change some fields. @param {any} patch */
    set(patch) {
      const before = state;
      state = Object.freeze({ ...state, ...patch });
      write(graph, state, start, STEPS.some((k) => String(state[k]) !== String(before[k])));
      tell(before);
    },
  };
  addEventListener("hashchange", () => {
    if (encode(graph, state, start) === location.hash.slice(1)) return;
    const before = state;
    state = decode(graph, start, location.hash);
    tell(before);
  });
  return store;
}

function write(graph, state, start, step) {
  const hash = encode(graph, state, start);
  if (hash === location.hash.slice(1)) return;
  if (step) {
    location.hash = hash;
    return;
  }
  try {
    history.replaceState(null, "", `${location.href.split("#")[0]}#${hash}`);
  } catch {
    // Inside a notebook's frame there is no address to keep the state in.
  }
}

const ids = (graph, indices) => indices.map((i) => graph.things[i].id).join(",");
const names = (rows, indices) => indices.map((i) => rows[i].name);

/** Each field's short name in the hash: how it is written (empty: left out) and read again. */
const FIELDS = {
  v: [(s) => (s.view === "table" ? "table" : ""), () => ({ view: "table" })],
  n: [(s, g) => (s.node === null ? "" : g.things[s.node].id), (v, g) => ({ node: g.byId.get(v)?.index ?? null })],
  e: [(s, g) => (s.link === null ? "" : ids(g, [g.links[s.link].from, g.links[s.link].to])), readLink],
  a: [
    (s, g) => (s.article === null ? "" : g.articles[s.article].id),
    (v, g) => ({ article: g.articles.find((a) => a.id === v)?.index ?? null }),
  ],
  f: [(s, g) => ids(g, s.focus), (v, g) => ({ focus: v.split(",").map((i) => g.byId.get(i)?.index).filter(known) })],
  k: [(s) => (s.steps > 1 ? s.steps : ""), (v) => ({ steps: Math.min(6, Math.max(1, Number(v) || 1)) })],
  x: [(s, g) => names(g.classes, s.classes), (v, g) => ({ classes: numbers(g.classes, v) })],
  p: [(s, g) => names(g.predicates, s.predicates), (v, g) => ({ predicates: numbers(g.predicates, v) })],
  r: [(s, g) => s.articles.map((i) => g.articles[i].id), (v, g) => ({ articles: numbers(g.articles, v, "id") })],
  c: [(s) => s.min || "", (v) => ({ min: Math.min(1, Math.max(0, Number(v) || 0)) })],
  d: [(s) => (s.range ? s.range.join("_") : ""), (v) => ({ range: readRange(v) })],
  u: [(s) => (s.candidates ? 1 : ""), () => ({ candidates: true })],
  i: [(s, g, start) => (s.alone === start.alone ? "" : Number(s.alone)), (v) => ({ alone: v === "1" })],
  m: [(s, g, start) => (s.limit === start.limit ? "" : s.limit), (v, g) => ({ limit: Math.min(g.top, Number(v) || 1) })],
  l: [(s, g) => (s.lang === g.lang ? "" : s.lang), (v) => ({ lang: v === "en" ? "en" : "zh" })],
  t: [(s, g, start) => (s.theme === start.theme ? "" : s.theme), (v) => ({ theme: v === "dark" ? "dark" : "light" })],
};

const known = (value) => value !== undefined;

function readLink(value, graph) {
  const [a, b] = value.split(",").map((i) => graph.byId.get(i)?.index);
  const link = graph.things[a]?.links.find((l) => l.from === b || l.to === b);
  return { link: link?.id ?? null };
}

function readRange(value) {
  const days = value.split("_");
  return days.length === 2 && days.every((d) => /^\d{4}(-\d\d){0,2}$/.test(d)) ? days : null;
}

/** Numbers of the rows with these names; names are a list in the hash by repetition. */
function numbers(rows, values, field = "name") {
  const wanted = new Set(values);
  return rows.map((row, i) => (wanted.has(row[field]) ? i : -1)).filter((i) => i >= 0);
}

export function encode(graph, state, start) {
  const out = new URLSearchParams();
  for (const [key, [written]] of Object.entries(FIELDS)) {
    for (const value of [written(state, graph, start)].flat()) if (value !== "") out.append(key, value);
  }
  return out.toString();
}

export function decode(graph, start, hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  let state = { ...start };
  for (const [key, [, read]] of Object.entries(FIELDS)) {
    const values = given.getAll(key);
    if (values.length) state = { ...state, ...read("xpr".includes(key) ? values : values[0], graph) };
  }
  return Object.freeze(state);
}
