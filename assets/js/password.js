// The button that shows a password. It is hidden in the markup, because without this script it could do nothing.

const input = (button) => document.getElementById(button.getAttribute("aria-controls"));

const show = (button, shown) => {
  const field = input(button);
  if (!field) return;
  field.type = shown ? "text" : "password";
  field.autocapitalize = "none";
  button.querySelector("span").textContent = shown ? button.dataset.hide : button.dataset.show;
  button.setAttribute("aria-label", shown ? button.dataset.hideName : button.dataset.showName);
};

const unhide = (root) => {
  for (const button of root.querySelectorAll(".reveal-button")) button.hidden = false;
};

document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".reveal-button");
  if (button) show(button, input(button)?.type === "password");
});

// A password leaves the page as a password, so that the browser does not keep it among the words once typed into text
// fields.
document.addEventListener("submit", (event) => {
  for (const button of event.target.querySelectorAll(".reveal-button")) show(button, false);
});

document.addEventListener("htmx:after:process", (event) => unhide(event.target));
unhide(document);
