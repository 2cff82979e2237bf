// What the page shows at the moment: one plain object, told to all who listen, and kept in the address's hash.

/** Stands for nothing selected, nothing filtered. @type {State} */
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
  path: [],
  table: "facts",
  question: "",
  classes: [],
  predicates: [],
  articles: [],
  sources: [],
  min: 0,
  range: null,
  candidates: false,
  alone: false,
  limit: 0,
});

/** Changes of these make a step that the browser's back key undoes. @type {(keyof State)[]} */
const STEPS = ["view", "node", "link", "article", "focus", "path", "question"];

/** Before the code of a view, where it is copied and typed. */
export const CODE = "ug:";

/** @param {Graph} graph @param {State} start the first state @returns {Store} */
export function createStore(graph, start) {
  let state = start;
  /** @type {((state: State, before: State) => void)[]} */
  const listeners = [];
  /** @param {State} next */
  const become = (next) => {
    const before = state;
    state = next;
    listeners.forEach((listen) => listen(state, before));
  };
  addEventListener("hashchange", () => {
    if (encode(graph, state, start) !== location.hash.slice(1)) become(decode(graph, start, location.hash));
  });
  /** @param {State} next */
  const set = (next) => {
    write(encode(graph, next, start), STEPS.some((k) => String(state[k]) !== String(next[k])));
    become(next);
  };
  return {
    get: () => state,
    listen: (listener) => listeners.push(listener),
    set: (patch) => set(Object.freeze({ ...state, ...patch })),
    code: () => CODE + encode(graph, { ...state, lang: start.lang, theme: start.theme }, start),
    take(code) {
      const given = code.slice(CODE.length);
      const next = decode(graph, { ...start, lang: state.lang, theme: state.theme }, given);
      set(next);
      return whole(graph, next, new URLSearchParams(given));
    },
  };
}

/** Whether a state has all that was asked for. @param {Graph} graph @param {State} state @param {URLSearchParams} given */
function whole(graph, state, given) {
  const start = { ...START, alone: !state.alone, limit: -1 };
  const has = new URLSearchParams(encode(graph, state, start));
  const free = (/** @type {string} */ key) => "lt".includes(key);
  return [...given].every(([key, value]) => free(key) || has.getAll(key).includes(value));
}

/** @param {string} hash @param {boolean} step */
function write(hash, step) {
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

/** @param {Graph} graph @param {number[]} indices */
const ids = (graph, indices) => indices.map((i) => graph.things[i].id).join(",");
/** @param {Graph} graph @param {string} value */
const indices = (graph, value) => value.split(",").flatMap((id) => graph.byId.get(id)?.index ?? []);
/** @param {{name: string}[]} rows @param {number[]} chosen */
const names = (rows, chosen) => chosen.map((i) => rows[i].name);

/**
 * Each field's short name in the hash: how it is written (empty: left out) and read again.
 * @type {Record<string, [(s: State, g: Graph, start: State) => any, (v: any, g: Graph) => Partial<State>]>}
 */
const FIELDS = {
  v: [(s) => (s.view === "graph" ? "" : s.view), (v) => ({ view: v === "table" || v === "questions" ? v : "graph" })],
  n: [(s, g) => (s.node === null ? "" : g.things[s.node].id), (v, g) => ({ node: g.byId.get(v)?.index ?? null })],
  e: [(s, g) => (s.link === null ? "" : ids(g, [g.links[s.link].from, g.links[s.link].to])), readLink],
  a: [
    (s, g) => (s.article === null ? "" : g.articles[s.article].id),
    (v, g) => ({ article: g.articles.find((a) => a.id === v)?.index ?? null }),
  ],
  f: [(s, g) => ids(g, s.focus), (v, g) => ({ focus: indices(g, v) })],
  k: [(s) => (s.steps > 1 ? s.steps : ""), (v) => ({ steps: Math.min(6, Math.max(1, Number(v) || 1)) })],
  w: [(s, g) => ids(g, s.path), (v, g) => ({ path: indices(g, v).slice(0, 2) })],
  b: [(s) => (s.table === "things" ? "things" : ""), (v) => ({ table: v === "things" ? "things" : "facts" })],
  q: [(s) => s.question, (v) => ({ question: v })],
  x: [(s, g) => names(g.classes, s.classes), (v, g) => ({ classes: numbers(g.classes, v) })],
  p: [(s, g) => names(g.predicates, s.predicates), (v, g) => ({ predicates: numbers(g.predicates, v) })],
  r: [
    (s, g) => s.articles.map((i) => g.articles[i].id),
    (v, g) => ({ articles: numbers(g.articles.map((a) => ({ name: a.id })), v) }),
  ],
  s: [
    (s, g) => s.sources.map((i) => g.sources[i]),
    (v, g) => ({ sources: numbers(g.sources.map((name) => ({ name })), v) }),
  ],
  c: [(s) => s.min || "", (v) => ({ min: Math.min(1, Math.max(0, Number(v) || 0)) })],
  d: [(s) => (s.range ? s.range.join("_") : ""), (v) => ({ range: readRange(v) })],
  u: [(s) => (s.candidates ? 1 : ""), () => ({ candidates: true })],
  i: [(s, _, start) => (s.alone === start.alone ? "" : Number(s.alone)), (v) => ({ alone: v === "1" })],
  m: [(s, _, start) => (s.limit === start.limit ? "" : s.limit), (v, g) => ({ limit: Math.min(g.top, Number(v) || 1) })],
  l: [(s, g) => (s.lang === g.lang ? "" : s.lang), (v) => ({ lang: v === "en" ? "en" : "zh" })],
  t: [(s, _, start) => (s.theme === start.theme ? "" : s.theme), (v) => ({ theme: v === "dark" ? "dark" : "light" })],
};
/** Fields that hold several values, by repetition. */
const LISTS = "xprs";

/** @param {string} value @param {Graph} graph */
function readLink(value, graph) {
  const [a, b] = indices(graph, value);
  const link = graph.things[a]?.links.find((l) => l.from === b || l.to === b);
  return { link: link?.id ?? null };
}

/** @param {string} value @returns {[string, string] | null} */
function readRange(value) {
  const [from, to, ...more] = value.split("_");
  const days = /^\d{4}(-\d\d){0,2}$/;
  return to && !more.length && days.test(from) && days.test(to) ? [from, to] : null;
}

/** Numbers of the rows with these names. @param {{name: string}[]} rows @param {string[]} values */
function numbers(rows, values) {
  const wanted = new Set(values);
  return rows.map((row, i) => (wanted.has(row.name) ? i : -1)).filter((i) => i >= 0);
}

/** @param {Graph} graph @param {State} state @param {State} start */
export function encode(graph, state, start) {
  const out = new URLSearchParams();
  for (const [key, [written]] of Object.entries(FIELDS)) {
    for (const value of [written(state, graph, start)].flat()) if (value !== "") out.append(key, value);
  }
  return out.toString();
}

/** @param {Graph} graph @param {State} start @param {string} hash @returns {State} */
export function decode(graph, start, hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  let state = { ...start };
  for (const [key, [, read]] of Object.entries(FIELDS)) {
    const values = given.getAll(key);
    if (values.length) state = { ...state, ...read(LISTS.includes(key) ? values : values[0], graph) };
  }
  return Object.freeze(state);
}
