//! A headless Chromium by chromedriver.

use super::driver::Driver;
use super::{Device, PageHandle, Script, in_path};
use serde_json::{Value, json};
use std::process::Command;

const FLAGS: [&str; 9] = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=ja",
    "--accept-lang=ja",
];

/// The names under which chromedriver looks for a browser.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
const DRIVER: &str = "chromedriver";
/// The engine without the windows of the browser, where it is installed: the same pages cost it half as much.
const SHELL: &str = "chromium-headless-shell";

/// An unknown selector is an error in a script, and in a stylesheet its rule is dropped. A block, because a browser may be made older
/// again by the next setting.
const OLDER: &str = "{
    const unknown = /:(has|modal)\\b/, unknownMedia = /\\(scripting\\b/;
    const questions = { Document: ['querySelector', 'querySelectorAll'],
        Element: ['querySelector', 'querySelectorAll', 'matches', 'closest'] };
    for (const [kind, names] of Object.entries(questions)) {
        for (const name of names) {
            const known = window[kind].prototype[name];
            window[kind].prototype[name] = function (selector) {
                if (unknown.test(selector)) throw new DOMException(selector, 'SyntaxError');
                return known.call(this, selector);
            };
        }
    }
    delete window.reportError;
    const drop = (sheet) => {
        for (let at = sheet.cssRules.length - 1; at >= 0; at -= 1) {
            const rule = sheet.cssRules[at];
            const asked = [rule.selectorText, rule.conditionText].join();
            if (unknown.test(asked) || unknownMedia.test(asked)) sheet.deleteRule(at);
            else if (rule.cssRules) drop(rule);
        }
    };
    document.addEventListener('DOMContentLoaded', () => [...document.styleSheets].forEach(drop));
}";

pub(super) fn missing() -> Option<&'static str> {
    let installed = in_path(DRIVER).is_some() && BROWSERS.iter().any(|name| in_path(name).is_some());
    (!installed).then_some(
        "no Chromium with chromedriver in PATH; on Debian: apt-get install chromium chromium-driver, or run tests/run \
         as root",
    )
}

/// Asked for any port, chromedriver takes one that is free on IPv6, and gives up when another process has the same one on
/// IPv4.
pub(super) fn start() -> Driver {
    Driver::start(|group| group.starts_and_tells(Command::new(DRIVER).arg("--port=0"), "started successfully on port "))
}

pub(super) fn capabilities() -> Value {
    let preferences = json!({ "intl.accept_languages": "ja" });
    let mut options = json!({ "args": FLAGS, "prefs": preferences });
    match in_path(SHELL) {
        Some(shell) => options["binary"] = json!(shell),
        None => options["args"].as_array_mut().unwrap().push(json!("--headless")),
    }
    json!({
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "goog:chromeOptions": options,
    })
}

/// Runs scripts of pages or none, from the next page on. Those of a test are run in any case.
pub(super) async fn turns_scripts(page: &PageHandle, script: Script) {
    commands(page, "Emulation.setScriptExecutionDisabled", json!({ "value": script == Script::Off })).await;
}

/// Forgets everything that another site could meet: each has a port of its own, and only cookies do not ask for the port.
pub(super) async fn forgets(page: &PageHandle) {
    page.client.goto("about:blank").await.unwrap();
    commands(page, "Network.clearBrowserCookies", json!({})).await;
    for kind in ["browser", "performance"] {
        log(page, kind).await;
    }
}

pub(super) async fn set_size(page: &PageHandle, width: u32, height: u32, device: Device) {
    let mobile = device == Device::Phone;
    let params = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
    commands(page, "Emulation.setDeviceMetricsOverride", params).await;
}

/// Makes it an older browser, from the next page on: it knows neither `:has()` nor `:modal` nor `@media (scripting)`, and not
/// every call.
pub(super) async fn grows_old(page: &PageHandle) {
    commands(page, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": OLDER })).await;
}

/// A command of the DevTools protocol.
async fn commands(page: &PageHandle, command: &str, params: Value) {
    page.ask("goog/cdp/execute", json!({ "cmd": command, "params": params })).await.unwrap();
}

/// What has come into a log since it was read last.
pub(super) async fn log(page: &PageHandle, kind: &str) -> Vec<Value> {
    let entries = page.ask("se/log", json!({ "type": kind })).await.unwrap();
    entries.as_array().unwrap().clone()
}
