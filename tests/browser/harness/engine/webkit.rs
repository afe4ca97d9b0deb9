//! A WebKitGTK in a display of its own, by WebKitWebDriver.

use super::driver::{Driver, Group};
use super::{PageHandle, Script, in_path, is_wide};
use fantoccini::elements::Element;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const DRIVER: &str = "WebKitWebDriver";
const DISPLAY: &str = "Xvfb";

/// The window around the page has a bar that is wider than a phone.
const NO_BAR: &str = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; \
                      -gtk-icon-transform: scale(0); }";

/// While one page fades into the next nothing can be pressed, and this engine does not say for how long.
const NO_FADING: &str = "[Settings]\ngtk-enable-animations = false\n";

/// Sets a value and tells the page as typing does.
const TYPE: &str = "
    const [field, text] = arguments;
    field.focus();
    field.value = text;
    for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
";

pub(super) fn missing() -> Option<&'static str> {
    let installed = in_path(DRIVER).is_some() && in_path(DISPLAY).is_some();
    (!installed).then_some("no WebKitWebDriver with Xvfb in PATH; tests/browsers installs them")
}

pub(super) fn start() -> Driver {
    Driver::start(|group| {
        let display = group.starts_and_tells(
            Command::new(DISPLAY).args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1400x1200x24"]),
            "",
        )?;
        let settings = settings(group);
        let mut driver = Command::new(DRIVER);
        driver.env("DISPLAY", format!(":{display}")).env("XDG_CONFIG_HOME", settings).env("GDK_BACKEND", "x11");
        // The pages speak Japanese to a browser that asks for no language, as this one does in the C locale.
        driver.env("LC_ALL", "C.UTF-8").env_remove("LANGUAGE");
        group.starts_on_a_port(&mut driver, "--port=")
    })
}

/// A folder of settings under which the window can be as narrow as a phone, and pages follow each other at once.
fn settings(group: &Group) -> PathBuf {
    let settings = group.folder().join("settings");
    let toolkit = settings.join("gtk-3.0");
    fs::create_dir_all(&toolkit).unwrap();
    fs::write(toolkit.join("gtk.css"), NO_BAR).unwrap();
    fs::write(toolkit.join("settings.ini"), NO_FADING).unwrap();
    settings
}

pub(super) fn capabilities(script: Script) -> Value {
    let script = format!("--enable-javascript={}", script == Script::On);
    json!({ "webkitgtk:browserOptions": { "args": ["--automation", script] } })
}

pub(super) async fn set_size(page: &PageHandle, width: u32, height: u32) {
    page.client.set_window_size(width, height).await.unwrap();
    is_wide(page, width).await;
}

/// Keys are of no use: without a keyboard, the display has "2" where "@" is.
pub(super) async fn types(page: &PageHandle, field: &Element, text: &str) {
    let field = serde_json::to_value(field).unwrap();
    page.client.execute(TYPE, vec![field, json!(text)]).await.unwrap();
}
