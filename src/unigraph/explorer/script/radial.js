// The surroundings of one thing: it in the middle, its neighbours on rings around it.

const STEP_X = 190;
const STEP_Y = 140;
/** The length of a ring that one thing needs, so that names fit beside each other. */
const ROOM = 96;

/**
 * Places around `centre` for those of `shown` that `links` reach, kept in the order in which they stand in the whole
 * drawing, so that what was left of something stays left of it.
 * @param {Graph} graph @param {number} centre @param {Set<number>} shown @param {Map<number, Fact[]>} links
 * @returns {Map<number, Point>}
 */
export function radial(graph, centre, shown, links) {
  const children = tree(graph, centre, shown, links);
  /** @type {Map<number, number>} */
  const leaves = new Map();
  /** @param {number} i @returns {number} */
  const count = (i) => {
    const below = children.get(i) ?? [];
    const found = below.length ? below.reduce((sum, c) => sum + count(c), 0) : 1;
    leaves.set(i, found);
    return found;
  };
  const total = count(centre);
  const { x, y } = graph.things[centre];
  const places = new Map([[centre, { x, y }]]);
  const rings = ringsFor(total);
  const stretch = Math.max(1, (total * ROOM) / (2 * Math.PI * STEP_X * rings.reduce((sum, r) => sum + r, 0)));
  const turns = turnsOf(rings);
  let place = 0;
  const put = (/** @type {number} */ index, /** @type {number} */ from, /** @type {number} */ span, /** @type {number} */ depth) => {
    let at = from;
    for (const child of children.get(index) ?? []) {
      const part = (span * (leaves.get(child) ?? 1)) / (leaves.get(index) ?? 1);
      const angle = at + part / 2;
      const ring = depth - 1 + (children.has(child) ? 1 : turns[place % turns.length]);
      place += 1;
      places.set(child, { x: x + Math.cos(angle) * STEP_X * stretch * ring, y: y + Math.sin(angle) * STEP_Y * stretch * ring });
      put(child, at, part, depth + 1);
      at += part;
    }
  };
  put(centre, -Math.PI, 2 * Math.PI, 1);
  return places;
}

/** A full ring becomes several, so that names fit. @param {number} total how many things stand at the ends */
function ringsFor(total) {
  const count = total > 14 ? Math.min(6, Math.max(2, Math.round(Math.sqrt(total / 7)))) : 1;
  return Array.from({ length: count }, (_, i) => 1 + 0.45 * i);
}

/** In which order things next to each other go to the rings: to each as often as it is long. @param {number[]} rings */
function turnsOf(rings) {
  const order = rings.flatMap((r, i) => Array.from({ length: Math.round(r * 4) }, (_, n) => ({ at: (n + 0.5 + i * 0.13) / Math.round(r * 4), r })));
  return order.sort((a, b) => a.at - b.at || a.r - b.r).map(({ r }) => r);
}

/** Who stands behind whom, by fewest steps from the centre; each list by the direction seen from there.
 * @param {Graph} graph @param {number} centre @param {Set<number>} shown @param {Map<number, Fact[]>} links */
function tree(graph, centre, shown, links) {
  const home = graph.things[centre];
  const direction = (/** @type {number} */ i) => Math.atan2(graph.things[i].y - home.y, graph.things[i].x - home.x);
  /** @type {Map<number, number[]>} */
  const children = new Map();
  const seen = new Set([centre]);
  let edge = [centre];
  while (edge.length) {
    const next = [];
    for (const index of edge) {
      const others = graph.things[index].links
        .filter((l) => links.has(l.id))
        .map((l) => (l.from === index ? l.to : l.from))
        .filter((i) => shown.has(i) && !seen.has(i))
        .sort((a, b) => direction(a) - direction(b) || a - b);
      others.forEach((i) => seen.add(i));
      if (others.length) children.set(index, others);
      next.push(...others);
    }
    edge = next;
  }
  return children;
}
