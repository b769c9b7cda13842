// <button data-copy="text"> or <button data-copy-from="#id">.
import { say } from "./words.js";

export function startCopy() {
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest?.("[data-copy], [data-copy-from]");
    if (!button) return;
    const source = button.dataset.copyFrom && document.querySelector(button.dataset.copyFrom);
    await put(source ? (source.value ?? source.textContent) : button.dataset.copy);
    const words = button.querySelector("span") ?? button;
    words.textContent = say("copied");
  });
}

// An intranet without https has no clipboard of its own.
async function put(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.body.appendChild(Object.assign(document.createElement("textarea"), { value: text, className: "unseen" }));
  field.select();
  document.execCommand("copy");
  field.remove();
}
