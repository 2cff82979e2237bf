// The interface's words, from one table; and dates and numbers as a newspaper would write them.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** @type {{table: Head["words"], lang: "zh" | "en"}} */
const now = { table: {}, lang: "zh" };

/** @param {Head["words"]} table */
export function useWords(table) {
  now.table = table;
}

/** @param {State["lang"]} lang */
export function useLanguage(lang) {
  now.lang = lang || "zh";
  document.documentElement.lang = lang === "en" ? "en" : "zh-CN";
}

/** The words for `key`, with {0}, {1} … replaced. @param {string} key @param {...string} values */
export function t(key, ...values) {
  const both = now.table[key];
  const words = both ? both[now.lang === "zh" ? 0 : 1] : key;
  return words.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]));
}

/** The name of a class or predicate in the page's language. @param {Words} row */
export function label(row) {
  return row[now.lang] ?? row.zh;
}

/** What a fact says, with the title or date that it gives. @param {string} predicate @param {string} [title] */
export function said(predicate, title) {
  return title ? t("titled", predicate, title) : predicate;
}

/** @param {number} value */
export function number(value) {
  return value.toLocaleString("en-US");
}

/** @param {number} value */
export function percent(value) {
  return `${Math.round(value * 100)}%`;
}

/** 2026-03-30, 2026-03 or a span with a slash. @param {string} [value] */
export function date(value) {
  if (!value) return t("nodate");
  const [begin, end] = value.split("/");
  return end ? t("span", day(begin), day(end)) : day(begin);
}

/** @param {string} value */
function day(value) {
  const [y, m, d] = value.split("-").map(Number);
  if (!y) return value;
  if (now.lang === "zh") return `${y}年${m ? `${m}月` : ""}${d ? `${d}日` : ""}`;
  return [d, m && MONTHS[m - 1], y].filter(Boolean).join(" ");
}
