// Escape, a press outside and the focus outside close a menu: that of the header, or the one of a line in the book.

const menus = () => [...document.querySelectorAll("details:is(.menu, .book-more)[open]")];

const closeUnder = (target) => {
  for (const open of menus()) {
    if (!open.contains(target)) open.open = false;
  }
};

// iOS makes no click of a tap on what is no control, and a screen reader makes nothing else.
for (const press of ["pointerup", "click"]) {
  document.addEventListener(press, (event) => closeUnder(event.target));
}

// It must not hide what has the focus.
document.addEventListener("focusin", (event) => closeUnder(event.target));

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const open of menus()) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
