// What the pages do beyond links and forms. Every page works without this file; it knows no feature, and keeps nothing but
// the place at which each page was left.
"use strict";

(() => {
  // ---- the live region: what goes on, what went wrong, and what an answer has to say ----

  const status = () => document.getElementById("status");

  let later;

  // The tone decides how it looks: a message that is only read out stands on the page already.
  const say = (words, tone = "") => {
    clearTimeout(later);
    const region = status();
    if (!region) return;
    region.dataset.tone = tone;
    region.textContent = words;
  };

  // A quick answer should neither flash a message nor have it read out.
  const sayIfSlow = (words) => {
    clearTimeout(later);
    later = setTimeout(() => say(words), 600);
  };

  const failed = () => say(status()?.dataset.failed ?? "", "failed");

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
    if (status()?.dataset.tone === "failed") say("");
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

  // ---- links: another window is the browser's business, and so is the way away from what was typed ----

  addEventListener(
    "click",
    (event) => {
      const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
      if (elsewhere && event.target.closest?.("a[href]")) event.stopImmediatePropagation();
    },
    true,
  );

  const isChanged = (field) =>
    ["checkbox", "radio"].includes(field.type) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;

  // Back brings typed words again only to a page that was left with the whole window.
  document.addEventListener("htmx:config:request", (event) => {
    const { sourceElement, target } = event.detail.ctx;
    if (!sourceElement.href || target?.id !== "main") return;
    if (![...document.querySelectorAll("main :is(input:not([type=hidden]), textarea)")].some(isChanged)) return;
    event.preventDefault();
    location.assign(sourceElement.href);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.target.matches?.(".opener")) return;
    event.preventDefault();
    event.target.click();
  });

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
    if (event.defaultPrevented) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "true";
    sending(form, true);
    sayIfSlow(status()?.dataset.sending ?? "");
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

  // A request that a later one has replaced ends while the later one runs.
  let running = 0;
  let following;

  document.addEventListener("htmx:before:request", (event) => {
    const { ctx } = event.detail;
    const isLink = Boolean(ctx.sourceElement.href);
    // A link that was pressed before must not come in between a form and its answer.
    if (!isLink) following?.request.abort();
    following = isLink ? ctx : undefined;
    running += 1;
    sending(ctx.sourceElement, true);
    sayIfSlow(status()?.dataset[isLink ? "loading" : "sending"] ?? "");
  });

  document.addEventListener("htmx:finally:request", (event) => {
    running -= 1;
    if (event.detail.ctx.keepIndicators) return;
    sending(event.detail.ctx.sourceElement, false);
    if (running > 0) return;
    clearTimeout(later);
    if (!status()?.dataset.tone) say("");
  });

  document.addEventListener("htmx:error", (event) => {
    if (event.detail.ctx) failed();
  });

  // ---- the history: every page is a step of its own, and Back asks the server again ----

  // htmx's own leaves the wrong page when Back is pressed twice in a hurry, and the place on the page behind.
  const here = () => location.pathname + location.search;
  let drawn = here();
  let leaving = false;
  let settled;

  const keepPlace = () => {
    clearTimeout(settled);
    if (!leaving) history.replaceState({ y: scrollY }, "");
  };

  const loadAgain = () => {
    leaving = true;
    location.reload();
  };

  // After a form the address follows a redirect only.
  const follow = (ctx) => {
    const { url, redirected } = ctx.response.raw;
    const { pathname, search } = new URL(url);
    if ((!ctx.way && !redirected) || pathname + search === here()) return;
    history.pushState(null, "", pathname + search);
    drawn = here();
  };

  addEventListener("popstate", () => {
    clearTimeout(settled);
    if (here() !== drawn) loadAgain();
  });

  addEventListener("scroll", () => {
    clearTimeout(settled);
    settled = setTimeout(keepPlace, 200);
  });

  // The browser would put the place on the page that is left onto the one that comes.
  const begin = () => {
    history.scrollRestoration = "manual";
    const main = document.getElementById("main");
    const asked = new URL(main?.dataset.here ?? "", location.href);
    drawn = asked.pathname + asked.search;
    const { y = 0, again } = history.state ?? {};
    // Back was pressed once more while this page was on its way. (Once: an address that something on the way to the server
    // rewrites stays another one.)
    history.replaceState({ y, again: drawn !== here() && !again }, "");
    if (history.state.again) loadAgain();
    else if (y) scrollTo(0, y);
  };

  // ---- an answer: only what was asked for is swapped in, and the focus goes to where it begins ----

  const intoMain = (ctx) => ctx.target?.id === "main";

  // Whether an answer belongs to the page that is open: drawn for the same visitor, and by the same release, whose
  // stylesheet and script are there. Its header comes with every answer.
  const belongs = (tasks) => {
    const header = tasks.map((task) => task.fragment.querySelector("#header")).find(Boolean);
    return header?.dataset.mark === document.getElementById("header")?.dataset.mark;
  };

  // An error page has the main part of a page and none of its smaller ones: a link then goes there with the whole window,
  // and so it does to a page that does not belong to this one.
  document.addEventListener("htmx:before:swap", (event) => {
    const { ctx, tasks } = event.detail;
    // The link itself may be part of what goes.
    const way = ctx.sourceElement.href;
    Object.assign(ctx, { way, focus: ctx.sourceElement.dataset.focus });
    const part = tasks.find((task) => task.type === "main")?.fragment.querySelector(`#${ctx.target?.id}`);
    if (part && (!way || belongs(tasks))) {
      // The dialog goes with the main part, the words that it was lent do not.
      if (intoMain(ctx)) document.body.append(status());
      keepPlace();
      return;
    }
    event.preventDefault();
    if (way) location.assign(way);
    else failed();
  });

  document.addEventListener("htmx:after:swap", (event) => {
    const { ctx } = event.detail;
    if (!ctx.target?.id) return;
    follow(ctx);
    say("");
    if (!intoMain(ctx)) {
      const focused = document.getElementById(ctx.focus);
      focused?.focus({ preventScroll: true });
      focused?.scrollIntoView({ block: "nearest" });
      // What opened or closed beside it, which the focus alone does not tell.
      if (focused?.dataset.news) say(focused.dataset.news, "spoken");
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
    // What came with the answer is not announced by itself, as it would be if it changed on a page that stays.
    const news = document.querySelector("#main [role=status]");
    if (news) say(news.textContent, "spoken");
  });

  document.addEventListener("htmx:after:process", (event) => uncover(event.target));

  begin();
  uncover(document);
  raise();

  // A plain answer with problems starts there as well.
  document.getElementById("problems")?.focus();
})();
