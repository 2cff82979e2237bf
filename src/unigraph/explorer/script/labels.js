// Which names are written in the drawing: the most important first, each only where it covers nothing.

import { shorten } from "./text.js";

export const FONT = '"PingFang SC","Hiragino Sans GB","Noto Sans CJK SC","Microsoft YaHei",sans-serif';
const HEIGHT = 16;
const CELL = 64;
/** One name in so many, the most important ones and 16 at most, may cover the shapes of lesser things. */
const FIRST = 7;

/**
 * @typedef {{x: number, y: number, w: number, h: number, owner: number | string}} Area
 * @typedef {Area & {words: string, strong: boolean, line?: boolean}} Box what is written where
 * @typedef {{index: number, x: number, y: number, r: number, name: string, strong: boolean, whole: boolean}} Placed
 * @typedef {{x: number, y: number, room: number, words: string, strong: boolean}} Line
 */

/** Boxes on a grid, to ask quickly what one would cover. */
function createField() {
  /** @type {Map<number, Area[]>} */
  const cells = new Map();
  const each = (/** @type {Area} */ box, /** @type {(key: number) => boolean} */ visit) => {
    for (let x = Math.floor(box.x / CELL); x <= Math.floor((box.x + box.w) / CELL); x += 1) {
      for (let y = Math.floor(box.y / CELL); y <= Math.floor((box.y + box.h) / CELL); y += 1) {
        if (visit(x * 65536 + y)) return true;
      }
    }
    return false;
  };
  const meets = (/** @type {Area} */ a, /** @type {Area} */ b) =>
    a.owner !== b.owner && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
  return {
    covers: (/** @type {Area} */ box) => each(box, (key) => (cells.get(key) ?? []).some((other) => meets(box, other))),
    add: (/** @type {Area} */ box) =>
      each(box, (key) => {
        const inside = cells.get(key);
        if (inside) inside.push(box);
        else cells.set(key, [box]);
        return false;
      }),
  };
}

/** The four places of a name: below its thing, above, right and left of it.
 * @param {number} x @param {number} y @param {number} r @param {number} w */
function places(x, y, r, w) {
  return [
    { x: x - w / 2, y: y + r + 3 },
    { x: x - w / 2, y: y - r - HEIGHT - 3 },
    { x: x + r + 5, y: y - HEIGHT / 2 },
    { x: x - r - 5 - w, y: y - HEIGHT / 2 },
  ];
}

/** What was cut and measured before. @type {Map<string, {text: string, w: number}>} */
const KNOWN = new Map();
const MOST_KNOWN = 20_000;

/** A name as it is written in so much room, and how wide that is.
 * @param {CanvasRenderingContext2D} ctx @param {string} font @param {string} name @param {number} room */
function written(ctx, font, name, room) {
  const key = `${font} ${room} ${name}`;
  const known = KNOWN.get(key);
  if (known) return known;
  if (KNOWN.size > MOST_KNOWN) KNOWN.clear();
  const text = shorten(name, room);
  ctx.font = `${font} ${FONT}`;
  const made = { text, w: Math.ceil(ctx.measureText(text).width) };
  KNOWN.set(key, made);
  return made;
}

/**
 * Place names and the words on lines, in pixels with the drawing's origin at 0, 0.
 * @param {CanvasRenderingContext2D} ctx to measure with
 * @param {Placed[]} things by importance; `strong` ones come first; no name ever covers another
 * @param {Line[]} lines
 * @param {number} longest how many characters of a name are written
 * @returns {Box[]}
 */
export function placeLabels(ctx, things, lines, longest) {
  const shapes = createField();
  const words = createField();
  for (const p of things) {
    shapes.add({ x: p.x - p.r - 1, y: p.y - p.r - 1, w: 2 * p.r + 2, h: 2 * p.r + 2, owner: p.index });
  }
  /** @type {Box[]} */
  const out = [];
  const clear = (/** @type {Area} */ box) => !words.covers(box) && !shapes.covers(box);
  const put = (/** @type {Box} */ box) => {
    words.add({ x: box.x - 3, y: box.y - 1, w: box.w + 6, h: box.h + 2, owner: -1 - out.length });
    out.push(box);
  };
  const boxes = (/** @type {Placed} */ p, /** @type {number} */ room) => {
    const { text, w } = written(ctx, `${p.strong ? 600 : 400} 12px`, p.name, room);
    return places(p.x, p.y, p.r, w).map((at) => ({ ...at, w, h: HEIGHT, words: text, strong: p.strong, owner: p.index }));
  };
  const order = [...things.filter((x) => x.strong), ...things.filter((x) => !x.strong)];
  const first = Math.min(16, order.length / FIRST);
  order.forEach((p, rank) => {
    const whole = boxes(p, p.whole ? 2 * longest : longest);
    let box = whole.find(clear) ?? boxes(p, longest - 3).find(clear);
    if (!box && (p.whole || rank < first)) box = whole.find((b) => !words.covers(b));
    if (box) put(box);
  });
  for (const line of lines) {
    const { text, w } = written(ctx, "400 11px", line.words, 12);
    const box = { x: line.x - w / 2, y: line.y - 7, w, h: 14, words: text, line: true, strong: line.strong, owner: "line" };
    if (w + 8 < line.room && clear(box)) put(box);
  }
  return out;
}

/** Write the placed words.
 * @param {CanvasRenderingContext2D} ctx @param {Box[]} boxes @param {Point} offset @param {{bg: string, ink: string, muted: string}} colors
 * @param {boolean} dimmed */
export function drawLabels(ctx, boxes, offset, colors, dimmed) {
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.lineJoin = "round";
  for (const box of boxes) {
    ctx.font = `${box.strong && !box.line ? 600 : 400} ${box.line ? 11 : 12}px ${FONT}`;
    ctx.globalAlpha = dimmed && !box.strong ? 0.16 : 1;
    const [x, y] = [box.x + offset.x, box.y + box.h / 2 + offset.y];
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = colors.bg;
    ctx.strokeText(box.words, x, y);
    ctx.fillStyle = box.line ? colors.muted : colors.ink;
    ctx.fillText(box.words, x, y);
  }
  ctx.globalAlpha = 1;
}
