// What the modules hand each other. Python writes rows (see data.py); the page adds indexes.

interface Words { zh: string; en: string }
interface ClassRow extends Words { name: string; color: string; shape: string; up: number; tip: Partial<Words> }
interface PredicateRow extends Words { name: string; inv: Words; role: "" | "date" | "post" }

interface Head {
  title: string;
  lang: "zh" | "en";
  top: number;
  /** so many things, the most important, have a place in the overview */
  home: number;
  left: { things: number; facts: number };
  texts: "whole" | "quoted" | "none";
  words: Record<string, [string, string]>;
  classes: ClassRow[];
  predicates: PredicateRow[];
  rules: string[];
  counts: { things: number; facts: number; articles: number };
  evidence_at: number;
  texts_at: number[];
  simpler: string;
}

interface Point { x: number; y: number }

/** A thing; its index is its rank by importance. */
interface Thing extends Point {
  id: string;
  c: number;
  n: string[];
  py: string[];
  d?: string;
  i?: 1;
  code?: string;
  /** the item of Wikidata, whether it is only a close match, coordinates, stock codes */
  w?: string;
  wc?: 1;
  at?: [number, number];
  st?: string[];
  m?: number[];
  index: number;
  name: string;
  group: number;
  size: number;
  facts: Fact[];
  links: Link[];
  wrote: number[];
}

/** A fact: subject, predicate, object (none for a date), title or date, when, whether a candidate. */
interface Fact {
  s: number;
  p: number;
  o?: number;
  t?: string;
  d?: string;
  x?: 1;
  /** confidence, articles and first sentence; background knowledge has none */
  c?: number;
  a?: number[];
  q?: number;
  index: number;
  sure: number;
  /** the number of its date among the graph's, -1 where it has none */
  day: number;
  /** the numbers of its sources */
  from: number[];
  link?: Link;
}

/** Two things with the facts between them. */
interface Link { id: number; from: number; to: number; facts: Fact[] }

interface Evidence {
  article: number;
  sentence: number;
  begin: number;
  end: number;
  rule: number;
  sure: number;
  asOf: string;
  before: number[];
}

interface Article {
  id: string;
  t: string;
  d?: string;
  b?: string;
  pub?: string;
  page?: string;
  url?: string;
  src: string[];
  by: number[];
  /** the identifier of the article that it reprints */
  of?: string;
  index: number;
  /** the number of its publisher or file among the graph's sources */
  source: number;
}

interface Mention { thing: number; sentence: number; begin: number; end: number }
interface Sentence { text: string; begin: number; end: number }

/** An article's words: whole, or the sentences that are evidence. */
interface ArticleText { s: number[]; x?: string; q?: Record<string, string>; mentions: Mention[] }

type Cell = string | number | boolean | null | { i: number } | { a: number } | [string, string];
interface Answer extends Words { name: string; columns: string[]; rows: Cell[][]; total: number }

type Later<T> = T | Promise<T>;

interface Graph extends Omit<Head, "words"> {
  things: Thing[];
  facts: Fact[];
  links: Link[];
  articles: Article[];
  sources: string[];
  /** all dates of facts, as they are written */
  days: string[];
  totals: { predicates: number[]; classes: number[]; candidates: number; alone: number };
  byId: Map<string, Thing>;
  evidence(fact: Fact): Later<Evidence[]>;
  text(article: number): Later<ArticleText>;
  answers(): Later<Answer[]>;
}

/** What the page shows at the moment. */
interface State {
  view: "graph" | "table" | "questions";
  lang: "zh" | "en" | "";
  theme: "light" | "dark" | "";
  node: number | null;
  link: number | null;
  article: number | null;
  passage: number | null;
  focus: number[];
  steps: number;
  /** one thing while the other end is looked for, two when there is a path to show */
  path: number[];
  table: "facts" | "things";
  question: string;
  classes: number[];
  predicates: number[];
  articles: number[];
  sources: number[];
  min: number;
  range: [string, string] | null;
  candidates: boolean;
  alone: boolean;
  limit: number;
}

interface Store {
  get(): State;
  set(patch: Partial<State>): void;
  listen(listener: (state: State, before: State) => void): void;
  /** The state as a text that another copy of the page understands. */
  code(): string;
  /** Take such a text; false where it names something that is not here. */
  take(code: string): boolean;
}

interface Sifted {
  passes: Uint8Array;
  linked: Uint8Array;
  things: Uint8Array;
  classOff: boolean[];
  facts: number;
  classes: number[];
  predicates: number[];
  articles: number[];
  sources: number[];
  /** how many facts of each date pass all filters but that of the date, and how many have none */
  days: number[];
  undated: number;
}

interface Way { things: number[]; links: Link[] }

type Parts = Record<
  | "header" | "brand" | "tools" | "rail" | "stage" | "bar" | "canvas" | "table" | "questions" | "reader" | "note" | "foot"
  | "tip" | "panel" | "grip" | "panelBody" | "timeline" | "toast",
  HTMLElement
> & { help: HTMLDialogElement };

interface Target { node?: number; link?: number }

interface Drawing {
  show(shown: Set<number>, links: Map<number, Fact[]>, places: Map<number, Point>): void;
  select(target: Target | null, way?: Way | null): void;
  fit(smooth?: boolean, only?: Set<number> | null): void;
  reveal(index: number): void;
  center(index: number): void;
  zoom(factor: number): void;
  recolor(): void;
  relabel(): void;
  boxes(): { words: string; line: boolean; x: number; y: number; w: number; h: number }[];
  where(index: number): Point | null;
  toward(from: number | null, direction: Point): number | null;
  picture(): Promise<Blob>;
  vector(): string;
}

interface SearchBox { box: HTMLElement; relabel(): void; focus(): void }

interface App {
  graph: Graph;
  store: Store;
  drawing: Drawing;
  searchBox: SearchBox;
  sifted: Sifted;
  ways: Way[];
  /** where things stand outside the surroundings of one, and for which view */
  arranged?: { places: Map<number, Point>; anew: boolean; view: string };
  click(target: Target, shift: boolean): void;
  select(index: number): void;
  find(index: number): void;
  focus(index: number): void;
  center(index: number): void;
  read(article: number, passage: number | null): void;
  pathFrom(index: number): void;
  clear(): void;
  back(): void;
  toggleRail(): void;
  help(): void;
  say(words: string): void;
}

declare namespace vis {
  class DataSet<T = any> {
    add(items: T | T[]): void;
    remove(ids: unknown): void;
    update(items: T | T[]): void;
  }
  class Network {
    constructor(container: HTMLElement, data: { nodes: DataSet; edges: DataSet }, options: object);
    on(event: string, listener: (e: any) => void): void;
    getScale(): number;
    getPosition(id: number): Point;
    getViewPosition(): Point;
    canvasToDOM(at: Point): Point;
    DOMtoCanvas(at: Point): Point;
    getNodeAt(at: Point): number | undefined;
    getEdgeAt(at: Point): number | undefined;
    moveNode(id: number, x: number, y: number): void;
    moveTo(to: object): void;
    redraw(): void;
    setOptions(options: object): void;
  }
}

interface Window { unigraph: Readonly<{ boxes: Drawing["boxes"]; where(name: string): Point | null }> }
