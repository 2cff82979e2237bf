// The drawing: vis-network shows things at the places that were computed in advance; words and light are drawn here.

import { byId } from "./dom.js";
import { drawLabels, placeLabels } from "./labels.js";
import { nextThing, picture, vector } from "./picture.js";
import { trace } from "./shapes.js";
import { label, t } from "./words.js";

/** More lit lines than this are thin, and only posts are written on them. */
const CROWD = 30;
/** Milliseconds that a movement takes. */
const MOVE = 200;

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * @typedef {object} Now what is drawn at the moment
 * @property {Set<number>} shown
 * @property {Map<number, Fact[]>} links
 * @property {Light | null} lit
 * @property {Target | null} hover
 * @property {Target | null} selected
 * @property {Way | null} way
 * @property {Box[]} boxes
 * @property {string} key
 * @property {number} version
 * @property {number} fresh
 * @property {boolean} changing
 * @property {number} turn
 * @property {Map<number, Point>} places
 *
 * @typedef {{things: Set<number>, links: Set<number>, soft: boolean}} Light
 * @typedef {import("./labels.js").Box} Box
 */

/**
 * @param {HTMLElement} container @param {Graph} graph @param {any} options vis-network's
 * @param {{
 *   click: (target: Target, shift: boolean) => void,
 *   focus: (index: number) => void,
 *   hover: (target: Target | null, at: Point | null) => void,
 *   margin: () => {top: number, bottom: number},
 * }} on what to do; and what is covered above and below
 * @returns {Drawing}
 */
export function createDrawing(container, graph, options, on) {
  /** @type {vis.DataSet<any>} */
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const colors = readColors();
  const network = new vis.Network(container, { nodes, edges }, { ...options, edges: edgeStyle(options, colors) });
  const canvas = /** @type {HTMLCanvasElement} */ (container.querySelector("canvas"));
  // One stop of the Tab key is enough: the container's, which has a name.
  container.querySelector(".vis-network")?.removeAttribute("tabindex");
  /** @type {Now} */
  const now = { shown: new Set(), links: new Map(), lit: null, hover: null, selected: null, way: null, boxes: [], key: "", version: 0, fresh: 0, changing: false, turn: 0, places: new Map() };
  const measure = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  /** Where a thing belongs: around the focused one, else where Python put it. */
  const home = (/** @type {number} */ index) => now.places.get(index) ?? graph.things[index];

  /** @param {number} index */
  function node(index) {
    const { x, y } = home(index);
    return { id: index, x, y, size: graph.things[index].size, shape: "custom", ctxRenderer: (/** @type {any} */ { ctx, x: cx, y: cy }) => renderer(ctx, index, cx, cy) };
  }

  /** Half the width of a thing in the drawing's units: never too small to see and touch. @param {number} index */
  function radius(index, scale = network.getScale()) {
    return Math.max(graph.things[index].size, 4.5 / scale);
  }

  /** @param {CanvasRenderingContext2D} ctx @param {number} index @param {number} x @param {number} y */
  function renderer(ctx, index, x, y) {
    const size = radius(index);
    return { drawNode: () => drawThing(ctx, index, x, y), nodeDimensions: { width: size * 2, height: size * 2 } };
  }

  /** @param {CanvasRenderingContext2D} ctx @param {number} index @param {number} x @param {number} y */
  function drawThing(ctx, index, x, y) {
    const cls = graph.classes[graph.things[index].c];
    trace(ctx, cls.shape, x, y, radius(index));
    ctx.lineWidth = 1.5 / network.getScale();
    ctx.strokeStyle = colors.bg;
    ctx.fillStyle = cls.color;
    ctx.fill();
    ctx.stroke();
  }

  /** @param {CanvasRenderingContext2D} ctx @param {number} index */
  function drawRing(ctx, index) {
    const { x, y } = network.getPosition(index);
    const unit = 1 / network.getScale();
    ctx.beginPath();
    ctx.arc(x, y, radius(index) * 1.25 + 4 * unit, 0, 2 * Math.PI);
    ctx.lineWidth = 2 * unit;
    ctx.strokeStyle = colors.ink;
    ctx.stroke();
  }

  /** What is lit up: the hovered thing or line, else the selected one, with what is next to it. */
  /** @returns {Light | null} */
  function light() {
    const target = now.hover ?? now.selected;
    if (!target) return now.way && { things: new Set(now.way.things), links: new Set(now.way.links.map((l) => l.id)), soft: true };
    if (target.link !== undefined) {
      const { from, to } = graph.links[target.link];
      return { things: new Set([from, to]), links: new Set([target.link]), soft: target !== now.hover };
    }
    if (target.node === undefined) return null;
    const links = graph.things[target.node].links.filter((l) => now.links.has(l.id));
    const things = new Set([target.node, ...links.flatMap((l) => [l.from, l.to])]);
    return { things, links: new Set(links.map((l) => l.id)), soft: target !== now.hover };
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Light} lit */
  function drawLight(ctx, lit) {
    const scale = network.getScale();
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalAlpha = lit.soft ? 0.62 : 0.74;
    ctx.fillStyle = colors.bg;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    ctx.restore();
    // Among very many lines none is to be black.
    const many = lit.links.size > CROWD;
    ctx.globalAlpha = many ? 0.45 : 1;
    for (const id of lit.links) {
      if (!now.links.has(id)) continue;
      const { from, to } = graph.links[id];
      const [a, b] = [network.getPosition(from), network.getPosition(to)];
      ctx.beginPath();
      ctx.moveTo(a.x, a.y);
      ctx.lineTo(b.x, b.y);
      ctx.lineWidth = (many ? 1 : 1.6) / scale;
      ctx.strokeStyle = colors.lit;
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
    for (const index of lit.things) {
      if (!now.shown.has(index)) continue;
      const at = network.getPosition(index);
      drawThing(ctx, index, at.x, at.y);
    }
  }

  /** How many characters of a name are written. */
  const longest = () => (container.clientWidth < 600 ? 8 : 11);

  /** @param {CanvasRenderingContext2D} ctx */
  function layLabels(ctx) {
    const scale = network.getScale();
    const key = `${scale.toFixed(4)} ${now.version}`;
    if (key === now.key) return;
    now.key = key;
    now.boxes = placeLabels(ctx, placed(now.shown, scale, (i) => network.getPosition(i)), lineWords(scale), longest());
  }

  /** Things with their places in pixels, the one that is pointed at or selected first, then by importance.
   * @param {Iterable<number>} indices @param {number} scale @param {(index: number) => Point} at */
  function placed(indices, scale, at) {
    const target = now.hover ?? now.selected;
    const out = [...indices].map((index) => {
      const { x, y } = at(index);
      const { name } = graph.things[index];
      const size = radius(index, scale);
      const whole = target?.node === index;
      const ring = now.selected?.node === index ? size * scale * 0.25 + 5 : 0;
      const strong = now.lit !== null && now.lit.things.has(index);
      return { index, x: x * scale, y: y * scale, r: size * scale + ring, name, strong, whole };
    });
    return out.sort((a, b) => Number(b.whole) - Number(a.whole) || a.index - b.index);
  }

  /** The words on lines: those of posts always, all of those that are lit. @param {number} scale */
  function lineWords(scale) {
    const out = [];
    const many = (now.lit?.links.size ?? 0) > CROWD;
    for (const [id, facts] of now.links) {
      const lit = now.lit?.links.has(id) ?? false;
      const told = lit && !many ? facts : facts.filter((f) => graph.predicates[f.p].role === "post");
      if (!told.length || (now.lit && !lit)) continue;
      const { from, to } = graph.links[id];
      const [a, b] = [network.getPosition(from), network.getPosition(to)];
      const words = [...new Set(told.map((f) => f.t ?? label(graph.predicates[f.p])))].join(t("list"));
      const room = Math.hypot(a.x - b.x, a.y - b.y) * scale;
      out.push({ x: ((a.x + b.x) / 2) * scale, y: ((a.y + b.y) / 2) * scale, room: lit ? room + 40 : room, words, strong: lit });
    }
    return out;
  }

  network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ ctx) => {
    if (now.changing) return;
    if (now.fresh > 0) {
      // vis-network learns where a thing of our own shape stands only when it is drawn a second time.
      now.fresh -= 1;
      requestAnimationFrame(() => network.redraw());
    }
    if (now.lit) drawLight(ctx, now.lit);
    if (now.selected?.node !== undefined && now.shown.has(now.selected.node)) drawRing(ctx, now.selected.node);
    const ratio = canvas.width / canvas.clientWidth;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    layLabels(ctx);
    drawLabels(ctx, now.boxes, network.canvasToDOM({ x: 0, y: 0 }), colors, now.lit !== null);
    ctx.restore();
  });

  function refresh() {
    now.lit = light();
    now.version += 1;
    network.redraw();
  }

  const hover = (/** @type {Target | null} */ target, /** @type {Point | null} */ at = null) => {
    now.hover = target;
    container.classList.toggle("over", target !== null);
    on.hover(target, at);
    refresh();
  };
  network.on("hoverNode", (e) => hover({ node: e.node }, e.pointer?.DOM ?? network.canvasToDOM(network.getPosition(e.node))));
  network.on("hoverEdge", (e) => now.hover?.node === undefined && hover({ link: e.edge }, e.pointer?.DOM));
  network.on("blurNode", () => hover(null));
  network.on("blurEdge", () => now.hover?.link !== undefined && hover(null));
  network.on("dragStart", () => hover(null));
  network.on("zoom", () => on.hover(null, null));
  network.on("click", (e) => {
    const index = e.nodes[0] ?? network.getNodeAt(e.pointer.DOM);
    const link = index === undefined ? network.getEdgeAt(e.pointer.DOM) : undefined;
    on.click({ node: index, link }, Boolean(e.event?.srcEvent?.shiftKey));
  });
  network.on("doubleClick", (e) => {
    const index = network.getNodeAt(e.pointer.DOM);
    if (index !== undefined) on.focus(index);
  });

  /** The window in which things stand with all their names. @param {Iterable<number>} indices */
  function frame(indices, largest = 1.1) {
    const at = home;
    const span = (/** @type {number[]} */ values) => [Math.min(...values), Math.max(...values)];
    const [left, right] = span([...indices].map((i) => at(i).x));
    const [top, bottom] = span([...indices].map((i) => at(i).y));
    const [width, height] = [container.clientWidth, container.clientHeight];
    const margin = on.margin();
    let beside = { left: 40, right: 40, top: 30, bottom: 30 };
    let scale = largest;
    for (let round = 0; round < 3; round += 1) {
      const roomX = Math.max(60, width - beside.left - beside.right - 28);
      const roomY = Math.max(60, height - beside.top - beside.bottom - margin.top - margin.bottom);
      scale = Math.min(largest, roomX / Math.max(1, right - left), roomY / Math.max(1, bottom - top));
      const boxes = placeLabels(measure, placed(indices, scale, at), [], longest());
      const some = (/** @type {number} */ value) => Math.min(width * 0.28, Math.max(20, value));
      beside = {
        left: some(left * scale - Math.min(...boxes.map((b) => b.x))),
        right: some(Math.max(...boxes.map((b) => b.x + b.w)) - right * scale),
        top: some(top * scale - Math.min(...boxes.map((b) => b.y))),
        bottom: some(Math.max(...boxes.map((b) => b.y + b.h)) - bottom * scale),
      };
    }
    const x = (left + right) / 2 + (beside.right - beside.left) / 2 / scale;
    const y = (top + bottom) / 2 + (beside.bottom + margin.bottom - beside.top - margin.top) / 2 / scale;
    return { position: { x, y }, scale };
  }

  /** Take things to where they belong now. @param {number[]} indices */
  function glide(indices) {
    const ways = indices.map((index) => ({ index, from: network.getPosition(index), to: home(index) }));
    const moving = ways.filter(({ from, to }) => from.x !== to.x || from.y !== to.y);
    if (!moving.length) return;
    const begun = performance.now();
    const turn = (now.turn += 1);
    const step = (/** @type {number} */ time) => {
      if (now.turn !== turn) return;
      const part = still() ? 1 : Math.min(1, Math.max(0, (time - begun) / MOVE));
      const eased = part * (2 - part);
      for (const { index, from, to } of moving) {
        if (now.shown.has(index)) network.moveNode(index, from.x + (to.x - from.x) * eased, from.y + (to.y - from.y) * eased);
      }
      refresh();
      if (part < 1) requestAnimationFrame(step);
    };
    step(begun);
  }

  const move = (/** @type {object} */ to, /** @type {boolean} */ smooth) =>
    network.moveTo({ ...to, animation: smooth && !still() ? { duration: MOVE, easingFunction: "easeInOutQuad" } : false });

  return {
    // `links` maps a link's number to its facts that pass the filters; `places` holds those that stand elsewhere than
    // where Python put them.
    show(shown, links, places) {
      const moved = [...shown].filter((i) => now.shown.has(i));
      // vis-network draws in the midst of a change, when what it holds is not yet what is to be shown.
      Object.assign(now, { places, changing: true });
      nodes.remove([...now.shown].filter((i) => !shown.has(i)));
      nodes.add([...shown].filter((i) => !now.shown.has(i)).map(node));
      edges.remove([...now.links.keys()].filter((i) => !links.has(i)));
      edges.add([...links].filter(([i]) => !now.links.has(i)).map(([i, facts]) => edge(graph.links[i], facts)));
      Object.assign(now, { shown, links, hover: null, fresh: 2, changing: false });
      glide(moved);
      refresh();
    },
    select(target, way = null) {
      Object.assign(now, { selected: target, way });
      refresh();
    },
    fit(smooth = true, only = null) {
      const indices = only ?? now.shown;
      if (indices.size) move(frame(indices), smooth);
    },
    /** Bring a thing into sight, without moving where it is seen already. */
    reveal(index) {
      const at = network.canvasToDOM(network.getPosition(index));
      const inside = at.x > 40 && at.y > 40 && at.x < container.clientWidth - 40 && at.y < container.clientHeight - 40;
      if (!inside) move({ position: network.getPosition(index), scale: network.getScale() }, true);
    },
    /** Show a thing with what is next to it, large enough to read. */
    center(index) {
      const near = graph.things[index].links.filter((l) => now.links.has(l.id)).flatMap((l) => [l.from, l.to]);
      const { position, scale } = frame(new Set([index, ...near]));
      move({ position, scale: Math.max(0.5, scale) }, true);
    },
    zoom(factor) {
      move({ position: network.getViewPosition(), scale: Math.min(4, Math.max(0.05, network.getScale() * factor)) }, true);
    },
    recolor() {
      Object.assign(colors, readColors());
      network.setOptions({ edges: edgeStyle(options, colors) });
      refresh();
    },
    relabel: refresh,
    /** Boxes of what is written, and where things and lines stand, in the container's pixels: for tests. */
    boxes() {
      const zero = network.canvasToDOM({ x: 0, y: 0 });
      return now.boxes.map((b) => ({ words: b.words, line: Boolean(b.line), x: b.x + zero.x, y: b.y + zero.y, w: b.w, h: b.h }));
    },
    where: (index) => (now.shown.has(index) ? network.canvasToDOM(network.getPosition(index)) : null),
    toward: (from, direction) => nextThing([...now.shown], home, now.shown.has(from ?? -1) ? from : null, direction),
    picture: () => picture(canvas, colors.bg),
    vector: () => vector(scene(), colors),
  };

  /** All that is drawn, for a file, in pixels of a drawing that is as large as it is seen. @returns {Scene} */
  function scene() {
    const zero = network.canvasToDOM({ x: 0, y: 0 });
    const scale = network.getScale();
    const at = (/** @type {number} */ i) => network.canvasToDOM(network.getPosition(i));
    return {
      width: container.clientWidth,
      height: container.clientHeight,
      lines: [...now.links].map(([id, facts]) => ({ from: at(graph.links[id].from), to: at(graph.links[id].to), dashed: !sure(facts) })),
      things: [...now.shown].map((i) => ({ ...at(i), r: radius(i) * scale, cls: graph.classes[graph.things[i].c], name: graph.things[i].name })),
      words: now.boxes.map((b) => ({ ...b, x: b.x + zero.x, y: b.y + zero.y })),
    };
  }
}

/** @param {Fact[]} facts */
const sure = (facts) => facts.some((f) => f.a && !f.x);

/** @param {Link} link @param {Fact[]} facts */
function edge(link, facts) {
  return { id: link.id, from: link.from, to: link.to, dashes: sure(facts) ? false : [4, 4] };
}

/** @param {any} options @param {Colors} colors */
function edgeStyle(options, colors) {
  return { ...options.edges, color: { color: colors.edge, highlight: colors.edge, hover: colors.edge, inherit: false } };
}

/** @typedef {import("./picture.js").Colors} Colors @typedef {import("./picture.js").Scene} Scene */

/** @returns {Colors} */
function readColors() {
  const style = getComputedStyle(byId("app"));
  const read = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return { bg: read("--canvas"), ink: read("--ink"), muted: read("--muted"), edge: read("--edge"), lit: read("--lit") };
}
