// Deciding in the browser: one question at a time, answered by a button, a key or a line of words.

/**
 * @typedef {{text: string, title: string, published: string, cue: [number, number] | null, names: [number, number][]}} Passage
 * @typedef {{name: string, question: string, probability: number, reasons: string[],
 *   things: {id: string, name: string}[], passages: Passage[]}} Item
 * @typedef {{item: Item | null, left: number, made: number, commands: Record<string, string>}} Sitting
 */

const token = decodeURIComponent(location.hash.slice(1));
/** @type {Item | null} */
let asked = null;

/** @param {string} id @returns {any} */
const byId = (id) => document.getElementById(id);

/** @param {string} tag @param {Record<string, string>} props @param {...(Node | string)} children */
function element(tag, props, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** @param {string} path @param {Record<string, string>} body */
async function post(path, body) {
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
  const answered = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answered.ok) throw new Error((await answered.text()).trim());
  return answered.json();
}

/** The text in code points, with what lies between the offsets marked. @param {Passage} passage */
function marked({ text, cue, names }) {
  const points = [...text];
  const marks = [...names.map(([b, e]) => ({ b, e, tag: "b" })), ...(cue ? [{ b: cue[0], e: cue[1], tag: "mark" }] : [])];
  marks.sort((x, y) => x.b - y.b || y.e - x.e);
  /** @type {(Node | string)[]} */
  const out = [];
  let at = 0;
  for (const { b, e, tag } of marks) {
    if (b < at) continue;
    out.push(points.slice(at, b).join(""), element(tag, {}, points.slice(b, e).join("")));
    at = e;
  }
  return [...out, points.slice(at).join("")];
}

/** @param {Sitting} state */
function show(state) {
  asked = state.item;
  byId("act").hidden = asked === null && state.made === 0;
  byId("apply").disabled = state.made === 0;
  byId("count").textContent = `已定 ${state.made} decided · 待核 ${state.left} to ask`;
  byId("commands").replaceChildren(...Object.entries(state.commands).flatMap(([name, text]) => [element("dt", {}, name), element("dd", {}, text)]));
  if (asked === null) {
    byId("item").replaceChildren(element("p", {}, "没有待核的问题。 Nothing is left to ask."));
    return;
  }
  const passages = asked.passages.map((p) =>
    element("blockquote", {}, element("p", {}, ...marked(p)), element("footer", { class: "note" }, `${p.published || "日期不详"} 《${p.title}》`)),
  );
  const reasons = asked.reasons.map((r) => element("li", {}, r));
  byId("item").replaceChildren(
    element("h2", {}, asked.question),
    element("p", { class: "note" }, `${Math.round(asked.probability * 100)} %`),
    ...passages,
    element("ul", { class: "note" }, ...reasons),
  );
}

/** @param {() => Promise<void>} act */
async function tried(act) {
  byId("told").textContent = "";
  try {
    await act();
  } catch (error) {
    byId("told").textContent = error instanceof Error ? error.message : String(error);
  }
}

/** @param {string} line */
const say = (line) => tried(async () => show(await post("/review/answer", { line, question: asked?.name ?? "" })));

for (const button of document.querySelectorAll("button[data-line]"))
  button.addEventListener("click", () => void say(/** @type {HTMLElement} */ (button).dataset.line ?? ""));

byId("other").addEventListener("submit", (/** @type {Event} */ e) => {
  e.preventDefault();
  const line = byId("line").value;
  byId("line").value = "";
  void say(line);
});

addEventListener("keydown", (e) => {
  const typing = e.target instanceof HTMLInputElement || e.ctrlKey || e.metaKey || e.altKey;
  if (!typing && "ynsu".includes(e.key) && e.key.length === 1) void say(e.key);
});

byId("apply").addEventListener("click", () =>
  tried(async () => {
    byId("apply").disabled = true;
    byId("told").textContent = "正在写入… Building…";
    const done = await post("/review/apply", {});
    show(await post("/review/open", {}));
    byId("told").textContent = [done.code === 2 ? "没有写入 Not built" : "已写入 Built", ...done.told].join(" · ");
  }),
);

void tried(async () => show(await post("/review/open", {})));
export {};
