// <button data-copy="text"> or <button data-copy-from="#id">.
import { say } from "./words.js";

export function startCopy() {
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest?.("[data-copy], [data-copy-from]");
    if (!button) return;
    const source = button.dataset.copyFrom && document.querySelector(button.dataset.copyFrom);
    await navigator.clipboard.writeText(source ? (source.value ?? source.textContent) : button.dataset.copy);
    const words = button.querySelector("span") ?? button;
    words.textContent = say("copied");
  });
}
