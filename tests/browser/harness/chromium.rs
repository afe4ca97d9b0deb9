//! A headless Chromium with an empty profile, driven through a chromedriver of its own.
//!
//! Both run in a process group of their own, which is ended as a whole: a driver that is ended alone leaves its
//! Chromium behind. What is looked at in the browser is not known here.

use super::setting::{Device, Script, Setting};
use fantoccini::error::CmdError;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use reqwest::Url;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::str::FromStr;
use tempfile::TempDir;

const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=ja",
];

/// A browser that is running. It ends when it is dropped.
pub struct Chromium {
    client: Client,
    _driver: Driver,
}

impl Chromium {
    pub async fn start(setting: Setting) -> Self {
        let driver = Driver::start();
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(setting.script))
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await
            .unwrap();
        let chromium = Self { client, _driver: driver };
        let (width, height) = setting.device.size();
        chromium.page().set_size(width, height, setting.device).await;
        chromium
    }

    /// The page that is open.
    pub fn page(&self) -> PageHandle {
        PageHandle { client: self.client.clone() }
    }

    /// Ends the browser in order.
    pub async fn close(self) {
        self.client.clone().close().await.unwrap();
    }
}

fn capabilities(script: Script) -> Capabilities {
    let mut preferences = json!({ "intl.accept_languages": "ja" });
    if script == Script::Off {
        preferences["profile.managed_default_content_settings.javascript"] = json!(2);
    }
    let wanted = json!({
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "goog:chromeOptions": { "args": FLAGS, "prefs": preferences },
    });
    serde_json::from_value(wanted).unwrap()
}

/// What can be asked of the page in the browser beside the usual commands.
#[derive(Clone)]
pub struct PageHandle {
    pub client: Client,
}

impl PageHandle {
    /// Makes the screen this large, as a device of that kind would have it.
    pub async fn set_size(&self, width: u32, height: u32, device: Device) {
        let mobile = device == Device::Phone;
        let params = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
        let command = json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": params });
        self.ask("goog/cdp/execute", command).await.unwrap();
    }

    /// What has come into a log since it was read last.
    pub async fn log(&self, kind: &str) -> Vec<Value> {
        let entries = self.ask("se/log", json!({ "type": kind })).await.unwrap();
        entries.as_array().unwrap().clone()
    }

    async fn ask(&self, path: &'static str, body: Value) -> Result<Value, CmdError> {
        self.client.issue_cmd(OfChromium { path, body }).await
    }
}

/// A command that chromedriver knows and WebDriver does not.
#[derive(Debug)]
struct OfChromium {
    path: &'static str,
    body: Value,
}

type BadUrl = <Url as FromStr>::Err;

impl WebDriverCompatibleCommand for OfChromium {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, BadUrl> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

/// Keeps the profile that it makes in a folder of its own.
struct Driver {
    process: Child,
    port: u16,
    _folder: TempDir,
}

impl Driver {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .env("TMPDIR", folder.path())
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is not installed; tests/run installs it");
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
        let started = lines
            .find_map(|line| line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok());
        let port = started.expect("chromedriver ended before it listened");
        Self { process, port, _folder: folder }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The group bears the number of the process that was started first in it.
        let end = format!("kill -s KILL -- -{}", self.process.id());
        let _ = Command::new("sh").args(["-c", &end]).stderr(Stdio::null()).status();
        let _ = self.process.wait();
    }
}
