// Escape, a press outside and the focus outside close the menu.

const menu = () => document.querySelector("details.menu[open]");

// iOS makes no click of a tap on what is no control, and a screen reader makes nothing else.
for (const press of ["pointerup", "click"]) {
  document.addEventListener(press, (event) => {
    const open = menu();
    if (open && !open.contains(event.target)) open.open = false;
  });
}

// It must not hide what has the focus.
document.addEventListener("focusin", (event) => {
  const open = menu();
  if (open && !open.contains(event.target)) open.open = false;
});

document.addEventListener("keydown", (event) => {
  const open = menu();
  if (event.key !== "Escape" || !open) return;
  open.open = false;
  open.querySelector("summary").focus();
});
