// Which things and facts pass the filters, and how many each choice of a filter would leave.

const CLASS = 1;
const PREDICATE = 2;
const DATE = 4;
const ARTICLE = 8;

/** Whether two spans of days have a day in common; `2026-03` is a whole month. */
export function overlaps(value, [from, to]) {
  const [begin, end = begin] = value.split("/");
  return begin.slice(0, to.length) <= to && `${end}~` >= from;
}

/**
 * @returns passes: for each fact 1 or 0; linked: for each thing whether a passing fact links it; counts by class,
 * predicate, article and the dated facts that pass all but the date
 */
export function sift(graph, state) {
  const classOff = graph.classes.map((c, i) => state.classes.includes(i) || state.classes.includes(c.up));
  const predicateOff = graph.predicates.map((_, i) => state.predicates.includes(i));
  const articles = state.articles.length ? new Set(state.articles) : null;
  const out = {
    passes: new Uint8Array(graph.facts.length),
    linked: new Uint8Array(graph.things.length),
    classOff,
    facts: 0,
    classes: graph.classes.map(() => 0),
    predicates: graph.predicates.map(() => 0),
    articles: graph.articles.map(() => 0),
    dated: [],
  };
  const counted = new Uint8Array(graph.things.length);
  for (const fact of graph.facts) {
    if (fact.x ? !state.candidates : false) continue;
    if (fact.sure < state.min) continue;
    const fails = failures(graph, state, fact, classOff, predicateOff, articles);
    if (!fails) pass(out, fact);
    if (!(fails & ~CLASS)) for (const end of [fact.s, fact.o]) if (end !== undefined) counted[end] = 1;
    if (!(fails & ~PREDICATE)) out.predicates[fact.p] += 1;
    if (!(fails & ~ARTICLE)) for (const a of new Set(fact.evidence.map((e) => e.article))) out.articles[a] += 1;
    if (!(fails & ~DATE)) out.dated.push(fact);
  }
  const narrowed = state.predicates.length || state.articles.length || state.range || state.min > 0;
  out.things = new Uint8Array(graph.things.length);
  for (const thing of graph.things) {
    const alone = state.alone && !narrowed && !thing.links.length;
    if (counted[thing.index] || alone) out.classes[thing.c] += 1;
    if ((out.linked[thing.index] || alone) && !classOff[thing.c]) out.things[thing.index] = 1;
  }
  return out;
}

function failures(graph, state, fact, classOff, predicateOff, articles) {
  const off = classOff[graph.things[fact.s].c] || (fact.o !== undefined && classOff[graph.things[fact.o].c]);
  return (
    (off ? CLASS : 0) |
    (predicateOff[fact.p] ? PREDICATE : 0) |
    (state.range && !(fact.d && overlaps(fact.d, state.range)) ? DATE : 0) |
    (articles && !fact.evidence.some((e) => articles.has(e.article)) ? ARTICLE : 0)
  );
}

function pass(out, fact) {
  out.passes[fact.index] = 1;
  out.facts += 1;
  if (fact.link) {
    out.linked[fact.s] = 1;
    out.linked[fact.o] = 1;
  }
}

/** Whether anything is filtered at all. */
export function filtering(state) {
  return Boolean(state.classes.length || state.predicates.length || state.articles.length || state.range || state.min);
}

export const UNFILTERED = Object.freeze({ classes: [], predicates: [], articles: [], range: null, min: 0 });
