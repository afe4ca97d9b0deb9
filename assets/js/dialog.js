// A dialog is raised above the page, where it holds the focus. Escape follows the link that leaves it.

let raised;

const raise = () => {
  const dialog = document.querySelector("dialog[open]");
  // Safari before 15.4 has no dialogs: there it stays a part of the page.
  if (!dialog?.showModal || dialog === raised) return;
  raised = dialog;
  dialog.close();
  dialog.showModal();
  // What is said outside of a raised dialog is neither seen nor read out.
  const status = document.getElementById("status");
  if (status) dialog.append(status);
};

document.addEventListener(
  "cancel",
  (event) => {
    const leave = event.target.querySelector?.("[data-leave]");
    if (!leave) return;
    event.preventDefault();
    leave.click();
  },
  true,
);

// The dialog goes with the main part, the live region that was lent to it does not. (At the window, all who may refuse the
// swap have been asked.)
addEventListener("htmx:before:swap", (event) => {
  const status = document.querySelector("dialog > #status");
  if (status && !event.defaultPrevented) document.body.append(status);
});

document.addEventListener("htmx:after:swap", raise);
raise();
