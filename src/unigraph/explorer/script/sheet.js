// On a phone the panel is a sheet with three heights; its grip goes through them.

const HEIGHTS = ["half", "full", "low"];

/** @param {Parts} parts */
export function bindSheet({ panel, grip }) {
  panel.dataset.height = "half";
  grip.addEventListener("click", () => {
    panel.dataset.height = HEIGHTS[(HEIGHTS.indexOf(panel.dataset.height ?? "") + 1) % HEIGHTS.length];
  });
}

/** A sheet that was folded away comes up when something is selected. @param {Parts} parts */
export function raise({ panel }) {
  if (panel.dataset.height === "low") panel.dataset.height = "half";
}
