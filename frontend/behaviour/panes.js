// On a phone the panes are shown one at a time; the bar below chooses: <button data-shows-pane="left">.

export function startPanes() {
  const panes = document.querySelector(".panes");
  if (!panes || !document.querySelector(".pane-bar")) return;
  panes.dataset.pane ||= "middle";
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-shows-pane]");
    if (!button) return;
    panes.dataset.pane = button.dataset.showsPane;
    for (const each of document.querySelectorAll("[data-shows-pane]"))
      each.setAttribute("aria-pressed", String(each === button));
    window.scrollTo(0, 0);
  });
}
