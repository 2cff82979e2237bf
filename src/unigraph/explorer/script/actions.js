// What parts of the page ask of each other.

import { UNFILTERED } from "./filter.js";
import { showHelp } from "./frame.js";
import { raise } from "./sheet.js";
import { t } from "./words.js";

const PHONE = "(max-width: 760px)";
/** Milliseconds that a message stands. */
const SAID = 5000;

/** @param {App} app @param {Parts} parts @returns {Partial<App>} */
export function createActions(app, parts) {
  const { store } = app;
  let saying = 0;
  const choose = (/** @type {number} */ index) => {
    raise(parts);
    const { path } = store.get();
    if (path.length !== 1 || path[0] === index) return false;
    parts.toast.hidden = true;
    store.set({ path: [path[0], index], node: null, link: null, article: null, view: "graph", focus: [] });
    return true;
  };
  return {
    /** In the drawing; with Shift a second thing asks for the path. */
    click(target, shift) {
      const { node } = store.get();
      if (target.node === undefined) store.set({ node: null, link: target.link ?? null });
      else if (shift && node !== null && node !== target.node) store.set({ path: [node, target.node], node: null, link: null, focus: [] });
      else if (!choose(target.node)) store.set({ node: target.node, link: null });
    },
    /** Where the reader covers the panel, it makes way. */
    select(index) {
      if (choose(index)) return;
      const phone = matchMedia(PHONE).matches;
      store.set({ node: index, link: null, ...pathless(store), ...(phone ? { article: null } : {}) });
    },
    find(index) {
      if (choose(index)) return;
      const { focus } = store.get();
      const { links } = app.graph.things[index];
      // What has no place in the drawing is shown with its surroundings, where it and they can be read.
      const apart = app.drawing.where(index) === null && links.length > 0;
      const view = apart ? "graph" : store.get().view;
      store.set({ node: index, link: null, article: null, view, ...pathless(store), focus: apart ? [index] : focus.at(-1) === index ? focus : [] });
      if (!apart) app.center(index);
    },
    focus(index) {
      const { focus } = store.get();
      const at = focus.indexOf(index);
      store.set({ node: index, link: null, article: null, path: [], view: "graph", steps: 1, focus: at < 0 ? [...focus, index] : focus.slice(0, at + 1) });
    },
    center(index) {
      store.set({ view: "graph", article: null });
      if (app.drawing.where(index)) app.drawing.center(index);
    },
    read: (article, passage) => store.set({ article, passage }),
    pathFrom(index) {
      store.set({ path: [index], node: index, link: null, article: null });
      app.say(t("path.choose"));
      app.searchBox.focus();
    },
    clear: () => store.set(UNFILTERED),
    back() {
      const { article, node, link, focus, steps, path } = store.get();
      if (parts.rail.classList.contains("open")) app.toggleRail();
      else if (article !== null) store.set({ article: null, passage: null });
      else if (path.length === 1) store.set({ path: [] });
      else if (node !== null || link !== null) store.set({ node: null, link: null });
      else if (path.length) store.set({ path: [] });
      else if (focus.length) store.set(steps > 1 ? { steps: 1 } : { focus: focus.slice(0, -1) });
    },
    /** Where the rail is folded away; the keyboard goes into it and back. */
    toggleRail() {
      const open = parts.rail.classList.toggle("open");
      const button = /** @type {HTMLElement | null} */ (parts.brand.querySelector(".open-rail"));
      button?.setAttribute("aria-expanded", String(open));
      if (open) parts.rail.querySelector("button")?.focus();
      else button?.focus();
    },
    help() {
      showHelp(parts);
      parts.help.showModal();
    },
    say(words) {
      parts.toast.textContent = words;
      parts.toast.hidden = false;
      clearTimeout(saying);
      saying = setTimeout(() => (parts.toast.hidden = true), SAID);
    },
  };
}

/** A path that was begun goes on; one that is shown stays beside what is selected. @param {Store} store @returns {Partial<State>} */
function pathless(store) {
  return store.get().path.length === 1 ? { path: [] } : {};
}
