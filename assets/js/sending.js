// One submit at a time: while a request runs, the buttons that have caused it say that they are not to be pressed.

const disable = (element, yes) => {
  for (const button of element.querySelectorAll("button[type=submit]")) {
    if (yes) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  // htmx drops a second submit by itself; a plain form is held back here until the next page comes.
  // Behind a file no page comes.
  if (event.defaultPrevented || "file" in form.dataset) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "true";
  disable(form, true);
});

document.addEventListener("htmx:before:request", (event) => {
  const { sourceElement } = event.detail.ctx;
  // A page on its way must not come in between a form and its answer.
  if (sourceElement.matches("form")) stop();
  disable(sourceElement, true);
});

document.addEventListener("htmx:finally:request", (event) => {
  const { keepIndicators, sourceElement } = event.detail.ctx;
  // The next page is on its way.
  if (!keepIndicators) disable(sourceElement, false);
});

// A page that comes back out of the browser's memory must be usable again.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.forms) {
    delete form.dataset.sent;
    disable(form, false);
  }
});
