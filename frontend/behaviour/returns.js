// A form that is sent from the middle of a long page has the page loaded anew:
// the focus comes back to the heading of its item, or of its part of the page, not to the top.
const KEY = "chamdiem:return";

export function startReturns() {
  document.addEventListener("htmx:finally:request", ({ detail: { ctx: { sourceElement, response } } }) => {
    const heading = sourceElement.closest?.("[data-returns], [data-item]")?.querySelector(":is(h2, h3)[id][tabindex]");
    if (heading && response?.headers.has("HX-Refresh")) sessionStorage.setItem(KEY, heading.id);
  });
  const id = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (id) document.getElementById(id)?.focus();
}
