// Lines of a form as a table, data-lines="its prefix": Enter goes on to the next cell and adds a line behind the
// last one; on an empty line it leaves the table, to the button [data-after-lines].
export function startLines() {
  document.addEventListener("keydown", (event) => {
    const cell = event.target.closest?.("[data-lines] input, [data-lines] select");
    // While a word of Vietnamese is put together, Enter only ends the word.
    if (!cell || event.key !== "Enter" || event.isComposing || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    goOn(cell);
  });
}

function goOn(cell) {
  const line = cell.closest("tr"), table = line.closest("[data-lines]");
  const cells = cellsOf(line);
  if (cell === cells[0] && isEmpty(line)) return cell.form.querySelector("[data-after-lines]")?.focus();
  const next = cells[cells.indexOf(cell) + 1] ?? cellsOf(line.nextElementSibling ?? added(table, line))[0];
  next?.focus();
  next?.select?.();
}

function cellsOf(line) {
  return line ? [...line.querySelectorAll("input:not([type=hidden]), select")] : [];
}

// What stands in a choice by itself nobody has typed.
function isEmpty(line) {
  return [...line.querySelectorAll("input:not([type=hidden])")].every((each) => !each.value.trim());
}

function added(table, last) {
  const prefix = table.dataset.lines, total = last.closest("form").elements[`${prefix}-TOTAL_FORMS`];
  const count = Number(total.value);
  if (count >= Number(table.dataset.most)) return null;
  const line = last.cloneNode(true);
  for (const each of line.querySelectorAll("[name], [id], [for]")) {
    for (const name of ["name", "id", "for"]) {
      const was = each.getAttribute(name);
      if (was !== null) each.setAttribute(name, was.replace(`${prefix}-${count - 1}-`, `${prefix}-${count}-`));
    }
  }
  line.querySelectorAll("label").forEach((each) => { each.textContent = each.textContent.replace(/\d+$/, String(count + 1)); });
  line.querySelectorAll("input").forEach((each) => { each.value = ""; });
  line.querySelectorAll("select").forEach((each) => { each.selectedIndex = 0; });
  total.value = String(count + 1);
  last.after(line);
  return line;
}
