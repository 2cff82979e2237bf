// The article reader: the whole text, every thing in it marked and a way to what is known of it.

import { fill, h } from "./dom.js";
import { thingLink } from "./facts.js";
import { sentence } from "./model.js";
import { when } from "./parts.js";
import { apart, pieces } from "./text.js";
import { date, t } from "./words.js";

/** Show an article; `passage` is the number of a sentence to bring into sight.
 * @param {App} app @param {HTMLElement} box @param {number} index @param {number | null} passage */
export function showReader(app, box, index, passage) {
  const article = app.graph.articles[index];
  const words = h("div", null);
  fill(
    box,
    h("button.close", { onclick: app.back, "aria-label": t("back"), title: t("back") }, "←"),
    h(
      "article.text",
      null,
      h("h2", { tabindex: "-1" }, h("bdi", null, article.t)),
      h("p.small", null, facts(article).join(" · ")),
      article.by.length > 0 && h("p.byline", null, article.by.map((i) => thingLink(app, app.graph.things[i]))),
      address(article),
      printings(app, "reprint", app.graph.articles.filter((a) => a.id === article.of)),
      printings(app, "reprints", app.graph.articles.filter((a) => a.of === article.id)),
      words,
    ),
  );
  when(app.graph.text(index), (text) => {
    fill(words, text.x === undefined ? withoutText(app, text) : paragraphs(app, article, text, passage));
    const lit = box.querySelector(".passage-lit");
    if (lit) lit.scrollIntoView({ block: "center" });
    else box.scrollTop = 0;
  });
}

/** @param {Article} article */
function facts(article) {
  const basis = article.b && article.b !== "stated" ? t(`basis.${article.b}`) : "";
  const page = article.page && t("page", article.page);
  return [article.pub, date(article.d), basis, page, article.src.length > 0 && t("source", article.src.join(t("list")))].filter(Boolean);
}

/** @param {Article} article */
function address({ url = "" }) {
  if (!/^https?:\/\//i.test(url)) return url ? h("p.small", null, url) : null;
  return h("p.small", null, h("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, url));
}

/** @param {App} app @param {string} key @param {Article[]} articles */
function printings(app, key, articles) {
  const links = articles.map((a) => h("button.read", { onclick: () => app.read(a.index, null), title: date(a.d) }, h("bdi", null, a.t)));
  return articles.length > 0 && h("p.small", null, t(key), links);
}

/** @param {App} app @param {Article} article @param {ArticleText} text @param {number | null} passage */
function paragraphs(app, article, text, passage) {
  const lit = passage === null ? null : sentence(text, passage);
  /** @type {import("./text.js").Mark[]} */
  const marks = apart(text.mentions);
  if (lit) marks.push({ begin: lit.begin, end: lit.end, lit: true });
  const out = [];
  let begin = 0;
  for (const line of (text.x ?? "").split("\n")) {
    const headline = begin === 0 && line.trim() === article.t.trim();
    if (line.trim() && !headline) out.push(h("p", null, pieces(line, begin, marks).map((p) => marked(app, p))));
    begin += line.length + 1;
  }
  return out;
}

/** @param {App} app @param {import("./text.js").Piece} piece */
function marked(app, piece) {
  const mention = piece.marks.find((m) => m.thing !== undefined);
  const lit = piece.marks.some((m) => m.lit);
  const words = mention?.thing === undefined ? piece.text : entity(app, app.graph.things[mention.thing], piece.text);
  return lit ? h("span.passage-lit", null, words) : words;
}

/** @param {App} app @param {Thing} thing @param {string} words */
function entity(app, thing, words) {
  const color = app.graph.classes[thing.c].color;
  const select = (/** @type {Event} */ e) => (e.preventDefault(), app.select(thing.index));
  return h("a.entity", { href: "#", onclick: select, "--c": color, title: thing.name.slice(0, 200) }, words);
}

/** @param {App} app @param {ArticleText} text */
function withoutText(app, text) {
  const quotes = Object.keys(text.q ?? {}).map((s) => sentence(text, Number(s)));
  const shown = quotes.map((q) => q && h("blockquote", null, pieces(q.text, q.begin, apart(text.mentions)).map((p) => marked(app, p))));
  return [h("div.designed", null, h("h3", null, t("notext")), h("p", null, t(shown.length ? "notext.text" : "notext.none"))), shown];
}
