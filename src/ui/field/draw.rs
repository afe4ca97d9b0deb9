//! How a field is drawn: the frame around every kind, then the kinds.
//!
//! The order is label, hint, problem, control, so that on a phone with its keyboard open the problem is still in sight.

use super::{Control, Field, Radio, Width};
use crate::lang::Lang;
use crate::ui::{Icon, words};
use maud::{Markup, html};

impl Field {
    /// The markup.
    pub fn render(&self, lang: Lang) -> Markup {
        let class = match (self.problem.is_some(), self.width) {
            (false, Width::Full) => "field",
            (false, Width::Medium) => "field field-medium",
            (false, Width::Short) => "field field-short",
            (true, Width::Full) => "field field-wrong",
            (true, Width::Medium) => "field field-wrong field-medium",
            (true, Width::Short) => "field field-wrong field-short",
        };
        match &self.control {
            Control::Radios { options } => html! {
                fieldset class=(class) aria-describedby=[self.described_by()] {
                    legend .label { (self.label) (self.badge(lang)) }
                    (self.notes(lang))
                    (self.radios(options))
                }
            },
            Control::Checkbox => html! { div class=(class) { (self.notes(lang)) (self.checkbox()) } },
            control => html! {
                div class=(class) {
                    label .label for=(self.name) { (self.label) (self.badge(lang)) }
                    (self.notes(lang))
                    (match control {
                        Control::Password => self.password_box(lang),
                        Control::Textarea { rows } => self.textarea(*rows),
                        Control::Select { options, is_decided } => self.select(lang, options, *is_decided),
                        Control::Input { kind } => self.input(kind),
                        Control::Radios { .. } | Control::Checkbox => html! {},
                    })
                }
            },
        }
    }

    fn badge(&self, lang: Lang) -> Markup {
        let words = words::of(lang);
        html! {
            @if self.badge {
                @match &self.needed_where {
                    Some(when) => { " " span .need { (when) } },
                    None if self.required => { " " span .need { (words.required) } },
                    None => { " " span .need .need-not { (words.optional) } },
                }
            }
        }
    }

    /// Hint and problem, with the ids that the control points to.
    fn notes(&self, lang: Lang) -> Markup {
        html! {
            @if let Some(hint) = &self.hint { p .hint id={ (self.name) "-hint" } { (hint) } }
            @if let Some(problem) = &self.problem {
                p .wrong id={ (self.name) "-problem" } {
                    (Icon::Alert)
                    span { span .unseen { (words::of(lang).problem) ": " } (problem) }
                }
            }
        }
    }

    fn described_by(&self) -> Option<String> {
        let ids = [(self.hint.is_some(), "hint"), (self.problem.is_some(), "problem")];
        let ids: Vec<String> =
            ids.iter().filter(|(there, _)| *there).map(|(_, end)| format!("{}-{end}", self.name)).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn invalid(&self) -> Option<&'static str> {
        self.problem.is_some().then_some("true")
    }

    fn input(&self, kind: &str) -> Markup {
        let plain = matches!(kind, "email" | "tel" | "url");
        html! {
            input .input id=(self.name) name=(self.name) type=(kind) value=(self.value) required[self.required]
                autocomplete=[self.autocomplete.as_deref()] inputmode=[self.inputmode.as_deref()]
                lang=[self.lang.as_deref()] autofocus[self.has_focus]
                spellcheck=[plain.then_some("false")]
                aria-describedby=[self.described_by()] aria-invalid=[self.invalid()];
        }
    }

    /// The button is hidden until the script shows it; its place is kept free, so nothing moves then.
    fn password_box(&self, lang: Lang) -> Markup {
        let words = words::of(lang);
        let (show, hide) = ((words.show_typed)(&self.plain), (words.hide_typed)(&self.plain));
        html! {
            div .reveal {
                input .input id=(self.name) name=(self.name) type="password" required[self.required]
                    autocomplete=[self.autocomplete.as_deref()]
                    spellcheck="false" autofocus[self.has_focus]
                    aria-describedby=[self.described_by()] aria-invalid=[self.invalid()];
                button .reveal-button type="button" hidden aria-controls=(self.name)
                    aria-label=(show)
                    data-show=(words.show) data-show-name=(show)
                    data-hide=(words.hide) data-hide-name=(hide) {
                    (Icon::Eye)
                    span { (words.show) }
                }
            }
        }
    }

    fn textarea(&self, rows: u8) -> Markup {
        html! {
            // A parser drops the first line break in a textarea; this one is it.
            textarea .input id=(self.name) name=(self.name) rows=(rows) required[self.required]
                autocomplete=[self.autocomplete.as_deref()] lang=[self.lang.as_deref()]
                aria-describedby=[self.described_by()] aria-invalid=[self.invalid()] { "\n" (self.value) }
        }
    }

    fn select(&self, lang: Lang, options: &[(String, String)], is_decided: bool) -> Markup {
        html! {
            div .select {
                select .input id=(self.name) name=(self.name) required[self.required]
                    autocomplete=[self.autocomplete.as_deref()]
                    aria-describedby=[self.described_by()] aria-invalid=[self.invalid()] {
                    @if !is_decided || options.iter().all(|(value, _)| *value != self.value) { option value="" { (words::of(lang).choose) } }
                    @for (value, label) in options {
                        option value=(value) selected[*value == self.value] { (label) }
                    }
                }
            }
        }
    }

    /// The first radio carries the field's id, so that the summary's link lands on something to act on.
    fn radios(&self, options: &[Radio]) -> Markup {
        let id = |at: usize| {
            if at == 0 { self.name.clone() } else { format!("{}-{}", self.name, at + 1) }
        };
        html! {
            div .choices {
                @for (at, Radio { value, label, note, is_closed }) in options.iter().enumerate() {
                    label .choice for=(id(at)) {
                        input id=(id(at)) name=(self.name) type="radio" value=(value)
                            checked[*value == self.value && !is_closed] required[self.required] disabled[*is_closed]
                            aria-invalid=[self.invalid()];
                        span {
                            (label)
                            @if let Some(note) = note { span .choice-note { (note) } }
                        }
                    }
                }
            }
        }
    }

    fn checkbox(&self) -> Markup {
        let value = if self.value.is_empty() { "on" } else { &self.value };
        html! {
            div .choice {
                input id=(self.name) name=(self.name) type="checkbox" value=(value) checked[self.checked]
                    required[self.required] aria-describedby=[self.described_by()] aria-invalid=[self.invalid()];
                label for=(self.name) { (self.label) }
            }
        }
    }
}
