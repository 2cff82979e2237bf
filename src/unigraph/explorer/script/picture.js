// The drawing as a file, and the way from one thing in it to the next.

import { FONT } from "./labels.js";
import { CORNERS } from "./shapes.js";

/**
 * @typedef {{bg: string, ink: string, muted: string, edge: string, lit: string}} Colors
 * @typedef {{x: number, y: number, r: number, cls: ClassRow, name: string}} Shape
 * @typedef {{
 *   width: number, height: number,
 *   lines: {from: Point, to: Point, dashed: boolean}[],
 *   things: Shape[],
 *   words: {x: number, y: number, h: number, words: string, strong: boolean, line?: boolean}[],
 * }} Scene
 */

/** What is seen, as PNG. @param {HTMLCanvasElement} canvas @param {string} background @returns {Promise<Blob>} */
export function picture(canvas, background) {
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  const ctx = /** @type {CanvasRenderingContext2D} */ (copy.getContext("2d"));
  ctx.fillStyle = background;
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(canvas, 0, 0);
  return new Promise((resolve, reject) => {
    copy.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}

/** What is seen, as SVG. @param {Scene} scene @param {Colors} colors */
export function vector(scene, colors) {
  const n = (/** @type {number} */ value) => value.toFixed(1);
  const lines = scene.lines.map(({ from, to, dashed }) => `<line x1="${n(from.x)}" y1="${n(from.y)}" x2="${n(to.x)}" y2="${n(to.y)}"${dashed ? ' stroke-dasharray="4 4"' : ""}/>`);
  const words = scene.words.map((w) => {
    const style = `font-size="${w.line ? 11 : 12}" font-weight="${w.strong && !w.line ? 600 : 400}" fill="${w.line ? colors.muted : colors.ink}"`;
    return `<text x="${n(w.x)}" y="${n(w.y + w.h * 0.78)}" ${style}>${escaped(w.words)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${scene.width}" height="${scene.height}" viewBox="0 0 ${scene.width} ${scene.height}">`,
    `<rect width="100%" height="100%" fill="${escaped(colors.bg)}"/>`,
    `<g stroke="${escaped(colors.edge)}">${lines.join("")}</g>`,
    `<g stroke="${escaped(colors.bg)}" stroke-width="1.5">${scene.things.map((x) => shape(x, n)).join("")}</g>`,
    `<g font-family="${escaped(FONT)}" stroke="${escaped(colors.bg)}" stroke-width="3" paint-order="stroke" stroke-linejoin="round">${words.join("")}</g>`,
    "</svg>\n",
  ].join("\n");
}

/** @param {Shape} thing @param {(value: number) => string} n */
function shape({ x, y, r, cls, name }, n) {
  const title = `<title>${escaped(name)}</title>`;
  const corners = Object.hasOwn(CORNERS, cls.shape) ? CORNERS[cls.shape] : null;
  if (!corners) return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${escaped(cls.color)}">${title}</circle>`;
  const points = corners.map(([dx, dy]) => `${n(x + dx * r)},${n(y + dy * r)}`).join(" ");
  return `<polygon points="${points}" fill="${escaped(cls.color)}">${title}</polygon>`;
}

/** A name in XML, without what XML cannot hold. @param {string} text */
function escaped(text) {
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
  return plain.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** The nearest thing in a direction; the most important one where none is left yet.
 * @param {number[]} indices @param {(index: number) => Point} at @param {number | null} from @param {Point} direction */
export function nextThing(indices, at, from, direction) {
  if (from === null) return indices.length ? Math.min(...indices) : null;
  const here = at(from);
  let best = null;
  let least = Infinity;
  for (const index of indices) {
    const { x, y } = at(index);
    const along = (x - here.x) * direction.x + (y - here.y) * direction.y;
    const aside = Math.abs((x - here.x) * direction.y) + Math.abs((y - here.y) * direction.x);
    if (index === from || along <= 0 || aside > along * 2.5) continue;
    const way = along + aside * 1.5;
    if (way < least) [best, least] = [index, way];
  }
  return best;
}
