// In the grid of a day, slots of a column are chosen by dragging over its empty cells with a mouse or a pen. The page that closes slots
// opens with that time and that column; its fields do the same.

let chosen = null;

const cellOf = (event) => event.target.closest?.(".grid[data-close] td:not([colspan])");

// The cells of the column from the first to the last, whichever is above.
const cells = () => {
  const { first, last } = chosen;
  const rows = [...first.closest("tbody").rows];
  const [from, until] = [first, last].map((cell) => rows.indexOf(cell.parentElement)).sort((a, b) => a - b);
  return rows.slice(from, until + 1).map((row) => row.cells[first.cellIndex]).filter((cell) => cell?.colSpan === 1);
};

const mark = (all) => {
  for (const cell of document.querySelectorAll(".grid [data-chosen]")) cell.toggleAttribute("data-chosen", false);
  for (const cell of all) cell.toggleAttribute("data-chosen", true);
};

const drop = () => {
  chosen = null;
  mark([]);
};

document.addEventListener("pointerdown", (event) => {
  const cell = cellOf(event);
  if (!cell || event.button !== 0 || event.pointerType === "touch" || event.target.closest("a, summary")) return;
  chosen = { first: cell, last: cell };
});

document.addEventListener("pointermove", (event) => {
  // The button was let go where nobody could tell, such as beyond the edge of the screen.
  if (chosen && event.buttons === 0) drop();
  const cell = chosen && cellOf(event);
  if (!cell || cell.cellIndex !== chosen.first.cellIndex || cell.closest("table") !== chosen.first.closest("table")) return;
  chosen.last = cell;
  mark(chosen.first === cell ? [] : cells());
});

document.addEventListener("pointerup", () => {
  const all = chosen && chosen.first !== chosen.last ? cells() : [];
  const table = chosen?.first.closest("table");
  const column = chosen?.first.cellIndex;
  drop();
  if (all.length === 0) return;
  const [first, last] = [all[0], all[all.length - 1]].map((cell) => cell.parentElement.dataset);
  const menus = table.tHead.rows[0].cells[column].dataset.menus;
  if (!menus) return;
  location.assign(`${table.dataset.close}?${new URLSearchParams({ from: first.from, until: last.until, menus })}`);
});

document.addEventListener("pointercancel", drop);
