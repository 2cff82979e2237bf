// The console: named questions with their parameters, SPARQL with names completed, answers as a table.

/**
 * @typedef {{name: string, required: boolean, default: string, kind: string, zh?: string, en?: string}} Parameter
 * @typedef {{name: string, zh?: string, en?: string, sparql: string, parameters: Parameter[]}} Question
 * @typedef {{questions: Question[], names: {name: string, zh: string}[], prefixes: Record<string, string>}} Vocabulary
 * @typedef {{type: string, value: string}} Term
 */

/** @param {string} id @returns {any} */
const byId = (id) => document.getElementById(id);
const query = /** @type {HTMLTextAreaElement} */ (byId("query"));
const names = /** @type {HTMLElement} */ (byId("names"));
/** @type {Vocabulary} */
const known = await (await fetch("/vocabulary")).json();
/** @type {{name: string, zh: string}[]} */
let offered = [];
let at = 0;
let asked = "";

/** @param {string} tag @param {Record<string, string>} props @param {...(Node | string)} children */
function element(tag, props, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

for (const q of known.questions) byId("question").append(element("option", { value: q.name }, `${q.zh ?? q.name} · ${q.en ?? ""}`));
query.value = 'SELECT ?name (COUNT(?event) AS ?events) {\n  ?u a ug:Union ; rdfs:label ?name ; ug:hosted ?event\n}\nGROUP BY ?name\nORDER BY DESC(?events) ?name\nLIMIT 20\n';

byId("question").addEventListener("change", choose);
byId("run").addEventListener("click", () => void ask());
byId("csv").addEventListener("click", () => void save());
query.addEventListener("input", offer);
query.addEventListener("keydown", key);
query.addEventListener("blur", () => setTimeout(() => (names.hidden = true), 150));

function choose() {
  const question = known.questions.find((q) => q.name === byId("question").value);
  const fields = (question?.parameters ?? []).map((p) => {
    const input = element("input", { id: `parameter-${p.name}`, value: p.default, placeholder: p.required ? "必填 required" : "" });
    input.addEventListener("input", () => bind(question));
    return [element("label", { for: `parameter-${p.name}` }, `${p.zh ?? p.name} · ${p.en ?? ""}`), input];
  });
  byId("parameters").replaceChildren(...fields.flat());
  if (question) bind(question);
}

/** Put the parameters into the query as literals. @param {Question | undefined} question */
function bind(question) {
  if (!question) return;
  query.value = question.parameters.reduce((text, p) => {
    const value = byId(`parameter-${p.name}`).value.trim() || p.default;
    const literal = p.kind === "integer" || p.kind === "number" ? String(Number(value) || 0) : JSON.stringify(value);
    return text.replaceAll(new RegExp(`\\$${p.name}\\b`, "g"), () => literal);
  }, question.sparql.replace(/^#.*\n/gm, "").trimStart());
}

/** @param {string} accept */
async function answer(accept) {
  return fetch("/sparql", { method: "POST", headers: { "Content-Type": "application/sparql-query", Accept: accept }, body: query.value });
}

async function ask() {
  const box = byId("answer");
  box.replaceChildren(element("p", { class: "note" }, "…"));
  const begun = performance.now();
  const response = await answer("application/sparql-results+json, text/turtle;q=0.9");
  const took = `${Math.round(performance.now() - begun)} ms`;
  const text = await response.text();
  byId("csv").disabled = !response.ok;
  asked = query.value;
  if (!response.ok) box.replaceChildren(element("p", { class: "error", role: "alert" }, text));
  else if (response.headers.get("Content-Type")?.includes("json")) box.replaceChildren(...table(JSON.parse(text), took));
  else box.replaceChildren(element("p", { class: "note" }, took), element("pre", {}, text));
}

/** @param {any} result @param {string} took */
function table(result, took) {
  if ("boolean" in result) return [element("p", {}, String(result.boolean)), element("p", { class: "note" }, took)];
  /** @type {string[]} */
  const columns = result.head.vars;
  const head = element("tr", {}, ...columns.map((c) => element("th", { scope: "col" }, c)));
  const rows = result.results.bindings.slice(0, 2000).map((/** @type {Record<string, Term>} */ row) => element("tr", {}, ...columns.map((c) => element("td", {}, shown(row[c])))));
  return [element("p", { class: "note" }, `${result.results.bindings.length} 行 rows · ${took}`), element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows))];
}

/** @param {Term | undefined} term */
function shown(term) {
  if (!term) return "";
  if (term.type !== "uri") return term.value;
  const short = Object.entries(known.prefixes).find(([, iri]) => term.value.startsWith(iri) && !/[/#]/.test(term.value.slice(iri.length)));
  return element("span", { title: term.value }, short ? `${short[0]}:${term.value.slice(short[1].length)}` : (term.value.split(/[/#]/).at(-1) ?? ""));
}

async function save() {
  query.value = asked;
  const link = element("a", { download: "answer.csv", href: URL.createObjectURL(await (await answer("text/csv")).blob()) });
  link.click();
}

/** Names of the ontology that begin as the word before the cursor does, or whose Chinese label holds it. */
function offer() {
  const word = /[\w:\u3400-\u9fff]+$/.exec(query.value.slice(0, query.selectionStart))?.[0] ?? "";
  const sought = word.toLowerCase();
  offered = word.length > 1 ? known.names.filter((n) => n.name.toLowerCase().startsWith(sought) || n.zh.includes(word)).slice(0, 12) : [];
  at = 0;
  names.hidden = !offered.length;
  names.replaceChildren(
    ...offered.map((n, i) => {
      const item = element("li", { role: "option" }, n.name, element("small", {}, n.zh));
      item.addEventListener("pointerdown", (e) => (e.preventDefault(), take(i)));
      return item;
    }),
  );
  mark();
}

function mark() {
  [...names.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
  names.children[at]?.scrollIntoView({ block: "nearest" });
}

/** @param {number} i */
function take(i) {
  const end = query.selectionStart;
  const begin = end - (/[\w:\u3400-\u9fff]+$/.exec(query.value.slice(0, end))?.[0].length ?? 0);
  query.setRangeText(`${offered[i].name} `, begin, end, "end");
  names.hidden = true;
}

/** @param {KeyboardEvent} e */
function key(e) {
  if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) void ask();
  else if (names.hidden) return;
  else if (e.key === "ArrowDown" || e.key === "ArrowUp") {
    at = (at + (e.key === "ArrowDown" ? 1 : offered.length - 1)) % offered.length;
    mark();
  } else if (e.key === "Enter" || e.key === "Tab") take(at);
  else if (e.key === "Escape") names.hidden = true;
  else return;
  e.preventDefault();
}
export {};
