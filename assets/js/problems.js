// A refused form begins at the summary of its problems, whether it came in place or as a whole page.

const begin = () => document.getElementById("problems")?.focus();

document.addEventListener("htmx:after:swap", (event) => {
  if (event.detail.ctx.target?.id === "main") begin();
});
begin();
