// The shapes of things, the same on the canvas and in the legend. Their names are the ontology's.

const SVG = "http://www.w3.org/2000/svg";

/** @param {number} sides @param {number} turn in radians @param {number} radius @param {number} [inner] of a star */
function polygon(sides, turn, radius, inner) {
  const count = inner ? sides * 2 : sides;
  return Array.from({ length: count }, (_, i) => {
    const r = inner && i % 2 ? inner : radius;
    const angle = turn + (i * 2 * Math.PI) / count;
    return [r * Math.cos(angle), r * Math.sin(angle)];
  });
}

/** Corners for a radius of 1; sizes are such that all look equally large. */
/** @type {Record<string, number[][]>} */
export const CORNERS = {
  diamond: polygon(4, -Math.PI / 2, 1.2),
  square: polygon(4, Math.PI / 4, 1.2),
  box: [[-1.3, -0.8], [1.3, -0.8], [1.3, 0.8], [-1.3, 0.8]],
  hexagon: polygon(6, 0, 1.06),
  triangle: polygon(3, -Math.PI / 2, 1.25),
  triangleDown: polygon(3, Math.PI / 2, 1.25),
  star: polygon(5, -Math.PI / 2, 1.3, 0.6),
};

/** Begin a path of the shape; fill or stroke it afterwards. Unknown shapes are dots.
 * @param {CanvasRenderingContext2D} ctx @param {string} shape @param {number} x @param {number} y @param {number} radius */
export function trace(ctx, shape, x, y, radius) {
  ctx.beginPath();
  const corners = Object.hasOwn(CORNERS, shape) ? CORNERS[shape] : null;
  if (!corners) {
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([dx, dy], i) => ctx[i ? "lineTo" : "moveTo"](x + dx * radius, y + dy * radius));
  ctx.closePath();
}

/** A small picture of a class's shape in its colour. @param {ClassRow} cls */
export function icon(cls) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-1.45 -1.45 2.9 2.9");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const corners = Object.hasOwn(CORNERS, cls.shape) ? CORNERS[cls.shape] : null;
  const shape = document.createElementNS(SVG, corners ? "polygon" : "circle");
  if (corners) shape.setAttribute("points", corners.map((p) => p.map((v) => v.toFixed(3)).join(",")).join(" "));
  else shape.setAttribute("r", "1");
  shape.setAttribute("fill", cls.color);
  svg.appendChild(shape);
  return svg;
}

/** Signs of tools, drawn in lines on a field of 16 by 16. @type {Record<string, string>} */
const SIGNS = {
  copy: "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",
  save: "M8 2v8M4.8 7 8 10.2 11.2 7M2.5 11v2.5h11V11",
};

/** A tool's sign; its name stands in the button's label. @param {string} name */
export function sign(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "sign");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SIGNS[name]);
  svg.appendChild(path);
  return svg;
}
