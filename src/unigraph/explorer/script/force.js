// Some hundred things laid out by what links them: each group by itself, the groups side by side. No chance is in it.

import { across } from "./model.js";

const ROUNDS = 70;
/** The distance that linked things keep; names are wider than high. */
const LONG = 118;
const HIGH = 0.74;
const GAP = { x: 150, y: 95 };
const GOLDEN = 2.399963;

/**
 * @param {Graph} graph @param {Set<number>} shown @param {Map<number, Fact[]>} links @returns {Map<number, Point>}
 */
export function byForce(graph, shown, links) {
  const ties = new Map([...shown].map((i) => [i, [...new Set(graph.things[i].links.filter((l) => links.has(l.id)).map((l) => across(l, i)))]]));
  const groups = together([...shown].sort((a, b) => a - b), ties);
  const boxes = groups.map((members) => boxed(members, relaxed(members, ties)));
  boxes.sort((a, b) => b.members.length - a.members.length || a.members[0] - b.members[0]);
  return packed(boxes);
}

/** Things that hang together, the most important first. @param {number[]} indices @param {Map<number, number[]>} ties */
function together(indices, ties) {
  const seen = new Set();
  /** @type {number[][]} */
  const groups = [];
  for (const first of indices) {
    if (seen.has(first)) continue;
    seen.add(first);
    const group = [first];
    for (const index of group) {
      for (const other of ties.get(index) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Springs along links, and each thing away from all others; less and less, until all is at rest.
 * @param {number[]} members in the order in which links reach them @param {Map<number, number[]>} ties @returns {Point[]} */
function relaxed(members, ties) {
  const at = new Map(members.map((m, n) => [m, n]));
  const pairs = members.flatMap((m, a) => (ties.get(m) ?? []).map((o) => [a, at.get(o) ?? a]).filter(([, b]) => b > a));
  const points = members.map((_, n) => ({ x: Math.cos(n * GOLDEN) * Math.sqrt(n) * LONG * 0.7, y: Math.sin(n * GOLDEN) * Math.sqrt(n) * LONG * 0.7 }));
  const moves = members.map(() => ({ x: 0, y: 0 }));
  for (let round = 0; round < ROUNDS && members.length > 1; round += 1) {
    for (const move of moves) move.x = move.y = 0;
    repel(points, moves);
    attract(points, moves, pairs);
    const most = LONG * 0.9 * (1 - round / ROUNDS) + 4;
    points.forEach((p, n) => {
      const length = Math.hypot(moves[n].x, moves[n].y) || 1;
      const step = Math.min(most, length) / length;
      p.x += moves[n].x * step;
      p.y += moves[n].y * step;
    });
  }
  spread(points);
  return points.map((p) => ({ x: p.x, y: p.y * HIGH }));
}

/** @param {Point[]} points @param {Point[]} moves */
function repel(points, moves) {
  for (let a = 1; a < points.length; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const dx = points[a].x - points[b].x;
      const dy = points[a].y - points[b].y;
      const force = (LONG * LONG) / (dx * dx + dy * dy + 1);
      moves[a].x += dx * force;
      moves[a].y += dy * force;
      moves[b].x -= dx * force;
      moves[b].y -= dy * force;
    }
  }
}

/** @param {Point[]} points @param {Point[]} moves @param {number[][]} pairs */
function attract(points, moves, pairs) {
  for (const [a, b] of pairs) {
    const dx = points[a].x - points[b].x;
    const dy = points[a].y - points[b].y;
    const force = Math.hypot(dx, dy) / LONG;
    moves[a].x -= dx * force;
    moves[a].y -= dy * force;
    moves[b].x += dx * force;
    moves[b].y += dy * force;
  }
}

/** Nothing nearer than a cell to anything else. @param {Point[]} points */
function spread(points) {
  for (let round = 0; round < 40; round += 1) {
    let moved = false;
    for (let a = 1; a < points.length; a += 1) {
      for (let b = 0; b < a; b += 1) {
        const [p, q] = [points[a], points[b]];
        const [dx, dy] = [p.x - q.x || 0.1 * (a - b), p.y - q.y];
        const away = Math.abs(dx) >= LONG || Math.abs(dy) >= LONG ? LONG : Math.hypot(dx, dy);
        if (away >= LONG * 0.9) continue;
        const step = ((LONG * 0.9 - away) / 2 / Math.max(away, 1)) * 0.8;
        p.x += dx * step;
        p.y += dy * step;
        q.x -= dx * step;
        q.y -= dy * step;
        moved = true;
      }
    }
    if (!moved) return;
  }
}

/** @typedef {{members: number[], points: Point[], w: number, h: number}} Boxed */

/** @param {number[]} members @param {Point[]} points @returns {Boxed} */
function boxed(members, points) {
  const [left, top] = [Math.min(...points.map((p) => p.x)), Math.min(...points.map((p) => p.y))];
  const moved = points.map((p) => ({ x: p.x - left, y: p.y - top }));
  return { members, points: moved, w: Math.max(...moved.map((p) => p.x)) + GAP.x, h: Math.max(...moved.map((p) => p.y)) + GAP.y };
}

/** Groups in rows, in a field of about the screen's shape. @param {Boxed[]} boxes */
function packed(boxes) {
  const wide = Math.max(...boxes.map((b) => b.w), Math.sqrt(1.2 * boxes.reduce((sum, b) => sum + b.w * b.h, 0)));
  /** @type {Map<number, Point>} */
  const places = new Map();
  let [x, y, high] = [0, 0, 0];
  for (const box of boxes) {
    if (x > 0 && x + box.w > wide) [x, y, high] = [0, y + high, 0];
    box.members.forEach((m, n) => places.set(m, { x: x + box.points[n].x, y: y + box.points[n].y }));
    x += box.w;
    high = Math.max(high, box.h);
  }
  return places;
}
