// On a phone the panes are shown one at a time; the bar below chooses: <button data-shows-pane="left">.
// What htmx brings into the middle is shown: who chose a criterion in the tree wants to see it.

export function startPanes() {
  const panes = document.querySelector(".panes");
  if (!panes || !document.querySelector(".pane-bar")) return;
  panes.dataset.pane ||= "middle";
  const show = (name) => {
    panes.dataset.pane = name;
    for (const each of document.querySelectorAll("[data-shows-pane]"))
      each.setAttribute("aria-pressed", String(each.dataset.showsPane === name));
    window.scrollTo(0, 0);
  };
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-shows-pane]");
    if (button) show(button.dataset.showsPane);
  });
  document.addEventListener("htmx:after:swap", () => panes.dataset.pane !== "middle" && show("middle"));
}
