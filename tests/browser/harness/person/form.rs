//! Forms: fields are found by their labels, as somebody who reads or hears the page finds them.

use super::Person;
use fantoccini::elements::Element;
use serde_json::{Value, json};

/// Finds the control of a label; the badge that says whether it is required is not part of the words.
const BY_LABEL: &str = "
    const words = (e) => {
        const copy = e.cloneNode(true);
        copy.querySelectorAll('.need').forEach((badge) => badge.remove());
        return copy.textContent.trim();
    };
    const [label, group] = arguments;
    const groups = [...document.querySelectorAll('fieldset')].filter((e) => words(e.querySelector('legend')) === group);
    const place = group === null ? document : groups[0];
    const found = [...(place?.querySelectorAll('label') ?? [])].filter((e) => words(e) === label);
    return found.length === 1 ? found[0].control : null;
";

/// Sends the first form of a page as a browser would when its first button is pressed, without opening either; says where
/// that led to. The driver's scripts run without JavaScript, too, as long as they wait for nothing.
const HAND_IN: &str = "
    const [path, fields] = arguments;
    const ask = (method, url, body) => {
        const request = new XMLHttpRequest();
        request.open(method, url, false);
        if (body) request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
        request.send(body);
        return request;
    };
    const page = new DOMParser().parseFromString(ask('GET', path).responseText, 'text/html');
    const form = page.querySelector('main form');
    const body = new URLSearchParams(new FormData(form, form.querySelector('button[type=submit]')));
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const answer = ask('POST', form.getAttribute('action'), body.toString());
    return new URL(answer.responseURL).pathname;
";

impl Person {
    pub async fn fills(&self, label: &str, text: &str) {
        let field = self.field(label).await;
        field.clear().await.unwrap();
        self.page.types(&field, text).await;
    }

    pub async fn chooses(&self, group: &str, label: &str) {
        self.find(BY_LABEL, json!([label, group])).await.click().await.unwrap();
    }

    pub async fn selects(&self, label: &str, choice: &str) {
        self.field(label).await.select_by_label(choice).await.unwrap();
    }

    pub async fn ticks(&self, label: &str) {
        self.field(label).await.click().await.unwrap();
    }

    /// What stands in a field.
    pub async fn has_in(&self, label: &str) -> String {
        self.property(label, "value").await
    }

    pub async fn property(&self, label: &str, name: &str) -> String {
        self.field(label).await.prop(name).await.unwrap().unwrap_or_default()
    }

    async fn field(&self, label: &str) -> Element {
        self.find(BY_LABEL, json!([label, null])).await
    }

    /// Sends the form at a path at once and gets to another; for what only leads to what a test is about.
    pub async fn hands_in(&self, path: &str, fields: Value, to: &str) {
        assert_eq!(self.sends(path, fields).await, to);
    }

    /// Sends the form at a path at once and says where that leads to.
    pub async fn sends(&self, path: &str, fields: Value) -> String {
        let to = self.asks(HAND_IN, json!([path, fields])).await;
        // The browser does not like to be asked in this way, which is no fault of the page.
        self.page.complaints().await;
        to.as_str().unwrap().to_owned()
    }
}
