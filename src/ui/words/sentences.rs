//! What the design system itself says: names of its own controls and the few words around a form.

/// Names of controls, and the few words around a form.
pub struct UiWords {
    pub skip: &'static str,
    pub menu: &'static str,
    pub notices: &'static str,
    pub lock: &'static str,
    pub sign_out: &'static str,
    pub about: &'static str,
    pub contact: &'static str,
    pub language: &'static str,
    pub required: &'static str,
    pub optional: &'static str,
    pub show: &'static str,
    pub hide: &'static str,
    pub choose: &'static str,
    pub problems: &'static str,
    pub problem: &'static str,
    pub steps: &'static str,
    pub done: &'static str,
    pub sending: &'static str,
    pub loading: &'static str,
    pub failed: &'static str,
    /// The title of the page that is shown without a connection.
    pub offline: &'static str,
    pub offline_why: &'static str,
    pub reload: &'static str,
    pub pager: &'static str,
    pub newer: &'static str,
    pub older: &'static str,
    pub print: &'static str,
    /// How a page is printed where no script runs.
    pub print_hint: &'static str,
    pub reference: &'static str,
    /// The accessible name of the bell, with the number of unread notices when there are any.
    pub bell: fn(u32) -> String,
    /// The accessible name of the button that shows what was typed into a password field.
    pub show_typed: fn(&str) -> String,
    /// That of the one that hides it again.
    pub hide_typed: fn(&str) -> String,
    /// What a search engine or a link preview says below the title.
    pub description: fn(&str) -> String,
}
