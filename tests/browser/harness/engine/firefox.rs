//! A headless Firefox by geckodriver.

use super::driver::Driver;
use super::{PageHandle, Script, in_path, is_wide};
use serde_json::{Value, json};
use std::process::Command;

const BROWSERS: [&str; 2] = ["firefox", "firefox-esr"];
const DRIVER: &str = "geckodriver";

pub(super) fn missing() -> Option<&'static str> {
    let installed = in_path(DRIVER).is_some() && BROWSERS.iter().any(|name| in_path(name).is_some());
    (!installed).then_some("no Firefox with geckodriver in PATH; tests/browsers installs them")
}

pub(super) fn start() -> Driver {
    Driver::start(|group| {
        // With access to the window around the page, which is sized there and keeps the complaints.
        let arguments = ["--port=0", "--allow-system-access"];
        group.starts_and_tells(Command::new(DRIVER).args(arguments), "Listening on 127.0.0.1:")
    })
}

pub(super) fn capabilities(script: Script) -> Value {
    let preferences = json!({ "intl.accept_languages": "ja", "javascript.enabled": script == Script::On });
    json!({ "moz:firefoxOptions": { "args": ["-headless"], "prefs": preferences } })
}

/// A window is never narrower than 500 pixels, but what shows the page in it can be.
pub(super) async fn set_size(page: &PageHandle, width: u32, height: u32) {
    page.client.set_window_size(width.max(500), height + 200).await.unwrap();
    let script = "
        const [width, height] = arguments;
        gBrowser.selectedBrowser.style.cssText = `flex: none; min-width: 0; width: ${width}px; height: ${height}px`;
    ";
    outside(page, script, vec![json!(width), json!(height)]).await;
    is_wide(page, width).await;
}

/// Violations of the policy and errors of scripts on pages of the web. Older ones remark that what a script parses is no
/// whole page.
pub(super) async fn complaints(page: &PageHandle) -> Vec<Value> {
    let script = "
        const errors = Services.console.getMessageArray().filter((e) => e instanceof Ci.nsIScriptError);
        Services.console.reset();
        return errors.filter((e) => e.sourceName.startsWith('http') && !e.errorMessage.includes('Quirks Mode')).map((e) => ({
            level: e.flags & Ci.nsIScriptError.warningFlag ? 'WARNING' : 'SEVERE',
            message: `${e.errorMessage} (${e.sourceName}:${e.lineNumber}:${e.columnNumber})`,
        }));
    ";
    outside(page, script, vec![]).await.as_array().unwrap().clone()
}

/// What a script says in the window around the page.
async fn outside(page: &PageHandle, script: &str, arguments: Vec<Value>) -> Value {
    page.ask("moz/context", json!({ "context": "chrome" })).await.unwrap();
    let said = page.client.execute(script, arguments).await;
    page.ask("moz/context", json!({ "context": "content" })).await.unwrap();
    said.unwrap()
}
