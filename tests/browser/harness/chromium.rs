//! A headless Chromium with an empty profile, driven through a chromedriver of its own.
//!
//! Both run in a process group of their own, which is ended as a whole: a driver that is ended alone leaves its
//! Chromium behind.

use super::setting::{Device, Script, Setting};
use fantoccini::error::CmdError;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use reqwest::Url;
use serde_json::{Value, json};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::str::FromStr;
use std::sync::Once;
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

/// The names under which chromedriver looks for a browser.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
const DRIVER: &str = "chromedriver";

/// How often a driver is started that finds its port taken.
const ATTEMPTS: usize = 5;

/// Set where a missing browser is an error: `tests/run` promises that everything was tested.
const REQUIRED: &str = "REQUIRE_BROWSER";

/// Whether there is a browser to test with. Without one the tests are skipped, which is said once, past the capture of
/// the test harness: a skipped test counts as passed.
pub fn is_installed() -> bool {
    static SAID: Once = Once::new();
    let installed = is_in_path(DRIVER) && BROWSERS.iter().any(|name| is_in_path(name));
    let missing = "no Chromium with chromedriver in PATH; on Debian: apt-get install chromium chromium-driver";
    if !installed {
        assert!(std::env::var_os(REQUIRED).is_none(), "{missing}");
        SAID.call_once(|| {
            let line = format!("\nSKIPPED: all browser tests: {missing}, or run tests/run as root.\n\n");
            std::io::stderr().write_all(line.as_bytes()).unwrap();
        });
    }
    installed
}

fn is_in_path(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

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
            .unwrap_or_else(|error| panic!("no browser: {error}; chromedriver said:\n{}", driver.said()));
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

/// Keeps the profile that it makes, and what it says, in a folder of its own.
struct Driver {
    process: Child,
    port: u16,
    folder: TempDir,
}

impl Driver {
    /// Starts a driver on a free port.
    ///
    /// Asked for any port, chromedriver takes one that is free on IPv6, and gives up when another process has the same
    /// one on IPv4. The next attempt finds another port.
    fn start() -> Self {
        let mut said = String::new();
        for _ in 0..ATTEMPTS {
            match Self::attempt() {
                Ok(driver) => return driver,
                Err(failed) => said = failed,
            }
            assert!(said.contains("port not available"), "chromedriver ended before it listened:\n{said}");
        }
        panic!("chromedriver found its port taken {ATTEMPTS} times:\n{said}");
    }

    /// Starts a driver; what it said when it ended before it listened.
    fn attempt() -> Result<Self, String> {
        let folder = tempfile::tempdir().unwrap();
        let mut process = Command::new(DRIVER)
            .arg("--port=0")
            .env("TMPDIR", folder.path())
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(errors(&folder)).unwrap())
            .spawn()
            .unwrap();
        let out = process.stdout.take().unwrap();
        let mut driver = Self { process, port: 0, folder };
        let mut said = String::new();
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            if let Some((_, port)) = line.split_once("started successfully on port ") {
                driver.port = port.trim_end_matches('.').parse().unwrap();
                return Ok(driver);
            }
            said.push_str(&line);
            said.push('\n');
        }
        Err(said + &driver.said())
    }

    /// Its standard error so far.
    fn said(&self) -> String {
        fs::read_to_string(errors(&self.folder)).unwrap()
    }
}

fn errors(folder: &TempDir) -> PathBuf {
    folder.path().join("chromedriver.err")
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The group bears the number of the process that was started first in it.
        let end = format!("kill -s KILL -- -{}", self.process.id());
        let _ = Command::new("sh").args(["-c", &end]).stderr(Stdio::null()).status();
        let _ = self.process.wait();
    }
}
