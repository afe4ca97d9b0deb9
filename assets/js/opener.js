// The links that open and close a pane act as buttons do: the space bar presses them.

document.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches?.(".opener")) return;
  event.preventDefault();
  event.target.click();
});
