// <ul data-tree="key">: remembers which branches are open; <button data-tree-all="open">, "close".

const kept = (tree) => `chamdiem:tree:${tree.dataset.tree}`;
const branches = (tree) => [...tree.querySelectorAll("details[id]")];

export function startTree() {
  for (const tree of document.querySelectorAll("[data-tree]")) restore(tree);
  document.addEventListener("toggle", ({ target }) => {
    const tree = target.closest?.("[data-tree]");
    if (tree) remember(tree);
  }, true);
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-tree-all]");
    const tree = button && document.querySelector("[data-tree]");
    if (tree) branches(tree).forEach((branch) => { branch.open = button.dataset.treeAll === "open"; });
  });
}

function restore(tree) {
  const open = sessionStorage.getItem(kept(tree));
  const current = tree.querySelector("[aria-current]");
  if (open) branches(tree).forEach((branch) => { branch.open = JSON.parse(open).includes(branch.id) || branch.contains(current); });
  if (current) bringIntoPane(current);
}

// Scrolls the pane only: the page itself stays where it was opened.
function bringIntoPane(row) {
  const pane = row.closest(".pane-side");
  if (pane) pane.scrollTop += row.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 2;
}

function remember(tree) {
  sessionStorage.setItem(kept(tree), JSON.stringify(branches(tree).filter((branch) => branch.open).map((branch) => branch.id)));
}
