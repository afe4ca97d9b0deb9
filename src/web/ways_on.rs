//! Where somebody can go on at once whom a limit has stopped. An area says where that is; how it is drawn is decided here.

use super::words::{RemedyWords, WebWords};
use maud::{Markup, html};

/// Where somebody can go on at once whom a limit has stopped.
#[derive(Clone, Debug, Default)]
pub struct WaysOn {
    /// The page on which the limit's remedy begins, if it is one of this area's pages.
    pub remedy: Option<String>,
    /// How a patient comes to a booking meanwhile. The staff book at the desk.
    pub booking: Option<WayToBook>,
}

/// How a patient comes to a booking while a limit stands against what they were doing.
#[derive(Clone, Debug)]
pub enum WayToBook {
    /// The page is about a clinic, which can be called.
    AtClinic {
        /// Its name, and its phone number to press.
        contact: Markup,
        /// Its page.
        page: String,
    },
    /// Without signing in. Links to the pages of clinics, where it is known which they may be.
    AsGuest(Vec<Markup>),
    /// As always, beginning on this page.
    SignedIn(String),
}

impl WaysOn {
    /// What a remedy says, with the ways there.
    pub(super) fn draw(&self, words: &WebWords, remedy: &RemedyWords) -> Markup {
        let begins = self.remedy.as_ref().zip(remedy.way);
        html! {
            @for sentence in remedy.sentences { p { (sentence) } }
            @if let Some((href, label)) = begins { ul .ways { li { a href=(href) { (label) } } } }
            @match &self.booking {
                None => {},
                Some(WayToBook::AtClinic { contact, page }) => {
                    p { (words.call_clinic) " " (contact) }
                    ul .ways { li { a href=(page) { (words.clinic_page) } } }
                },
                Some(WayToBook::AsGuest(pages)) => {
                    p { (words.book_as_guest) }
                    @if !pages.is_empty() { ul .ways { @for page in pages { li { (page) } } } }
                },
                Some(WayToBook::SignedIn(start)) => {
                    p { (words.book_signed_in) }
                    ul .ways { li { a href=(start) { (words.dashboard) } } }
                },
            }
        }
    }
}
