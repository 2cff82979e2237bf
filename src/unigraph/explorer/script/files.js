// What leaves the page: files, and texts for the clipboard.

import { clean } from "./dom.js";

/** Hand the reader a file. @param {string} name @param {Blob} content */
export function download(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A name that every system takes. @param {string} title @param {string} ending */
export function fileName(title, ending) {
  const name = clean(title).replace(/[\\/:*?"<>|\s]+/g, " ").trim().slice(0, 60);
  return `${name || "unigraph"}${ending}`;
}

/** Rows as CSV that spreadsheets open: UTF-8 with its mark, and no cell that would be run as a formula.
 * @param {(string | number)[][]} rows */
export function csv(rows) {
  const cell = (/** @type {string | number} */ value) => {
    const text = clean(value);
    const safe = typeof value === "string" && /^[\s\u200b-\u200d]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = rows.map((row) => row.map(cell).join(","));
  return new Blob(["\ufeff", `${lines.join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" });
}

/** Put a text into the clipboard; false where the browser does not let us. @param {string} text */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The way of old, for frames that have no right to the clipboard. @param {string} text */
function copyBySelection(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "unseen";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

/**
 * The page itself, as it was when it came, opening at a view.
 * @param {string} view a state's hash @returns {Blob}
 */
export function pageAt(view) {
  const root = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
  root.removeAttribute("data-theme");
  root.querySelector("#app")?.replaceChildren();
  root.querySelectorAll("body > :not(#app, noscript, script)").forEach((e) => e.remove());
  root.querySelector('meta[name="view"]')?.setAttribute("content", view);
  return new Blob(["<!doctype html>\n", root.outerHTML], { type: "text/html;charset=utf-8" });
}
