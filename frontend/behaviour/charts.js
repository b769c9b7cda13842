// Draws <figure class="chart" data-chart="id of a JSON script"> and its tools; see charts/ for the kinds.
import { draw } from "./charts/drawing.js";
import { say } from "./words.js";

const drawn = new Map();
// As wide as the text on A4, at 96 dots an inch.
const PAPER = document.querySelector(".print-landscape") ? 960 : 660;

function redraw() {
  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    const canvas = figure.querySelector(".chart-canvas");
    drawn.get(canvas)?.dispose();
    drawn.set(canvas, draw(canvas, JSON.parse(document.getElementById(figure.dataset.chart).textContent)));
  }
  for (const canvas of drawn.keys()) if (!canvas.isConnected) drawn.delete(canvas);
}

function turn(figure, button) {
  const view = figure.dataset.view === "table" ? "chart" : "table";
  figure.dataset.view = view;
  button.querySelector("span").textContent = say(view === "table" ? "show_chart" : "show_table");
  if (view === "chart") drawn.get(figure.querySelector(".chart-canvas"))?.resize();
}

function download(figure) {
  const chart = drawn.get(figure.querySelector(".chart-canvas"));
  const file = new Blob([chart.renderToSVGString()], { type: "image/svg+xml" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: `${figure.dataset.chart}.svg` });
  link.click();
  URL.revokeObjectURL(link.href);
}

document.addEventListener("click", ({ target }) => {
  const figure = target.closest?.("figure[data-chart]");
  const button = target.closest?.("button");
  if (!figure || !button) return;
  if (button.matches("[data-chart-turn]")) turn(figure, button);
  if (button.matches("[data-chart-download]")) download(figure);
});
document.addEventListener("theme", redraw);
document.addEventListener("htmx:after:swap", redraw);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
// Paper does not wait for the next frame.
function fit(width) {
  for (const chart of drawn.values()) {
    chart.resize({ width });
    chart.getZr().flush();
  }
}
window.addEventListener("beforeprint", () => fit(PAPER));
window.addEventListener("afterprint", () => fit("auto"));
window.addEventListener("resize", () => drawn.forEach((chart) => chart.resize()));
document.fonts.ready.then(redraw);
