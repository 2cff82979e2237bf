// The article reader: the whole text, every thing in it marked and a way to what is known of it.

import { fill, h } from "./dom.js";
import { thingLink } from "./facts.js";
import { sentence } from "./model.js";
import { apart, pieces } from "./text.js";
import { date, t } from "./words.js";

/** Show an article; `passage` is the number of a sentence to bring into sight. */
export function showReader(app, box, index, passage) {
  const article = app.graph.articles[index];
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
      article.x === undefined ? withoutText(app, article) : paragraphs(app, article, passage),
    ),
  );
  const lit = box.querySelector(".passage-lit");
  if (lit) lit.scrollIntoView({ block: "center" });
  else box.scrollTop = 0;
}

function facts(article) {
  const basis = article.b && article.b !== "stated" ? t(`basis.${article.b}`) : "";
  const page = article.page && t("page", article.page);
  return [article.pub, date(article.d), basis, page, article.src.length > 0 && t("source", article.src.join("、"))].filter(Boolean);
}

function address(article) {
  if (!/^https?:\/\//i.test(article.url ?? "")) return article.url ? h("p.small", null, article.url) : null;
  return h("p.small", null, h("a", { href: article.url, rel: "noopener noreferrer", target: "_blank" }, article.url));
}

function paragraphs(app, article, passage) {
  const lit = passage === null ? null : sentence(article, passage);
  const marks = apart(article.mentions);
  if (lit) marks.push({ begin: lit.begin, end: lit.end, lit: true });
  const out = [];
  let begin = 0;
  for (const line of article.x.split("\n")) {
    const headline = begin === 0 && line.trim() === article.t.trim();
    if (line.trim() && !headline) out.push(h("p", null, pieces(line, begin, marks).map((p) => marked(app, p))));
    begin += line.length + 1;
  }
  return out;
}

function marked(app, piece) {
  const mention = piece.marks.find((m) => m.thing !== undefined);
  const lit = piece.marks.some((m) => m.lit);
  const words = mention ? entity(app, mention, piece.text) : piece.text;
  return lit ? h("span.passage-lit", null, words) : words;
}

function entity(app, mention, words) {
  const thing = app.graph.things[mention.thing];
  const color = app.graph.classes[thing.c].color;
  const select = (e) => (e.preventDefault(), app.select(thing.index));
  return h("a.entity", { href: "#", onclick: select, "--c": color, title: thing.name.slice(0, 200) }, words);
}

function withoutText(app, article) {
  const quotes = Object.keys(article.q).map((s) => sentence(article, Number(s)));
  const shown = quotes.filter(Boolean).map((q) => h("blockquote", null, pieces(q.text, q.begin, apart(article.mentions)).map((p) => marked(app, p))));
  return [h("div.designed", null, h("h3", null, t("notext")), h("p", null, t("notext.text"))), shown];
}
