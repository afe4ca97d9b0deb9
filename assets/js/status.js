// The live region: what goes on, what went wrong, and what an answer has to say.

const region = () => document.getElementById("status");

let later;

// The tone decides how it looks: a message that is only read out stands on the page already.
const say = (words, tone = "") => {
  clearTimeout(later);
  const status = region();
  if (!status) return;
  status.dataset.tone = tone;
  status.textContent = words ?? "";
};

// A quick answer should neither flash a message nor have it read out.
const sayIfSlow = (words) => {
  clearTimeout(later);
  later = setTimeout(() => say(words), 600);
};

// What came with a page is not announced by itself, as it would be if it changed on a page that stays.
const announce = () => {
  const news = document.querySelector("#main [role=status]");
  // What has the focus is read out as it is.
  if (news && news !== document.activeElement) say(news.textContent, "spoken");
};

// A screen reader hears only of a change to a region that it has seen before.
const announceSoon = () => {
  later = setTimeout(announce, 250);
};

document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented && !("file" in event.target.dataset)) sayIfSlow(region()?.dataset.sending);
});

// A request that a later one has replaced ends while the later one runs.
let running = 0;

// What a page asks for by itself: nobody waits for it.
const isUnasked = (event) => "unasked" in (event.detail.ctx?.sourceElement?.dataset ?? {});

document.addEventListener("htmx:before:request", (event) => {
  if (isUnasked(event)) return;
  const { loading, sending } = region()?.dataset ?? {};
  running += 1;
  sayIfSlow(event.detail.ctx.sourceElement.matches("form") ? sending : loading);
});

document.addEventListener("htmx:finally:request", (event) => {
  if (isUnasked(event)) return;
  running -= 1;
  if (event.detail.ctx.keepIndicators || running > 0) return;
  clearTimeout(later);
  if (!region()?.dataset.tone) say("");
});

document.addEventListener("htmx:after:swap", (event) => {
  if (isUnasked(event)) return;
  const { focus, target } = event.detail.ctx;
  say("");
  if (target?.id === "main") announce();
  // What opened or closed, which the focus alone does not tell.
  const news = document.getElementById(focus)?.dataset.news;
  if (news) say(news, "spoken");
});

for (const failure of ["htmx:error", "swap:failed"]) {
  document.addEventListener(failure, (event) => {
    if (event.detail?.ctx && !isUnasked(event)) say(region()?.dataset.failed, "failed");
  });
}

document.addEventListener("click", () => {
  if (region()?.dataset.tone === "failed") say("");
});

addEventListener("pageshow", (event) => {
  if (event.persisted) say("");
});

announceSoon();
