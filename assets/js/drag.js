// In the grid of a day, a visit can be dragged to a free place. The page of the move opens, which asks before anything changes; the
// same page is reached by links.

let dragged = null;

// Of several menus that can begin at one time, the visit keeps its own.
const placeOf = (event) => {
  const place = dragged ? event.target.closest?.("[data-place]") : null;
  const { start } = place?.dataset ?? {};
  const own = `[data-start="${start}"][data-menu="${CSS.escape(dragged?.dataset.menu ?? "")}"]`;
  return place?.closest("td").querySelector(own) ?? place;
};

const mark = (place) => {
  for (const other of document.querySelectorAll("[data-over]")) other.toggleAttribute("data-over", other === place);
  place?.toggleAttribute("data-over", true);
};

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-move]") ?? null;
  dragged?.closest(".grid").toggleAttribute("data-dragging", true);
});

document.addEventListener("dragover", (event) => {
  const place = placeOf(event);
  if (dragged) mark(place);
  if (place) event.preventDefault();
});

document.addEventListener("drop", (event) => {
  const place = placeOf(event);
  if (!place) return;
  event.preventDefault();
  location.assign(new URL(place.dataset.place, new URL(dragged.dataset.move, location.origin)));
});

document.addEventListener("dragend", () => {
  dragged?.closest(".grid")?.toggleAttribute("data-dragging", false);
  mark(null);
  dragged = null;
});
