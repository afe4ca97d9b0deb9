//! The browser in which flows are walked: one of three engines, with an empty profile, driven through a driver of its own.
//!
//! The engine is Chromium unless the environment names another one.

mod chromium;
mod driver;
mod firefox;
mod webkit;

use super::setting::{Device, Script, Setting};
use driver::Driver;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use reqwest::Url;
use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Once;

/// Names the engine: `chromium`, `firefox` or `webkit`.
const CHOICE: &str = "TEST_BROWSER";

/// Set where a missing browser is an error: `tests/run` promises that everything was tested.
const REQUIRED: &str = "REQUIRE_BROWSER";

/// What shows the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// The one that the environment names.
    pub fn chosen() -> Self {
        match std::env::var(CHOICE).as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("{CHOICE} is {other}; known are chromium, firefox and webkit"),
        }
    }

    /// What this engine lacks here, in words.
    fn missing(self) -> Option<&'static str> {
        match self {
            Self::Chromium => chromium::missing(),
            Self::Firefox => firefox::missing(),
            Self::WebKit => webkit::missing(),
        }
    }

    fn start(self) -> Driver {
        match self {
            Self::Chromium => chromium::start(),
            Self::Firefox => firefox::start(),
            Self::WebKit => webkit::start(),
        }
    }

    fn capabilities(self, script: Script) -> Capabilities {
        let wanted = match self {
            Self::Chromium => chromium::capabilities(),
            Self::Firefox => firefox::capabilities(script),
            Self::WebKit => webkit::capabilities(script),
        };
        serde_json::from_value(wanted).unwrap()
    }
}

/// Whether there is a browser to test with. Without one the tests are skipped, which is said once, past the capture of
/// the test harness: a skipped test counts as passed.
pub fn is_installed() -> bool {
    static SAID: Once = Once::new();
    let Some(missing) = Engine::chosen().missing() else {
        return true;
    };
    assert!(std::env::var_os(REQUIRED).is_none(), "{missing}");
    SAID.call_once(|| {
        let line = format!("\nSKIPPED: all browser tests: {missing}.\n\n");
        std::io::stderr().write_all(line.as_bytes()).unwrap();
    });
    false
}

/// Where a program is, if it is in PATH.
fn in_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// A browser that is running. It ends when it is dropped.
pub struct Browser {
    client: Client,
    engine: Engine,
    _driver: Driver,
}

impl Browser {
    pub async fn start(setting: Setting) -> Self {
        let engine = Engine::chosen();
        let driver = engine.start();
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(engine.capabilities(setting.script))
            .connect(&format!("http://127.0.0.1:{}", driver.port()))
            .await
            .unwrap_or_else(|error| panic!("no browser: {error}; its driver said:\n{}", driver.said()));
        Self { client, engine, _driver: driver }.set_up(setting).await
    }

    /// A browser that shows another site nothing of what this one has met: this one, where it can forget, or another one. What has grown
    /// old stays so.
    pub async fn emptied(self, setting: Setting) -> Self {
        if self.engine != Engine::Chromium {
            self.close().await;
            return Self::start(setting).await;
        }
        chromium::forgets(&self.page()).await;
        self.set_up(setting).await
    }

    async fn set_up(self, setting: Setting) -> Self {
        let ((width, height), page) = (setting.device.size(), self.page());
        page.set_size(width, height, setting.device).await;
        if self.engine == Engine::Chromium {
            chromium::turns_scripts(&page, setting.script).await;
        }
        self
    }

    /// The page that is open.
    pub fn page(&self) -> PageHandle {
        PageHandle { client: self.client.clone(), engine: self.engine }
    }

    /// Ends the browser in order.
    pub async fn close(self) {
        self.client.clone().close().await.unwrap();
    }
}

/// What can be asked of the page in the browser beside the usual commands.
#[derive(Clone)]
pub struct PageHandle {
    pub client: Client,
    engine: Engine,
}

impl PageHandle {
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// Makes the screen this large, as a device of that kind would have it.
    pub async fn set_size(&self, width: u32, height: u32, device: Device) {
        match self.engine {
            Engine::Chromium => chromium::set_size(self, width, height, device).await,
            Engine::Firefox => firefox::set_size(self, width, height).await,
            Engine::WebKit => webkit::set_size(self, width, height).await,
        }
    }

    /// What the browser has complained of since it was asked last, each with a `level` and a `message`. WebKit keeps its
    /// complaints to itself.
    pub async fn complaints(&self) -> Vec<Value> {
        match self.engine {
            Engine::Chromium => chromium::log(self, "browser").await,
            Engine::Firefox => firefox::complaints(self).await,
            Engine::WebKit => Vec::new(),
        }
    }

    /// What has gone over the network since it was asked last, as Chromium reports it; the others report nothing.
    pub async fn traffic(&self) -> Vec<Value> {
        match self.engine {
            Engine::Chromium => chromium::log(self, "performance").await,
            Engine::Firefox | Engine::WebKit => Vec::new(),
        }
    }

    /// Makes it a browser of some years ago, from the next page on; whether it can.
    pub async fn grows_old(&self) -> bool {
        let can = self.engine == Engine::Chromium;
        if can {
            chromium::grows_old(self).await;
        }
        can
    }

    /// Types into a field that is empty.
    pub async fn types(&self, field: &Element, text: &str) {
        match self.engine {
            Engine::Chromium | Engine::Firefox => field.send_keys(text).await.unwrap(),
            Engine::WebKit => webkit::types(self, field, text).await,
        }
    }

    /// A command that this driver knows and WebDriver does not.
    async fn ask(&self, path: &'static str, body: Value) -> Result<Value, CmdError> {
        self.client.issue_cmd(OfItsOwn { path, body }).await
    }
}

/// A command that one driver knows and WebDriver does not.
#[derive(Debug)]
struct OfItsOwn {
    path: &'static str,
    body: Value,
}

type BadUrl = <Url as FromStr>::Err;

impl WebDriverCompatibleCommand for OfItsOwn {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, BadUrl> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

/// Waits until the page is this wide: some browsers resize in their own time.
async fn is_wide(page: &PageHandle, width: u32) {
    let script = "return innerWidth === arguments[0]";
    let mut tries = 0;
    while page.client.execute(script, vec![json!(width)]).await.unwrap() != json!(true) {
        assert!(tries < 200, "the page never became {width} px wide");
        tries += 1;
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}
