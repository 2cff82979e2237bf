// The named questions with their answers, as they were when the page was made.

import { fill, h } from "./dom.js";
import { thingLink } from "./facts.js";
import { csv, download, fileName } from "./files.js";
import { when } from "./parts.js";
import { shorten } from "./text.js";
import { date, label, number, t } from "./words.js";

/** @param {App} app @param {HTMLElement} box @param {State} state */
export function showQuestions(app, box, state) {
  when(app.graph.answers(), (answers) => {
    const chosen = answers.find((a) => a.name === state.question) ?? answers.find((a) => a.rows.length) ?? answers[0];
    if (!chosen) {
      fill(box, h("div.designed", null, h("h2", null, t("questions.none")), h("p", null, t("questions.none.text"))));
      return;
    }
    const list = answers.map((a) =>
      h("button.question", { onclick: () => app.store.set({ question: a.name }), "aria-pressed": String(a === chosen) }, h("span", null, label(a)), h("span.count", null, number(a.total))),
    );
    fill(box, h("nav.question-list", { "aria-label": t("tab.questions") }, list), h("section.answer", null, answer(app, chosen)));
  });
}

/** @param {App} app @param {Answer} a */
function answer(app, a) {
  const columns = a.columns.map((c) => t(`column.${c}`));
  const rows = a.rows.map((row) => h("tr", null, row.map((cell, i) => h("td", { class: typeof cell === "string" && cell.length < 16 ? "whole" : null }, shown(app, cell, a.columns[i])))));
  const save = () => download(fileName(label(a), ".csv"), csv([columns, ...a.rows.map((row) => row.map((cell) => plain(app, cell)))]));
  return [
    h("h2", null, label(a)),
    a.rows.length
      ? [
          h("p.small", null, t("questions.rows", number(a.total)), a.total > a.rows.length && ` · ${t("questions.first", number(a.rows.length))}`, " · ", h("code", null, `unigraph query DIR ${a.name}`)),
          h("table", null, h("thead", null, h("tr", null, columns.map((c) => h("th", { scope: "col" }, c)))), h("tbody", null, rows)),
          h("button.action", { onclick: save }, t("export.csv")),
        ]
      : h("p.note", null, t("questions.empty")),
  ];
}

/** @param {App} app @param {Cell} cell @param {string} column */
function shown(app, cell, column) {
  if (cell === null) return "";
  if (typeof cell === "object" && "i" in cell) return thingLink(app, app.graph.things[cell.i], shorten(app.graph.things[cell.i].name, 26));
  if (typeof cell === "object" && "a" in cell) {
    const { a } = cell;
    return h("button.read", { onclick: () => app.read(a, null) }, shorten(app.graph.articles[a].t, 30));
  }
  if (typeof cell === "string" && /^\d{4}(-\d\d){1,2}$/.test(cell)) return date(cell);
  const text = column === "basis" ? t(`basis.${cell}`) : plain(app, cell);
  return column === "sentence" ? h("span", { title: String(text).slice(0, 300) }, shorten(String(text), 40)) : text;
}

/** @param {App} app @param {Cell} cell @returns {string | number} */
function plain(app, cell) {
  if (cell === null) return "";
  if (Array.isArray(cell)) return label({ zh: cell[0], en: cell[1] });
  if (typeof cell === "object") return "i" in cell ? app.graph.things[cell.i].name : app.graph.articles[cell.a].t;
  return typeof cell === "boolean" ? t(`answer.${cell}`) : cell;
}
