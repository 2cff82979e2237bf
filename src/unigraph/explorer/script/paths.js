// How two things are connected: the shortest ways between them, along facts that articles state.

import { across } from "./model.js";

const LONGEST = 8;
const WAYS = 6;

/**
 * The shortest ways from one thing to another, the surest first; empty where there is none.
 * @param {Graph} graph @param {number} from @param {number} to @param {(link: Link) => boolean} passes
 * @returns {Way[]}
 */
export function ways(graph, from, to, passes) {
  const steps = distances(graph, from, to, passes);
  if (from === to || !steps.has(to)) return [];
  /** @type {Way[]} */
  const found = [];
  backwards(graph, { things: [to], links: [] }, steps, passes, found);
  return found.sort((a, b) => sureness(b, passes) - sureness(a, passes)).slice(0, WAYS);
}

/** How many steps each thing is from the first, until the last is reached.
 * @param {Graph} graph @param {number} from @param {number} to @param {(link: Link) => boolean} passes */
function distances(graph, from, to, passes) {
  const steps = new Map([[from, 0]]);
  let edge = [from];
  for (let step = 1; step <= LONGEST && edge.length && !steps.has(to); step += 1) {
    const next = [];
    for (const index of edge) {
      for (const link of graph.things[index].links) {
        const other = across(link, index);
        if (steps.has(other) || !passes(link)) continue;
        steps.set(other, step);
        next.push(other);
      }
    }
    edge = next;
  }
  return steps;
}

/** Walk back from the end, always one step nearer to the beginning; a bounded number of ways is enough to choose from.
 * @param {Graph} graph @param {Way} way @param {Map<number, number>} steps @param {(link: Link) => boolean} passes @param {Way[]} found */
function backwards(graph, way, steps, passes, found) {
  const [first] = way.things;
  const left = steps.get(first) ?? 0;
  if (!left) {
    found.push(way);
    return;
  }
  const links = graph.things[first].links.filter((l) => steps.get(across(l, first)) === left - 1 && passes(l));
  links.sort((a, b) => across(a, first) - across(b, first));
  for (const link of links) {
    if (found.length >= WAYS * 8) return;
    backwards(graph, { things: [across(link, first), ...way.things], links: [link, ...way.links] }, steps, passes, found);
  }
}

/** The least sure step decides. @param {Way} way @param {(link: Link) => boolean} passes */
function sureness(way, passes) {
  return Math.min(...way.links.filter(passes).map((l) => Math.max(...l.facts.map((f) => (f.x ? 0 : f.sure)))));
}
