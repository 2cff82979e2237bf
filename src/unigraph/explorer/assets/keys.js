// Keys that work everywhere but where one types.

export function bindKeys(app) {
  const actions = {
    "/": () => app.searchBox.focus(),
    Escape: () => app.back(),
    "+": () => app.drawing.zoom(1.35),
    "=": () => app.drawing.zoom(1.35),
    "-": () => app.drawing.zoom(1 / 1.35),
    0: () => app.drawing.fit(),
    t: () => app.store.set({ view: app.store.get().view === "table" ? "graph" : "table", article: null }),
    "?": () => app.help(),
  };
  addEventListener("keydown", (e) => {
    const typing = e.target instanceof HTMLInputElement && e.target.type !== "range";
    if (typing || e.ctrlKey || e.metaKey || e.altKey || document.querySelector("dialog[open]")) return;
    const act = actions[e.key.length === 1 ? e.key.toLowerCase() : e.key];
    if (!act) return;
    e.preventDefault();
    act();
  });
}
