//! An answer, read the way a person or a screen reader reads it: title, heading, roles, links, forms, problems.

use super::browser::is_redirect;
use super::form::{Form, for_somebody};
use poem::http::{HeaderMap, StatusCode, header};
use scraper::{ElementRef, Html, Selector};
use std::cell::OnceCell;

/// What came back.
#[derive(Clone)]
pub struct Page {
    path: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
    parsed: OnceCell<Html>,
}

impl Page {
    pub fn new(path: String, status: StatusCode, headers: HeaderMap, body: Vec<u8>) -> Self {
        Self { path, status, headers, body, parsed: OnceCell::new() }
    }

    /// The path that was asked for, without its query.
    pub fn path(&self) -> &str {
        self.path.split(['?', '#']).next().unwrap()
    }

    pub fn code(&self) -> u16 {
        self.status.as_u16()
    }

    /// All values of a header, joined as HTTP allows.
    pub fn header(&self, name: &str) -> Option<String> {
        let values: Vec<&str> = self.headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    /// Where the answer sends the browser.
    pub fn leads_to(&self) -> Option<String> {
        let location = self.header(header::LOCATION.as_str()).filter(|_| is_redirect(self.status));
        location.or_else(|| self.header("hx-redirect"))
    }

    pub fn html(&self) -> &Html {
        let is_page = self.header("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        // A picture has no words, no links and no forms.
        let parse = || Html::parse_document(if is_page { std::str::from_utf8(&self.body).expect("UTF-8") } else { "" });
        self.parsed.get_or_init(parse)
    }

    pub fn title(&self) -> String {
        self.one("title").unwrap_or_default()
    }

    pub fn h1(&self) -> String {
        self.one("h1").unwrap_or_default()
    }

    pub fn lang(&self) -> String {
        let html = self.html();
        let main = first(html.root_element(), "main");
        main.and_then(|main| main.attr("lang")).unwrap_or_default().to_owned()
    }

    /// The text of the main part.
    pub fn text(&self) -> String {
        self.one("main").unwrap_or_default()
    }

    /// What an element with this role says, inside the main part: `alert` or `status`.
    pub fn role(&self, role: &str) -> Option<String> {
        self.one(&format!("main [role={role}]"))
    }

    /// What the open dialog says, if there is one.
    pub fn dialog(&self) -> Option<String> {
        self.one("main dialog[open]")
    }

    /// Text and target of every link.
    pub fn links(&self) -> Vec<(String, String)> {
        let html = self.html();
        let links = each(html.root_element(), "a[href]").into_iter();
        links.map(|link| (said(link), link.attr("href").unwrap().to_owned())).collect()
    }

    /// Where the link of this text leads.
    pub fn link(&self, text: &str) -> String {
        let links = self.links();
        let found = links.iter().find(|(label, _)| label == text);
        found.unwrap_or_else(|| panic!("no link {text:?} at {} among {links:?}", self.path)).1.clone()
    }

    pub fn has_link(&self, text: &str) -> bool {
        self.links().iter().any(|(label, _)| label == text)
    }

    /// Values of an overview by their labels.
    pub fn overview(&self, label: &str) -> Option<String> {
        let html = self.html();
        let rows = each(html.root_element(), "main dl > div");
        let row = rows.into_iter().find(|row| first(*row, "dt").is_some_and(|dt| said(dt) == label))?;
        first(row, "dd").map(said)
    }

    /// Every form of the page.
    pub fn forms(&self) -> Vec<Form> {
        let html = self.html();
        each(html.root_element(), "form").into_iter().map(|form| Form::read(html.root_element(), form)).collect()
    }

    /// The form of which nothing is lost, as the script has it kept when the page is left.
    pub fn kept_form(&self) -> Option<Form> {
        let action = first(self.html().root_element(), "[data-keep]")?.attr("data-keep")?.to_owned();
        let mut form = self.forms().into_iter().find(|form| form.id == "input")?;
        let page = form_urlencoded::Serializer::new(String::new()).append_pair("page", self.path()).finish();
        form.action = format!("{action}?{page}");
        Some(form)
    }

    /// The form that is sent by a button of this text.
    pub fn form(&self, button: &str) -> Form {
        let forms = self.forms();
        let all: Vec<Vec<String>> = forms.iter().map(Form::buttons).collect();
        let found = forms.into_iter().find_map(|form| form.pressing(button));
        found.unwrap_or_else(|| panic!("no button {button:?} at {} ({}) among {all:?}", self.path, self.status))
    }

    /// Whether some form has this button.
    pub fn has_button(&self, button: &str) -> bool {
        self.forms()
            .iter()
            .any(|form| form.buttons().iter().any(|label| label == button || label.ends_with(&for_somebody(button))))
    }

    /// The summary of what was wrong: the field that each entry leads to, if any, and its sentence.
    pub fn problems(&self) -> Vec<(String, String)> {
        let html = self.html();
        let entries = each(html.root_element(), "main [role=alert] li").into_iter();
        let field = |entry: ElementRef<'_>| {
            first(entry, "a").and_then(|link| link.attr("href")).unwrap_or_default().trim_start_matches('#').to_owned()
        };
        entries.map(|entry| (field(entry), said(entry))).collect()
    }

    /// What is said beside the field of this name.
    pub fn beside(&self, field: &str) -> Option<String> {
        let text = self.one(&format!("[id='{field}-problem']"))?;
        Some(text.trim_start_matches("エラー: ").trim_start_matches("Error: ").to_owned())
    }

    /// The fields with a problem. Summary and text beside each field have to agree, whatever the test looks at.
    pub fn wrong_fields(&self) -> Vec<String> {
        let mut fields: Vec<String> = self.problems().into_iter().map(|(field, _)| field).collect();
        fields.dedup();
        for field in fields.iter().filter(|field| !field.is_empty()) {
            assert!(self.beside(field).is_some(), "nothing is said beside {field} at {}", self.path);
            let invalid = format!("[name='{field}'][aria-invalid=true]");
            assert!(first(self.html().root_element(), &invalid).is_some(), "{field} is not marked at {}", self.path);
        }
        fields
    }

    /// The page with what differs from one answer to the next taken out: proofs, and the mark of the visitor.
    pub fn without_proofs(&self) -> String {
        let mut text = String::from_utf8(self.body.clone()).unwrap();
        let html = self.html();
        let values = |selector, name| each(html.root_element(), selector).into_iter().filter_map(move |e| e.attr(name));
        for value in values("input[name=_csrf]", "value")
            .chain(values("#header", "data-mark"))
            .chain(values("#header", "data-account"))
        {
            text = text.replace(value, "");
        }
        text
    }

    fn one(&self, selector: &str) -> Option<String> {
        first(self.html().root_element(), selector).map(said)
    }
}

/// The elements below another that a selector names, in the order of the page.
pub fn each<'a>(within: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap_or_else(|problem| panic!("{selector}: {problem}"));
    within.select(&selector).collect()
}

pub fn first<'a>(within: ElementRef<'a>, selector: &str) -> Option<ElementRef<'a>> {
    each(within, selector).into_iter().next()
}

/// An element's text with the blanks as a browser shows them.
pub fn said(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
