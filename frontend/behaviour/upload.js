// Several files at once, dropped, pasted, chosen or photographed:
// <form data-upload-form><div data-upload="address" data-most-mb="50"><input type="file" name="file" multiple>…</div></form>
// One request for each file; each line shows its progress. Without this script the form sends itself.
import { element, place, token } from "./server.js";
import { say } from "./words.js";

export function startUpload() {
  document.addEventListener("change", ({ target }) => {
    const zone = target.matches?.("input[type=file]") && target.closest("[data-upload]");
    if (zone) { take(zone, target.hasAttribute("capture") ? [...target.files].map((file) => named(file, "photographed")) : target.files); target.value = ""; }
  });
  for (const name of ["dragover", "dragleave", "drop"]) document.addEventListener(name, dragged);
  document.addEventListener("paste", ({ clipboardData, target }) => {
    if (target.closest?.("input, textarea")) return;
    const zone = document.querySelector("[data-upload]");
    if (zone && clipboardData?.files.length) take(zone, [...clipboardData.files].map((file) => named(file, "pasted")));
  });
}

function dragged(event) {
  const zone = event.target.closest?.("[data-upload]");
  if (!zone) return;
  event.preventDefault();
  zone.classList.toggle("is-over", event.type === "dragover");
  if (event.type === "drop") take(zone, event.dataTransfer.files);
}

// Every picture on the clipboard is called “image”, and one of the camera so or by a number: it is called by its moment.
function named(file, how) {
  const [, ending] = file.name.match(/^(?:image|\d+)(\.\w+)$/) ?? [];
  if (!ending) return file;
  const now = new Date();
  const [hour, minute, second, day, month] = [now.getHours(), now.getMinutes(), now.getSeconds(), now.getDate(), now.getMonth() + 1].map((each) => String(each).padStart(2, "0"));
  return new File([file], `${say(how, { at: `${hour}.${minute}.${second} ${day}-${month}-${now.getFullYear()}` })}${ending}`, { type: file.type });
}

async function take(zone, files) {
  const form = zone.closest("form");
  for (const file of [...files]) {
    const line = lineFor(zone, file);
    const most = Number(zone.dataset.mostMb || 0);
    if (most && file.size > most * 1e6) fail(line, say("too_large", { most }));
    else await sendOne(zone, form, file, line);
  }
  zone.dispatchEvent(new CustomEvent("uploaded", { bubbles: true }));
}

function sendOne(zone, form, file, line) {
  const data = form ? new FormData(form) : new FormData();
  data.delete("file");
  data.append("file", file, file.name);
  const request = new XMLHttpRequest();
  request.open("POST", zone.dataset.upload);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("X-CSRFToken", token());
  request.responseType = "json";
  request.upload.addEventListener("progress", ({ loaded, total }) => { line.querySelector("progress").value = (100 * loaded) / total; });
  line.querySelector("button").addEventListener("click", () => { request.abort(); line.remove(); });
  return new Promise((done) => {
    request.addEventListener("loadend", done);
    request.addEventListener("error", () => fail(line, say("upload_lost")));
    request.addEventListener("load", () => {
      if (request.status < 300) finish(line, request.response ?? {});
      else fail(line, request.response?.sentence ?? say("upload_lost"));
    });
    request.send(data);
  });
}

function lineFor(zone, file) {
  const list = zone.parentElement.querySelector(".uploads") ?? zone.parentElement.appendChild(element("ul", { className: "uploads" }));
  const line = element("li", {},
    element("b", { textContent: file.name }),
    element("button", { type: "button", className: "btn btn-quiet btn-small", textContent: say("cancel") }),
    element("progress", { className: "bar", max: 100, value: 0, ariaLabel: `${say("uploading")} ${file.name}` }));
  list.setAttribute("aria-live", "polite");
  list.append(line);
  return line;
}

function finish(line, answer) {
  line.querySelector("button").replaceWith(element("span", { className: "muted", textContent: say("uploaded") }));
  line.querySelector("progress").value = 100;
  if (answer.notice) line.append(element("p", { className: "field-hint", textContent: answer.notice }));
  place(answer.parts);
}

function fail(line, sentence) {
  line.querySelector("progress")?.remove();
  line.append(element("p", { className: "field-error", textContent: sentence }));
}
