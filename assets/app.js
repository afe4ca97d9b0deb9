// What the pages do beyond links and forms. Every page works without this file; it knows no feature and keeps nothing.
"use strict";

(() => {
  const status = () => document.getElementById("status");

  const say = (words, failed = false) => {
    const region = status();
    if (!region) return;
    region.classList.toggle("status-failed", failed);
    region.textContent = words;
  };

  // ---- passwords: the button is hidden in the markup, because without this script it could do nothing ----

  const draw = (button, shown) => {
    const input = document.getElementById(button.getAttribute("aria-controls"));
    if (!input) return;
    input.type = shown ? "text" : "password";
    input.autocapitalize = "none";
    button.querySelector("span").textContent = shown ? button.dataset.hide : button.dataset.show;
    button.setAttribute("aria-label", shown ? button.dataset.hideName : button.dataset.showName);
  };

  const shown = (button) => document.getElementById(button.getAttribute("aria-controls"))?.type === "text";

  const uncover = (root) => {
    for (const button of root.querySelectorAll(".reveal-button")) button.hidden = false;
  };

  // A password leaves the page as a password, so that it is not kept among the words once typed into text fields.
  const cover = (form) => {
    for (const button of form.querySelectorAll(".reveal-button")) draw(button, false);
  };

  // ---- the menu: Escape and a press outside close it ----

  const menu = () => document.querySelector("details.menu[open]");

  document.addEventListener("click", (event) => {
    if (status()?.classList.contains("status-failed")) say("");
    const reveal = event.target.closest?.(".reveal-button");
    if (reveal) draw(reveal, !shown(reveal));
    const open = menu();
    if (open && !open.contains(event.target)) open.open = false;
  });

  document.addEventListener("keydown", (event) => {
    const open = menu();
    if (event.key !== "Escape" || !open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });

  // ---- a dialog: raised above the page, where it holds the focus; Escape follows the link that leaves it ----

  const raise = () => {
    const dialog = document.querySelector("dialog[open]:not(:modal)");
    if (!dialog) return;
    dialog.close();
    dialog.showModal();
    // What is said outside of a raised dialog is neither seen nor read out.
    dialog.append(status());
  };

  document.addEventListener(
    "cancel",
    (event) => {
      const way = event.target.querySelector?.("[data-leave]");
      if (!way) return;
      event.preventDefault();
      way.click();
    },
    true,
  );

  // ---- sending: one submit at a time, and it is said what is going on ----

  const sending = (form, yes) => {
    for (const button of form.querySelectorAll("button[type=submit]")) {
      if (yes) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    cover(form);
    // htmx drops a second submit by itself; a plain form is held back here until the next page comes.
    if (event.defaultPrevented || form.hasAttribute("data-hx-post")) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "true";
    sending(form, true);
    say(status()?.dataset.sending ?? "");
  });

  // A page that comes back out of the browser's memory must be usable again.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    say("");
    for (const form of document.querySelectorAll("form")) {
      delete form.dataset.sent;
      sending(form, false);
    }
  });

  document.addEventListener("htmx:before:request", (event) => {
    sending(event.detail.ctx.sourceElement, true);
    say(status()?.dataset.sending ?? "");
  });

  document.addEventListener("htmx:finally:request", (event) => {
    if (event.detail.ctx.keepIndicators) return;
    sending(event.detail.ctx.sourceElement, false);
    if (!status()?.classList.contains("status-failed")) say("");
  });

  document.addEventListener("htmx:error", (event) => {
    if (event.detail.ctx) say(status()?.dataset.failed ?? "", true);
  });

  // ---- an answer: only what was asked for is swapped in, and the focus goes to where it begins ----

  const intoMain = (ctx) => ctx.target?.id === "main";

  // An error page has the main part of a page and none of its smaller ones: a link then goes there with the whole window.
  document.addEventListener("htmx:before:swap", (event) => {
    const { ctx, tasks } = event.detail;
    const part = `#${ctx.target?.id}`;
    // The link itself may be part of what goes.
    ctx.focus = ctx.sourceElement.dataset.focus;
    if (tasks.some((task) => task.type === "main" && task.fragment.querySelector(part))) {
      // The dialog goes with the main part, the words that it was lent do not.
      if (intoMain(ctx)) document.body.append(status());
      return;
    }
    event.preventDefault();
    if (ctx.sourceElement.href) location.assign(ctx.sourceElement.href);
    else say(status()?.dataset.failed ?? "", true);
  });

  // The address follows a link; after a form it follows a redirect only.
  document.addEventListener("htmx:before:history:update", (event) => {
    const { sourceElement, response } = event.detail;
    if (!sourceElement?.href && !response?.raw.redirected) event.preventDefault();
  });

  document.addEventListener("htmx:after:swap", (event) => {
    const { ctx } = event.detail;
    if (!ctx.target?.id) return;
    say("");
    if (!intoMain(ctx)) {
      const heading = document.getElementById(ctx.focus);
      heading?.focus({ preventScroll: true });
      heading?.scrollIntoView({ block: "nearest" });
      return;
    }
    const problems = document.getElementById("problems");
    if (problems) {
      problems.focus();
      return;
    }
    scrollTo(0, 0);
    document.querySelector("#main h1")?.focus({ preventScroll: true });
    raise();
  });

  document.addEventListener("htmx:after:process", (event) => uncover(event.target));

  uncover(document);
  raise();

  // A plain answer with problems starts there as well.
  document.getElementById("problems")?.focus();
})();
