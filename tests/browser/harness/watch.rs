//! What every page must keep to, whatever it shows: nothing comes from elsewhere (L13), nothing is violated or goes
//! wrong in the browser (I2), nothing is wider than the screen, and no label or number breaks in its middle.

use super::engine::{Engine, PageHandle};
use super::setting::Setting;
use serde_json::{Value, json};

/// How the browser reports a form that was refused, a slot that is taken or a link that is dead, which are answers and no
/// faults.
const REFUSALS: [&str; 3] = ["status of 422 ", "status of 409 ", "status of 410 "];

/// What sticks out on the right, the innermost elements first; nothing when the page fits.
const TOO_WIDE: &str = "
    const root = document.documentElement, width = root.clientWidth;
    if (root.scrollWidth <= width) return [];
    const out = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > width + 0.5);
    return ['scrolls to ' + root.scrollWidth, ...out.reverse().slice(0, 5).map((e) => e.outerHTML.slice(0, 120))];
";

/// The labels of what is pressed, and the numbers that are read out on the phone.
const WHOLE: &str = ".button, .bar-name, .bar-tool, .menu-panel a, .menu-out, .opener-label, .reveal-button, \
                     .language button, .turn-link, .time, .menu-id dd, .ticket strong, [translate=no]:not([class], code)";

/// Those of them that break in the middle of a word or a number, as far as the browser breaks Japanese between phrases at
/// all: where a phrase is longer than the line, nothing holds a word together.
const BROKEN: &str = "
    if (!CSS.supports('word-break', 'auto-phrase')) return [];
    const tops = (text) => [...text.data].map((_, at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getClientRects()[0];
    });
    const parts = (text, lang) => {
        const words = [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text.data)].filter((e) => e.isWordLike);
        const numbers = [...text.data.matchAll(/\\d+([-:]\\d+)+/g)].map((e) => ({ index: e.index, segment: e[0] }));
        return [...words, ...numbers];
    };
    const breaks = (text, lang) => {
        const rects = tops(text), lines = (from, to) => new Set(rects.slice(from, to).filter(Boolean).map((e) => Math.round(e.top)));
        return parts(text, lang).filter((e) => lines(e.index, e.index + e.segment.length).size > 1).map((e) => e.segment);
    };
    const texts = (e) => {
        const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), found = [];
        while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('.unseen')) found.push(walker.currentNode);
        return found;
    };
    return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility())
        .flatMap((e) => texts(e).flatMap((text) => breaks(text, e.closest('[lang]').lang)));
";

/// All that is wrong with the page, in words.
pub async fn faults(page: &PageHandle, origin: &str, setting: Setting) -> Vec<String> {
    let mut faults = complaints(&page.complaints().await);
    faults.extend(foreign(&page.traffic().await, origin));
    faults.extend(narrow(page, setting).await);
    faults
}

/// What the browser complained of: violations of the policy, errors of scripts, files that did not come.
fn complaints(log: &[Value]) -> Vec<String> {
    let is_refusal = |message: &str| REFUSALS.iter().any(|refusal| message.contains(refusal));
    log.iter()
        .filter(|entry| ["WARNING", "SEVERE"].contains(&entry["level"].as_str().unwrap_or_default()))
        .map(|entry| entry["message"].as_str().unwrap_or_default())
        .filter(|message| !is_refusal(message))
        .map(|message| format!("the browser complains: {message}"))
        .collect()
}

/// Requests to elsewhere, and answers that would let an address of ours be told to elsewhere.
fn foreign(log: &[Value], origin: &str) -> Vec<String> {
    log.iter().filter_map(|entry| foreign_event(&event(entry), origin)).collect()
}

fn event(entry: &Value) -> Value {
    let text = entry["message"].as_str().unwrap();
    serde_json::from_str::<Value>(text).unwrap()["message"].take()
}

fn foreign_event(event: &Value, origin: &str) -> Option<String> {
    let params = &event["params"];
    match event["method"].as_str()? {
        "Network.requestWillBeSent" => outside(params["request"]["url"].as_str()?, origin),
        "Network.webSocketCreated" => outside(params["url"].as_str()?, origin),
        "Network.responseReceived" => talkative(&params["response"], origin),
        _ => None,
    }
}

fn is_inside(url: &str, origin: &str) -> bool {
    url.strip_prefix(origin).is_some_and(|rest| rest.starts_with('/'))
}

/// An address of data asks nobody: browsers draw their own date fields by it. Those of a page are refused by the policy.
fn outside(url: &str, origin: &str) -> Option<String> {
    (!is_inside(url, origin) && !url.starts_with("data:")).then(|| format!("a request to elsewhere: {url}"))
}

/// An answer of ours that does not forbid to tell its address.
fn talkative(response: &Value, origin: &str) -> Option<String> {
    let (url, headers) = (response["url"].as_str()?, response["headers"].as_object()?);
    let policy = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("referrer-policy"));
    let forbids = policy.is_some_and(|(_, value)| value == "no-referrer");
    (is_inside(url, origin) && !forbids).then(|| format!("{url} has no Referrer-Policy"))
}

/// What a page that is too narrow does. Ends at the setting's own size.
async fn narrow(page: &PageHandle, setting: Setting) -> Vec<String> {
    let (own, height) = setting.device.size();
    let mut faults = Vec::new();
    // A window of WebKitGTK is never as narrow as a phone with text at twice its size.
    let least = if page.engine() == Engine::WebKit { 320 } else { 0 };
    for &width in setting.device.widths().iter().filter(|width| least <= **width) {
        if setting.device.widths() != [own] {
            page.set_size(width, height, setting.device).await;
        }
        let both = format!("return [(() => {{{TOO_WIDE}}})(), ((...arguments) => {{{BROKEN}}})(...arguments)]");
        let [too_wide, broken]: [Value; 2] =
            serde_json::from_value(page.client.execute(&both, vec![json!(WHOLE)]).await.unwrap()).unwrap();
        if too_wide != json!([]) {
            faults.push(format!("wider than {width} px: {too_wide}"));
        }
        if broken != json!([]) {
            faults.push(format!("broken at {width} px: {broken}"));
        }
    }
    faults
}
