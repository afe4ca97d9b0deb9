//! Looking: the page that has come, the words on it, where the focus is, and whether it is still the same page.

use super::{LOOK_AGAIN, Person, TOO_LONG, WORDS};
use crate::harness::watch;
use fantoccini::wd::{PrintConfiguration, PrintMargins, PrintSize};
use serde_json::{Value, json};
use std::time::Instant;

/// What is on the page, if it is not the one that was left by the last press.
const ARRIVED: &str = "
    const main = document.querySelector('main:not([data-left])');
    if (!main || document.readyState !== 'complete' || document.activeViewTransition) return null;
    const all = (selector) => [...document.querySelectorAll(selector)].map((e) => e.innerText.trim());
    return { title: document.title, heading: all('h1').join(), problems: all('#problems li') };
";

impl Person {
    /// Arrives at a page of this title, and has a good look at it.
    pub async fn sees(&self, title: &str) {
        let wanted = json!({ "title": format!("{title} | マイページ"), "heading": title, "problems": [] });
        self.arrives(&wanted).await;
    }

    /// Is told exactly these problems, on a page of this title.
    pub async fn is_refused(&self, title: &str, problems: &[&str]) {
        let wanted =
            json!({ "title": format!("エラー: {title} | マイページ"), "heading": title, "problems": problems });
        self.arrives(&wanted).await;
    }

    /// Reads these words on the page.
    pub async fn reads(&self, words: &str) {
        self.until("return document.querySelector('main').innerText.includes(arguments[0])", json!([words])).await;
    }

    /// Reads this value beside this label in an overview.
    pub async fn reads_row(&self, label: &str, value: &str) {
        let script = "
            const row = [...document.querySelectorAll('dl div')].find((e) => e.querySelector('dt').innerText === arguments[0]);
            return row?.querySelector('dd').innerText ?? null;
        ";
        assert_eq!(self.asks(script, json!([label])).await, json!(value), "{label}");
    }

    /// The words of everything of a kind that can be seen, by which each can be pressed.
    pub async fn words_of(&self, selector: &str) -> Vec<String> {
        let all = "return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility()).map(words);";
        serde_json::from_value(self.asks(&format!("{WORDS}{all}"), json!([selector])).await).unwrap()
    }

    async fn arrives(&self, wanted: &Value) {
        let (begin, mut seen) = (Instant::now(), None);
        while seen.as_ref() != Some(wanted) {
            assert!(begin.elapsed() < TOO_LONG, "wanted {wanted:#}, but there is {}", self.describes().await);
            tokio::time::sleep(LOOK_AGAIN).await;
            seen = self.tries(ARRIVED, &json!([])).await;
        }
        if self.watchful {
            let faults = self.faults().await;
            assert!(faults.is_empty(), "{faults:#?} on {}", self.describes().await);
        }
    }

    /// The widths at which every page is looked at.
    pub fn widths(&self) -> &'static [u32] {
        self.setting.device.widths()
    }

    /// All that is wrong with the page since it was looked at last. While one page fades into the next, an overlay as wide
    /// as the window with its scrollbar counts as a part of the page.
    pub async fn faults(&self) -> Vec<String> {
        self.until("return !document.activeViewTransition", json!([])).await;
        watch::faults(&self.page, &self.site.url(""), self.setting).await
    }

    /// What a camera sees that is held before this part of the page: the screen, as PNG.
    pub async fn photographs(&self, selector: &str) -> Vec<u8> {
        let script = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' }); return null";
        self.asks(script, json!([selector])).await;
        self.page.client.screenshot().await.unwrap()
    }

    /// How many sheets of A4 the page takes when it is printed.
    pub async fn sheets(&self) -> usize {
        let a4 = PrintSize { width: 21.0, height: 29.7 };
        let none = PrintMargins { top: 0.0, bottom: 0.0, left: 0.0, right: 0.0 };
        let paper = PrintConfiguration::builder().size(a4).margins(none).build().unwrap();
        let pdf = self.page.client.print(paper).await.unwrap();
        let text = String::from_utf8_lossy(&pdf);
        text.matches("/Type /Page\n").count()
    }

    /// A picture of the page, as a file.
    pub async fn picture(&self) -> String {
        let Ok(png) = self.page.client.screenshot().await else {
            return "no picture".to_owned();
        };
        let file = tempfile::Builder::new().suffix(".png").tempfile_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let (_, path) = file.keep().unwrap();
        std::fs::write(&path, png).unwrap();
        path.display().to_string()
    }

    /// Marks the page as it is loaded now.
    pub async fn remembers_this_page(&self) {
        self.asks("window.__here = true; return null", json!([])).await;
    }

    /// Whether the marked page is still the one that is loaded.
    pub async fn is_still_on_it(&self) -> bool {
        self.asks("return window.__here === true", json!([])).await == json!(true)
    }

    /// Waits until what has this id begins on the screen, wherever the page was left or begins.
    pub async fn has_on_the_screen(&self, id: &str) {
        let script = "
            const top = document.getElementById(arguments[0])?.getBoundingClientRect().top;
            return 0 <= top && top < innerHeight;
        ";
        self.until(script, json!([id])).await;
    }

    /// Waits until the focus is on what says this, and whether a ring is around it.
    pub async fn has_focus_on_words(&self, words: &str, ring: bool) {
        let script = "
            const focused = document.activeElement, [words, ring] = arguments;
            if (focused === document.body || !focused.innerText.startsWith(words)) return false;
            return (getComputedStyle(focused).outlineStyle !== 'none') === ring;
        ";
        self.until(script, json!([words, ring])).await;
    }

    /// Waits until the focus is on what has this id or, if it has none, on an element of this kind.
    pub async fn has_focus_on(&self, name: &str) {
        let script = "return (document.activeElement.id || document.activeElement.localName) === arguments[0]";
        self.until(script, json!([name])).await;
    }
}
