//! Form fields: one builder for every kind, so that label, badge, hint, problem and their ARIA links are the same
//! everywhere.
//!
//! A field's id is its name, which is what the problem summary links to. Nothing here judges a value: the problem
//! is handed in as a sentence.

mod box_table;
mod choice;
mod draw;
#[cfg(test)]
mod tests;

pub use box_table::{BoxRow, TableBox, box_table};
pub use choice::{checkbox, radios, radios_with_notes, select};

use crate::ui::WholeParts;
use maud::{Markup, html};

/// How wide a field is drawn, as a hint to how much is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Width {
    /// About ten characters: a postal code, a day.
    Short,
    /// About twenty: a name, a phone number.
    Medium,
    /// The whole column.
    #[default]
    Full,
}

/// One choice of a few.
#[derive(Clone, Debug)]
pub struct Radio {
    /// What is sent.
    pub value: String,
    /// What is read first.
    pub label: String,
    /// A second line, such as why it cannot be chosen.
    pub note: Option<String>,
    /// Whether it cannot be chosen.
    pub is_closed: bool,
}

/// What kind of control a field is.
#[derive(Clone, Debug)]
enum Control {
    Input { kind: &'static str },
    Password,
    Textarea { rows: u8 },
    Select { options: Vec<(String, String)>, is_decided: bool },
    Radios { options: Vec<Radio> },
    Checkbox,
}

/// One form field, before it is drawn by [`Field::render`].
#[derive(Clone, Debug)]
pub struct Field {
    control: Control,
    name: String,
    label: Markup,
    plain: String,
    value: String,
    checked: bool,
    hint: Option<Markup>,
    problem: Option<String>,
    required: bool,
    badge: bool,
    needed_where: Option<String>,
    autocomplete: Option<String>,
    inputmode: Option<String>,
    lang: Option<String>,
    width: Width,
    has_focus: bool,
}

impl Field {
    fn of(control: Control, name: &str, label: Markup, plain: &str) -> Self {
        Self {
            control,
            name: name.to_owned(),
            label,
            plain: plain.to_owned(),
            value: String::new(),
            checked: false,
            hint: None,
            problem: None,
            required: false,
            badge: true,
            needed_where: None,
            autocomplete: None,
            inputmode: None,
            lang: None,
            width: Width::default(),
            has_focus: false,
        }
    }

    /// An input of any HTML `type`.
    pub fn new(kind: &'static str, name: &str, label: &str) -> Self {
        Self::of(Control::Input { kind }, name, html! { (label) }, label)
    }

    /// One line of text.
    pub fn text(name: &str, label: &str) -> Self {
        Self::new("text", name, label)
    }

    /// An e-mail address: `autocomplete="email"`, the keyboard with an `@`, no spelling help.
    pub fn email(name: &str, label: &str) -> Self {
        Self::new("email", name, label).autocomplete("email").inputmode("email")
    }

    /// A phone number: `autocomplete="tel"` and the keyboard with digits.
    pub fn tel(name: &str, label: &str) -> Self {
        Self::new("tel", name, label).autocomplete("tel").inputmode("tel").max_width(Width::Medium)
    }

    /// A password with a button to show it. Its value is never written into the page.
    /// Say next whether it is the [current](Self::current_password) or a [new](Self::new_password) one.
    pub fn password(name: &str, label: &str) -> Self {
        Self::of(Control::Password, name, html! { (label) }, label)
    }

    /// Whether the page begins here, because it is all that there is to do on it, or what comes next. For inputs and passwords.
    #[must_use]
    pub const fn first(mut self, is_first: bool) -> Self {
        self.has_focus = is_first;
        self
    }

    /// What stands in the field: the text, or the value of the option chosen.
    #[must_use]
    pub fn value(mut self, value: &str) -> Self {
        value.clone_into(&mut self.value);
        self
    }

    /// What helps to fill it in; stands between label and field, and is read out with it.
    #[must_use]
    pub fn hint(mut self, hint: &str) -> Self {
        self.hint = Some(html! { (WholeParts(hint)) });
        self
    }

    /// The sentence that says what was wrong, if something was.
    #[must_use]
    pub fn problem(mut self, problem: Option<String>) -> Self {
        self.problem = problem;
        self
    }

    /// Whether it must be filled in. A badge in words says so, whichever way.
    #[must_use]
    pub const fn required(mut self, required: bool) -> Self {
        self.required = required;
        self
    }

    /// That it must be filled in only sometimes, which depends on other fields: the badge says when, in these words.
    #[must_use]
    pub fn needed_where(mut self, when: &str) -> Self {
        self.needed_where = Some(when.to_owned());
        self
    }

    /// Without the badge, where a form has a single field or all are known to be needed, as at sign-in.
    #[must_use]
    pub const fn without_badge(mut self) -> Self {
        self.badge = false;
        self
    }

    /// That one of the options of a select is always chosen, so that none stands for no choice.
    #[must_use]
    pub fn decided(mut self) -> Self {
        if let Control::Select { is_decided, .. } = &mut self.control {
            *is_decided = true;
        }
        self
    }

    /// The HTML `autocomplete` tokens. Where there is none for what is typed, the field goes without: one that says `off` is
    /// emptied by browsers when Back shows its page again.
    #[must_use]
    pub fn autocomplete(mut self, tokens: &str) -> Self {
        self.autocomplete = Some(tokens.to_owned());
        self
    }

    /// A password that the person already has.
    #[must_use]
    pub fn current_password(self) -> Self {
        self.autocomplete("current-password")
    }

    /// A password that is being chosen.
    #[must_use]
    pub fn new_password(self) -> Self {
        self.autocomplete("new-password")
    }

    /// The keyboard to offer: the HTML `inputmode`.
    #[must_use]
    pub fn inputmode(mut self, mode: &str) -> Self {
        self.inputmode = Some(mode.to_owned());
        self
    }

    /// The language of what is typed, where it is not the page's.
    #[must_use]
    pub fn lang_attr(mut self, tag: &str) -> Self {
        self.lang = Some(tag.to_owned());
        self
    }

    /// How wide it is drawn.
    #[must_use]
    pub const fn max_width(mut self, width: Width) -> Self {
        self.width = width;
        self
    }
}

/// Several lines of text.
pub fn textarea(name: &str, label: &str) -> Field {
    Field::of(Control::Textarea { rows: 5 }, name, html! { (label) }, label)
}

/// Fields that belong together under one heading (氏名, 住所): a `<fieldset>`.
pub fn group(legend: &str, body: Markup) -> Markup {
    html! { fieldset .group { legend { (legend) } (body) } }
}

/// Fields side by side where there is room (姓 and 名), below each other where there is not.
pub fn row(body: Markup) -> Markup {
    html! { div .row { (body) } }
}
