//! Coming and going: links, buttons, keys, windows.

use super::{LOOK_AGAIN, Person, TOO_LONG, WORDS};
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use serde_json::json;
use std::time::Instant;

/// Finds what can be pressed or followed by its words: in one place, or in the open menu, else in the page, else anywhere.
const BY_WORDS: &str = "
    const [selector, wanted, only] = arguments;
    for (const place of only ? [only] : ['details[open] .menu-panel', 'main', 'body']) {
        const found = [...document.querySelectorAll(place + ' :is(' + selector + ')')]
            .filter((e) => e.checkVisibility() && !e.closest('[aria-hidden=true]') && words(e) === wanted);
        if (found.length > 0) return found.length === 1 ? found[0] : null;
    }
    return null;
";

impl Person {
    pub async fn visits(&self, path: &str) {
        self.page.client.goto(&self.site.url(path)).await.unwrap();
    }

    pub async fn goes_back(&self) {
        self.page.client.back().await.unwrap();
        // The page may come back out of the browser's memory, as it was left.
        self.asks("delete document.querySelector('main').dataset.left; return null", json!([])).await;
    }

    /// Waits until the address is this one, wherever the page begins.
    pub async fn is_at(&self, path: &str) {
        let (wanted, mut here) = (self.site.url(path), String::new());
        let begin = Instant::now();
        while here.split('#').next() != Some(&wanted) {
            assert!(begin.elapsed() < TOO_LONG, "at {here} instead of {wanted}");
            here = self.page.client.current_url().await.unwrap().to_string();
        }
    }

    /// Follows a link of these words.
    pub async fn follows(&self, words: &str) {
        let link = self.way("a[href]", words, None).await;
        self.leave_by(link).await;
    }

    /// Presses a button of these words that leads to another page or refuses to.
    pub async fn presses(&self, words: &str) {
        let button = self.way("button", words, None).await;
        self.leave_by(button).await;
    }

    /// Presses the button of these words in this part of the page; the same may be offered in another.
    pub async fn presses_in(&self, place: &str, words: &str) {
        let button = self.way("button", words, Some(place)).await;
        self.leave_by(button).await;
    }

    /// Presses something that changes the page it is on.
    pub async fn touches(&self, words: &str) {
        let thing = self.way("button, summary, a[href]", words, None).await;
        thing.click().await.unwrap();
    }

    /// Presses the lower left corner of the screen, where nothing stands.
    pub async fn taps_the_corner(&self) {
        let (_, height) = self.setting.device.size();
        let corner = PointerAction::MoveTo { duration: None, x: 4.0, y: f64::from(height) - 40.0 };
        let button = MOUSE_BUTTON_LEFT;
        let tap = MouseActions::new("mouse".to_owned())
            .then(corner)
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        self.page.client.perform_actions(tap).await.unwrap();
    }

    /// Strikes a key wherever the focus is.
    pub async fn strikes(&self, key: Key) {
        let focused = self.page.client.active_element().await.unwrap();
        focused.send_keys(&String::from(char::from(key))).await.unwrap();
    }

    /// Follows a link of these words that opens a window of its own, sees a page of this title there, and comes back.
    pub async fn looks_into(&self, words: &str, title: &str) {
        let here = self.page.client.window().await.unwrap();
        self.touches(words).await;
        let other = self.other_window(&here).await;
        self.page.client.switch_to_window(other).await.unwrap();
        self.sees(title).await;
        self.page.client.close_window().await.unwrap();
        self.page.client.switch_to_window(here).await.unwrap();
    }

    async fn other_window(&self, here: &WindowHandle) -> WindowHandle {
        let begin = Instant::now();
        loop {
            let windows = self.page.client.windows().await.unwrap();
            if let Some(other) = windows.into_iter().find(|window| window != here) {
                return other;
            }
            assert!(begin.elapsed() < TOO_LONG, "no other window");
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    async fn way(&self, selector: &str, words: &str, place: Option<&str>) -> Element {
        self.find(&format!("{WORDS}{BY_WORDS}"), json!([selector, words, place])).await
    }

    /// Marks what is on the page as left, so that what comes next can be told from it.
    async fn leave_by(&self, way: Element) {
        self.asks("document.querySelector('main').dataset.left = 'yes'; return null", json!([])).await;
        way.click().await.unwrap();
    }
}
