// Keys that work everywhere but where one types.

/** @typedef {{x: number, y: number}} Direction */

/** @type {Record<string, Direction>} */
const ARROWS = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };

/** @param {App} app */
export function bindKeys(app) {
  /** @type {Record<string, () => void>} */
  const actions = {
    "/": () => app.searchBox.focus(),
    Escape: () => app.back(),
    "+": () => app.drawing.zoom(1.35),
    "=": () => app.drawing.zoom(1.35),
    "-": () => app.drawing.zoom(1 / 1.35),
    0: () => app.drawing.fit(),
    g: () => app.store.set({ view: "graph", article: null }),
    t: () => app.store.set({ view: app.store.get().view === "table" ? "graph" : "table", article: null }),
    q: () => app.store.set({ view: "questions", article: null }),
    p: () => startPath(app),
    f: () => focusSelected(app),
    "?": () => app.help(),
  };
  addEventListener("keydown", (e) => {
    const { target } = e;
    const typing = target instanceof HTMLInputElement && target.type !== "range";
    if (typing || e.ctrlKey || e.metaKey || e.altKey || document.querySelector("dialog[open]")) return;
    const act = actions[e.key.length === 1 ? e.key.toLowerCase() : e.key];
    if (!act) return;
    e.preventDefault();
    act();
  });
}

/** In the drawing the arrow keys go from thing to thing, Enter shows the surroundings.
 * @param {App} app @param {HTMLElement} canvas */
export function bindDrawingKeys(app, canvas) {
  canvas.addEventListener("keydown", (e) => {
    const { node } = app.store.get();
    const direction = ARROWS[e.key];
    if (direction) {
      const next = app.drawing.toward(node, direction);
      if (next !== null) app.store.set({ node: next, link: null });
    } else if (e.key === "Enter" && node !== null) {
      app.focus(node);
    } else {
      return;
    }
    e.preventDefault();
    e.stopPropagation();
  });
}

/** The selected thing, where anything is tied to it. @param {App} app */
function tied(app) {
  const { node } = app.store.get();
  return node !== null && app.graph.things[node].links.length ? node : null;
}

/** @param {App} app */
function startPath(app) {
  const node = tied(app);
  if (node !== null) app.pathFrom(node);
}

/** @param {App} app */
function focusSelected(app) {
  const node = tied(app);
  if (node !== null) app.focus(node);
}
