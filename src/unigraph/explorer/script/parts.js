// The compressed parts of the page's data, each unpacked when it is asked for.

/** @param {string} kind @returns {HTMLElement[]} the parts of a kind, in order */
export function partsOf(kind) {
  return [...document.querySelectorAll(`script[data-part="${kind}"]`)].map((e) => /** @type {HTMLElement} */ (e));
}

/** What a part holds. Rejects where the file was cut off. @param {HTMLElement} element @returns {Promise<any>} */
export async function unpack(element) {
  const letters = atob((element.textContent ?? "").trim());
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

/** Lets the browser draw and answer between two pieces of work. */
export function rest() {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/**
 * Rows that stand in parts: those of a part that is here at once, others later.
 * @template T
 * @param {string} kind
 * @param {(part: any) => T} read what a part becomes when it comes
 * @returns {(part: number) => Later<T>}
 */
export function lazy(kind, read) {
  const elements = partsOf(kind);
  /** @type {Map<number, Later<T>>} */
  const known = new Map();
  return (part) => {
    const found = known.get(part);
    if (found !== undefined) return found;
    const coming = unpack(elements[part]).then((value) => {
      const rows = read(value);
      known.set(part, rows);
      return rows;
    });
    known.set(part, coming);
    return coming;
  };
}

/**
 * Use a value now if it is here, else when it comes.
 * @template T
 * @param {Later<T>} value @param {(value: T) => void} use
 */
export function when(value, use) {
  if (value instanceof Promise) void value.then(use);
  else use(value);
}

/**
 * All of several values, now if they are here.
 * @template T
 * @param {Later<T>[]} values @returns {Later<T[]>}
 */
export function all(values) {
  return values.some((v) => v instanceof Promise) ? Promise.all(values) : /** @type {T[]} */ (values);
}
