//! A form on a page: found by its button, filled in by the labels that a person reads.

use super::page::{each, first, said};
use scraper::ElementRef;
use scraper::node::Node;

/// A form with what stands in it.
#[derive(Clone, Debug)]
pub struct Form {
    pub id: String,
    pub action: String,
    /// Whether htmx sends it, where there is htmx.
    pub in_place: bool,
    /// Whether it looks for something and changes nothing.
    pub is_search: bool,
    pub fields: Vec<Input>,
    buttons: Vec<Button>,
    pressed: Option<Button>,
}

/// One control.
#[derive(Clone, Debug)]
pub struct Input {
    pub name: String,
    pub label: String,
    pub kind: String,
    pub autocomplete: String,
    pub value: String,
    /// Whether a box or a radio is ticked. Everything else always is.
    pub on: bool,
    /// Value and text of a select's options.
    options: Vec<(String, String)>,
}

impl Input {
    /// Whether a person can type any text into it.
    pub fn takes_text(&self) -> bool {
        matches!(self.kind.as_str(), "text" | "email" | "tel" | "password" | "textarea")
    }
}

#[derive(Clone, Debug)]
struct Button {
    text: String,
    /// Where it leads, if not where its form does.
    action: Option<String>,
    sends: Option<(String, String)>,
}

impl Form {
    /// The form with its buttons, wherever in the document they stand.
    pub fn read(document: ElementRef<'_>, element: ElementRef<'_>) -> Self {
        let attr = |name| element.attr(name).unwrap_or_default().to_owned();
        // A search changes nothing; its page can be loaded again.
        let method = if attr("role") == "search" { "get" } else { "post" };
        assert_eq!(attr("method"), method, "a form that sends by GET puts what was typed into addresses");
        let action = attr("action");
        let in_place = element.attr("data-hx-boost") == Some("true");
        let id = attr("id");
        let elsewhere = match id.as_str() {
            "" => Vec::new(),
            id => each(document, &format!("button[type=submit][form='{id}']")),
        };
        let own = each(element, "button[type=submit]").into_iter().filter(|button| button.attr("form").is_none());
        let buttons = own.chain(elsewhere).map(|button| Button {
            text: said(button),
            action: button.attr("formaction").map(str::to_owned),
            sends: button
                .attr("name")
                .map(|name| (name.to_owned(), button.attr("value").unwrap_or_default().to_owned())),
        });
        Self {
            id,
            action,
            in_place,
            is_search: attr("role") == "search",
            fields: each(element, "input, select, textarea")
                .into_iter()
                .map(|input| read_input(element, input))
                .collect(),
            buttons: buttons.collect(),
            pressed: None,
        }
    }

    pub fn buttons(&self) -> Vec<String> {
        self.buttons.iter().map(|button| button.text.clone()).collect()
    }

    /// The form about to be sent by this button, if it has it.
    pub fn pressing(mut self, text: &str) -> Option<Self> {
        let whole = self.buttons.iter().find(|button| button.text == text);
        let button = whole.or_else(|| self.buttons.iter().find(|button| button.text.ends_with(&for_somebody(text))))?;
        let button = button.clone();
        self.action = button.action.clone().unwrap_or(self.action);
        self.pressed = Some(button);
        Some(self)
    }

    /// Types into the field with this label.
    pub fn fill(mut self, label: &str, text: &str) -> Self {
        let input = self.labelled(label);
        assert!(input.takes_text(), "{label:?} is not for typing");
        text.clone_into(&mut input.value);
        self
    }

    /// Types into every field what is given for its name, and chooses the radios of that value.
    pub fn type_in(mut self, text: impl Fn(&str) -> String) -> Self {
        for input in &mut self.fields {
            match input.kind.as_str() {
                "radio" => input.on = input.value == text(&input.name),
                // A box in which something is searched is not what the form is about.
                "hidden" | "checkbox" | "password" | "search" => {}
                _ => input.value = text(&input.name),
            }
        }
        self
    }

    /// Ticks the box with this label.
    pub fn tick(mut self, label: &str) -> Self {
        let input = self.labelled(label);
        assert_eq!(input.kind, "checkbox");
        input.on = true;
        self
    }

    /// Chooses the radio with this label.
    pub fn choose(mut self, label: &str) -> Self {
        let name = self.labelled(label).name.clone();
        for input in self.fields.iter_mut().filter(|input| input.kind == "radio" && input.name == name) {
            input.on = input.label == label;
        }
        self
    }

    /// Chooses an option of the select with this label.
    pub fn select(mut self, label: &str, option: &str) -> Self {
        let input = self.labelled(label);
        let found = input.options.iter().find(|(_, text)| text == option);
        input.value = found.unwrap_or_else(|| panic!("{label:?} has no {option:?}")).0.clone();
        self
    }

    /// Puts a value under a name, as nobody can with a page: what attackers send.
    pub fn forge(mut self, name: &str, value: &str) -> Self {
        match self.fields.iter_mut().find(|input| input.name == name) {
            Some(input) => {
                value.clone_into(&mut input.value);
                input.on = true;
            }
            None => self.fields.push(Input {
                name: name.to_owned(),
                label: String::new(),
                kind: "hidden".to_owned(),
                autocomplete: String::new(),
                value: value.to_owned(),
                on: true,
                options: Vec::new(),
            }),
        }
        self
    }

    /// The form without a field.
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|input| input.name != name);
        self
    }

    /// The form about to be sent by its first button.
    pub fn pressing_any(self) -> Self {
        let text = self.buttons()[0].clone();
        self.pressing(&text).expect("its own button")
    }

    /// Whether somebody types a password that they have into it.
    pub fn asks_password(&self) -> bool {
        self.fields.iter().any(|input| input.kind == "password" && input.autocomplete == "current-password")
    }

    /// What stands in the field of this name.
    pub fn value(&self, name: &str) -> String {
        let input = self.fields.iter().find(|input| input.name == name && input.on);
        input.map(|input| input.value.clone()).unwrap_or_default()
    }

    /// What a browser sends.
    pub fn sent(&self) -> Vec<(String, String)> {
        let fields = self.fields.iter().filter(|input| input.on);
        let fields = fields.map(|input| (input.name.clone(), input.value.clone()));
        fields.chain(self.pressed.as_ref().and_then(|button| button.sends.clone())).collect()
    }

    fn labelled(&mut self, label: &str) -> &mut Input {
        let labels: Vec<String> = self.fields.iter().map(|input| input.label.clone()).collect();
        let found = self.fields.iter_mut().find(|input| input.label == label);
        found.unwrap_or_else(|| panic!("no field {label:?} among {labels:?}"))
    }
}

fn read_input(form: ElementRef<'_>, input: ElementRef<'_>) -> Input {
    let attr = |name| input.attr(name).unwrap_or_default().to_owned();
    let options: Vec<_> = each(input, "option")
        .into_iter()
        .map(|option| (option.attr("value").unwrap_or_default().to_owned(), said(option)))
        .collect();
    let (kind, value) = match input.value().name() {
        "textarea" => ("textarea".to_owned(), input.text().collect()),
        "select" => {
            let chosen = first(input, "option[selected]").or_else(|| first(input, "option"));
            ("select".to_owned(), chosen.and_then(|option| option.attr("value")).unwrap_or_default().to_owned())
        }
        _ => (input.attr("type").unwrap_or("text").to_owned(), attr("value")),
    };
    let ticked = !matches!(kind.as_str(), "checkbox" | "radio") || input.attr("checked").is_some();
    Input {
        label: label_of(form, input),
        name: attr("name"),
        autocomplete: attr("autocomplete"),
        kind,
        value,
        on: ticked,
        options,
    }
}

/// The text of the label that is tied to a control, without the badge that says whether it is needed.
fn label_of(form: ElementRef<'_>, input: ElementRef<'_>) -> String {
    let Some(id) = input.attr("id") else {
        return String::new();
    };
    let Some(label) = first(form, &format!("label[for='{id}']")) else {
        return String::new();
    };
    let mut text = String::new();
    for node in label.descendants() {
        let in_badge =
            node.ancestors().filter_map(ElementRef::wrap).any(|element| element.value().classes().any(|c| c == "need"));
        if let Node::Text(piece) = node.value()
            && !in_badge
        {
            text.push_str(piece);
        }
    }
    text.trim().to_owned()
}

/// How a button ends that says first for whom it is.
pub fn for_somebody(text: &str) -> String {
    format!("さんの{text}")
}
