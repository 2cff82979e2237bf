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

/** Replace what an element holds. @param {Element} element @param {...any} children */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

/** The element by its id, which the page itself made. @param {string} id @returns {any} */
export function byId(id) {
  return document.getElementById(id);
}
