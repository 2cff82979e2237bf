// Cutting names and marking passages. Offsets are UTF-16 units, as the page's data gives them.

import { clean } from "./dom.js";

/**
 * @typedef {{begin: number, end: number, thing?: number, cue?: boolean, lit?: boolean}} Mark
 * @typedef {{text: string, begin: number, marks: Mark[]}} Piece
 */

/** A long name without its middle: 中国国际海运…有限公司. `room` counts characters of full width.
 * @param {string} name @param {number} room */
export function shorten(name, room) {
  const letters = Array.from(clean(name).slice(0, 400));
  const width = (/** @type {string} */ c) => ((c.codePointAt(0) ?? 0) < 0x2000 ? 0.55 : 1);
  const total = letters.reduce((sum, c) => sum + width(c), 0);
  if (total <= room && name.length <= 400) return letters.join("");
  const all = Array.from(clean(name));
  const head = take(all, room * 0.58, width);
  const tail = take(all.slice(-200).reverse(), room * 0.42 - 0.6, width).reverse();
  return `${head.join("")}…${tail.join("")}`;
}

/** @param {string[]} letters @param {number} room @param {(letter: string) => number} width */
function take(letters, room, width) {
  const out = [];
  let used = 0;
  for (const letter of letters) {
    used += width(letter);
    if (used > room) break;
    out.push(letter);
  }
  return out;
}

/**
 * Split `text`, which begins at `base` in its article, where marks begin and end; marks may overlap.
 * @param {string} text @param {number} base @param {Mark[]} marks @returns {Piece[]}
 */
export function pieces(text, base, marks) {
  const inside = marks.filter((m) => m.end > base && m.begin < base + text.length);
  const cuts = new Set([0, text.length]);
  for (const m of inside) {
    cuts.add(Math.max(0, m.begin - base));
    cuts.add(Math.min(text.length, m.end - base));
  }
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(0, -1).map((begin, i) => ({
    text: text.slice(begin, at[i + 1]),
    begin: begin + base,
    marks: inside.filter((m) => m.begin <= begin + base && m.end >= at[i + 1] + base),
  }));
}

/** Those marks that overlap no earlier one; given longer ones first at the same place. @param {Mark[]} marks @returns {Mark[]} */
export function apart(marks) {
  let end = -1;
  return marks.filter((m) => {
    if (m.begin < end) return false;
    end = m.end;
    return true;
  });
}
