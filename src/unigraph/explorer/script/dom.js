// Elements. Text goes in as text nodes and nothing else, so no document can become markup.

/** Control characters and those that turn the direction of writing: they have no place in a name or sentence. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** @param {unknown} text */
export function clean(text) {
  return String(text).replace(UNSEEN, "");
}

/**
 * An element. `spec` is `tag.class.class`; `props` holds listeners (`onclick`), style variables (`--c`) and attributes;
 * an attribute that is false, null or undefined is left out.
 * @param {string} spec @param {Record<string, any> | null} [props] @param {...any} children
 * @returns {HTMLElement}
 */
export function h(spec, props, ...children) {
  const [tag, ...classes] = spec.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  if (tag === "button") element.setAttribute("type", "button");
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name.startsWith("--")) element.style.setProperty(name, value);
    else element.setAttribute(name, value === true ? "" : clean(value));
  }
  append(element, children);
  return element;
}

/** @param {Node} element @param {any[]} children */
function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.appendChild(child instanceof Node ? child : document.createTextNode(clean(child)));
  }
}

/** Replace what an element holds; who was inside with the keyboard stays there.
 * @param {HTMLElement} element @param {...any} children */
export function fill(element, ...children) {
  const held = document.activeElement;
  const inside = held !== null && held !== element && element.contains(held);
  const at = inside ? reachable(element).indexOf(/** @type {HTMLElement} */ (held)) : -1;
  element.replaceChildren();
  append(element, children);
  if (inside) refocus(element, /** @type {HTMLElement} */ (held), at);
}

/** @param {HTMLElement} element @returns {HTMLElement[]} */
const reachable = (element) => [...element.querySelectorAll(/** @type {"button"} */ ("button, a[href], input, summary"))];

/** What an element is called. @param {HTMLElement} element */
const called = (element) => element.dataset.key ?? element.getAttribute("aria-label") ?? element.textContent;

/** Focus what stands for an element that went: of the same name, else at the same place, else what holds it.
 * @param {HTMLElement} element @param {HTMLElement} held @param {number} at */
function refocus(element, held, at) {
  const now = reachable(element);
  const same = now.find((e) => called(e) === called(held));
  const whole = element.closest("[tabindex]");
  const next = same ?? (whole ? null : now[at]) ?? whole;
  /** @type {HTMLElement | null} */ (next)?.focus({ preventScroll: true });
}

/** The element by its id, which the page itself made. @param {string} id @returns {any} */
export function byId(id) {
  return document.getElementById(id);
}
