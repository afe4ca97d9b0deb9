// What an answer changes in place: nothing of another visitor or release, the address and the focus along with it.

const here = () => location.pathname + location.search;

// The address of what the page shows. Back leads to another one without loading it.
let shown = here();

addEventListener("popstate", () => {
  if (here() !== shown) location.reload();
});

const follow = (url) => {
  const { pathname, search } = new URL(url, location);
  shown = pathname + search;
  // With the origin: a path that begins with two slashes would be read as a host, and as none at all in "//[".
  if (shown !== here()) history.pushState(null, "", location.origin + shown);
};

// Whether an answer was drawn for the same visitor as the page, and by the same release, whose stylesheet it has.
const belongs = (response) => response.headers.get("X-Page-Mark") === document.getElementById("header")?.dataset.mark;

// A link pressed for another window is left to the browser, which htmx does not do by itself.
addEventListener(
  "click",
  (event) => {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (elsewhere && event.target.closest?.("a[data-hx-get]")) event.stopImmediatePropagation();
  },
  true,
);

// A link that keeps what the address says says it as the page stands now, whatever was changed in place since.
addEventListener(
  "click",
  (event) => {
    const link = event.target.closest?.("a[data-keeps]");
    if (!link) return;
    const [to, now] = [new URL(link.href), new URLSearchParams(location.search)];
    for (const name of link.dataset.keeps.split(" ")) {
      if (now.has(name)) to.searchParams.set(name, now.get(name));
      else to.searchParams.delete(name);
    }
    link.href = to.href;
  },
  true,
);

// An error page has the main part of a page and none of its smaller ones. A link then loads its page as a whole, and so it
// does when the answer does not belong to this one; the answer to a form brings its own header and footer.
document.addEventListener("htmx:before:swap", (event) => {
  const { ctx, tasks } = event.detail;
  const { dataset, href } = ctx.sourceElement;
  // What a page asks for by itself puts nothing in its place when it fails, and nobody waits for it.
  if ("unasked" in dataset) {
    if (!ctx.response.raw.ok || !tasks.length) event.preventDefault();
    else if (!belongs(ctx.response)) {
      event.preventDefault();
      location.reload();
    }
    return;
  }
  // The link itself may be part of what goes.
  Object.assign(ctx, { focus: dataset.focus, isLink: Boolean(href) });
  const wanted = ctx.select ?? `#${ctx.focus}`;
  const part = tasks.find((task) => task.type === "main")?.fragment.querySelector(wanted);
  if (part && (!href || belongs(ctx.response))) return;
  event.preventDefault();
  if (href) location.assign(href);
  else document.dispatchEvent(new CustomEvent("swap:failed", { detail: { ctx } }));
});

document.addEventListener("htmx:after:swap", (event) => {
  const { focus, isLink, response, sourceElement, target } = event.detail.ctx;
  if ("unasked" in sourceElement.dataset) return;
  if (isLink) follow(response.headers.get("HX-Push-Url") ?? response.raw.url);
  if (target?.id === "main") {
    // A refused form begins at its problems.
    if (document.getElementById("problems")) return;
    scrollTo(0, 0);
    // Where the page says what is done next, it begins there.
    const next = document.querySelector("#main [autofocus]");
    (next ?? document.querySelector("#main h1"))?.focus({ preventScroll: true });
    if (next && next.getBoundingClientRect().bottom > innerHeight) next.scrollIntoView({ block: "center" });
    return;
  }
  const focused = document.getElementById(focus);
  focused?.focus({ preventScroll: true });
  focused?.scrollIntoView({ block: "nearest" });
  const pane = document.getElementById(focused?.getAttribute("aria-controls"));
  if (pane) reveal(pane, focused);
});

// What has opened below the edge of the screen comes into sight, as far as its opener stays there.
const MARGIN = 16;

const reveal = (pane, opener) => {
  const hidden = pane.getBoundingClientRect().bottom + MARGIN - innerHeight;
  const room = opener.getBoundingClientRect().top - MARGIN;
  if (hidden > 0 && room > 0) scrollBy(0, Math.min(hidden, room));
};
