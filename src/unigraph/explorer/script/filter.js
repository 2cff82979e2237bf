// Which things and facts pass the filters, and how many each choice of a filter would leave.

const CLASS = 1;
const PREDICATE = 2;
const DATE = 4;
const ARTICLE = 8;
const SOURCE = 16;

/** Whether two spans of days have a day in common; `2026-03` is a whole month.
 * @param {string} value @param {[string, string]} span */
export function overlaps(value, [from, to]) {
  const [begin, end = begin] = value.split("/");
  return begin.slice(0, to.length) <= to && `${end}~` >= from;
}

/**
 * passes: for each fact 1 or 0; linked: for each thing whether a passing fact links it; counts by class, predicate,
 * article, source and date.
 * @param {Graph} graph @param {State} state @returns {Sifted}
 */
export function sift(graph, state) {
  const test = tester(graph, state);
  /** @type {Sifted} */
  const out = {
    passes: new Uint8Array(graph.facts.length),
    linked: new Uint8Array(graph.things.length),
    things: new Uint8Array(graph.things.length),
    classOff: test.classOff,
    facts: 0,
    classes: graph.classes.map(() => 0),
    predicates: graph.predicates.map(() => 0),
    articles: graph.articles.map(() => 0),
    sources: graph.sources.map(() => 0),
    days: graph.days.map(() => 0),
    undated: 0,
  };
  const counted = new Uint8Array(graph.things.length);
  for (const fact of graph.facts) {
    if (fact.x && !state.candidates) continue;
    if (fact.sure < state.min) continue;
    count(out, counted, fact, test.failures(fact));
  }
  const narrowed = state.predicates.length || state.articles.length || state.sources.length || state.range || state.min > 0;
  // Of one class alone, whose things are tied through others, the things are shown without their ties.
  const bare = state.classes.length > 0 && !out.linked.includes(1);
  for (const thing of graph.things) {
    const alone = state.alone && !narrowed && !thing.links.length;
    if (counted[thing.index] || alone) out.classes[thing.c] += 1;
    if ((out.linked[thing.index] || alone || (bare && counted[thing.index])) && !test.classOff[thing.c]) out.things[thing.index] = 1;
  }
  return out;
}

/** @param {Sifted} out @param {Uint8Array} counted @param {Fact} fact @param {number} fails */
function count(out, counted, fact, fails) {
  if (!fails) pass(out, fact);
  if (!(fails & ~CLASS)) {
    counted[fact.s] = 1;
    if (fact.o !== undefined) counted[fact.o] = 1;
  }
  if (!(fails & ~PREDICATE)) out.predicates[fact.p] += 1;
  if (!(fails & ~ARTICLE)) if (fact.a) for (const a of fact.a) out.articles[a] += 1;
  if (!(fails & ~SOURCE)) for (const s of fact.from) out.sources[s] += 1;
  if (fails & ~DATE) return;
  if (fact.day < 0) out.undated += 1;
  else out.days[fact.day] += 1;
}

/** What each filter says of a fact. @param {Graph} graph @param {State} state */
function tester(graph, state) {
  const classOff = graph.classes.map((c, i) => state.classes.includes(i) || state.classes.includes(c.up));
  const predicateOff = graph.predicates.map((_, i) => state.predicates.includes(i));
  const articles = state.articles.length ? new Set(state.articles) : null;
  const sources = state.sources.length ? new Set(state.sources) : null;
  const { range } = state;
  const hidden = Uint8Array.from(graph.things, (x) => Number(classOff[x.c]));
  const outside = Uint8Array.from(graph.days, (d) => Number(range !== null && !overlaps(d, range)));
  /** @param {Fact} fact */
  const failures = (fact) => {
    const off = hidden[fact.s] || (fact.o !== undefined && hidden[fact.o]);
    return (
      (off ? CLASS : 0) |
      (predicateOff[fact.p] ? PREDICATE : 0) |
      (range && (fact.day < 0 || outside[fact.day]) ? DATE : 0) |
      (articles && !fact.a?.some((a) => articles.has(a)) ? ARTICLE : 0) |
      (sources && !fact.from.some((s) => sources.has(s)) ? SOURCE : 0)
    );
  };
  return { classOff, failures };
}

/** @param {Sifted} out @param {Fact} fact */
function pass(out, fact) {
  out.passes[fact.index] = 1;
  out.facts += 1;
  if (fact.link) {
    out.linked[fact.link.from] = 1;
    out.linked[fact.link.to] = 1;
  }
}

/** Whether anything is filtered at all. @param {State} state */
export function filtering(state) {
  const { classes, predicates, articles, sources, range, min } = state;
  return Boolean(classes.length || predicates.length || articles.length || sources.length || range || min);
}

/** @type {Partial<State>} */
export const UNFILTERED = Object.freeze({ classes: [], predicates: [], articles: [], sources: [], range: null, min: 0 });
