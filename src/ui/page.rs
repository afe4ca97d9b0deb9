//! What a feature hands to the shell: a page, and the chrome that stands around every page.
//!
//! These are plain values: the caller that builds a [`Chrome`] has decided who is signed in, and `shell` draws it.

use crate::lang::Lang;
use maud::{Markup, PreEscaped};

/// One screen: its title and what stands under it.
#[derive(Clone, Debug)]
pub struct Page {
    /// The `<h1>`, and the first part of the document's title.
    pub title: String,
    /// What stands in the `<h1>` before its words and is not read out, or nothing.
    pub sign: Markup,
    /// What stands under the `<h1>`.
    pub main: Markup,
    /// One sentence between the title and the rest.
    pub lead: Option<String>,
    /// Where in a longer procedure this page stands: [`steps`](super::steps).
    pub steps: Option<Markup>,
    /// The way back, above the title.
    pub back: Option<Link>,
    /// What was wrong with the form sent: [`problem_summary`](super::problem_summary), or nothing.
    pub problems: Markup,
    /// Whether it holds the form of which nothing is lost.
    pub has_input: bool,
    /// What is to be known of the form before it is sent again, or nothing.
    pub notice: Markup,
    /// Scripts that this page needs beside those of every page, by the names of their files.
    pub scripts: &'static [&'static str],
    /// After how many seconds a browser without scripts asks for it again, if at all.
    pub refresh: Option<u16>,
    /// Whether it takes the width of a working window.
    pub is_wide: bool,
}

impl Page {
    /// A page with a title and its content.
    pub fn new(title: impl Into<String>, main: Markup) -> Self {
        Self {
            title: title.into(),
            sign: nothing(),
            main,
            lead: None,
            steps: None,
            back: None,
            problems: nothing(),
            has_input: false,
            notice: nothing(),
            scripts: &[],
            refresh: None,
            is_wide: false,
        }
    }

    /// With the sign of what the page is about before the title.
    #[must_use]
    pub fn sign(mut self, sign: Markup) -> Self {
        self.sign = sign;
        self
    }

    /// With scripts that no other page needs.
    #[must_use]
    pub fn scripts(mut self, names: &'static [&'static str]) -> Self {
        self.scripts = names;
        self
    }

    /// Asked for again after so many seconds where no script runs.
    #[must_use]
    pub fn refreshed(mut self, seconds: Option<u16>) -> Self {
        self.refresh = seconds;
        self
    }

    /// With one sentence under the title that says what the page is for.
    #[must_use]
    pub fn lead(mut self, sentence: impl Into<String>) -> Self {
        self.lead = Some(sentence.into());
        self
    }

    /// With the steps of the procedure above the title.
    #[must_use]
    pub fn steps(mut self, steps: Markup) -> Self {
        self.steps = Some(steps);
        self
    }

    /// With a link back above the title.
    #[must_use]
    pub fn back(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.back = Some(Link::new(label, href));
        self
    }

    /// A page that is scanned rather than read, such as a day of the book: it takes the width of a working window.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.is_wide = true;
        self
    }

    /// With a [`form_input`](super::form_input), which a change of the language takes along.
    #[must_use]
    pub fn with_input(mut self) -> Self {
        self.has_input = true;
        self
    }

    /// With the summary of a refused form. It stands under the title, and the document's title says that there are
    /// problems. An empty summary changes nothing, so a page can always pass what [`problem_summary`] gave.
    ///
    /// [`problem_summary`]: super::problem_summary
    #[must_use]
    pub fn problems(mut self, summary: Markup) -> Self {
        self.problems = summary;
        self
    }
}

const fn nothing() -> Markup {
    PreEscaped(String::new())
}

/// What stands around every page.
#[derive(Clone, Debug)]
pub struct Chrome {
    /// The language of the page.
    pub lang: Lang,
    /// The name of the service, in the header and in each title.
    pub service: String,
    /// The same for all pages of one visitor and one release. A part of a page is put into another only if both have the
    /// same mark.
    pub mark: String,
    /// Which account is signed in, as an opaque mark by which a device tells whose data it keeps. Empty when nobody is signed in;
    /// `None` on a page that cannot tell.
    pub account: Option<String>,
    /// The token for the forms of header and footer. Empty: these forms are left out (an answer outside any session).
    pub csrf: String,
    /// Where a change of language comes back to.
    pub here: String,
    /// Where the name in the header leads.
    pub home: String,
    /// How wide the page is.
    pub layout: Layout,
    /// The menu and the bell; `None` for somebody who is not signed in.
    pub menu: Option<SiteMenu>,
    /// The foot of the page.
    pub footer: Footer,
}

/// How wide a page is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// One column of text, as long as it is read well.
    #[default]
    Reading,
    /// The whole window, for lists that are worked with all day.
    Working,
}

/// What a signed-in person finds in the header.
#[derive(Clone, Debug)]
pub struct SiteMenu {
    /// What the [name](Self::owner) is: お客様ID, or somebody's role.
    pub owner_label: String,
    /// Who is signed in: the お客様ID as it is read out on the phone, or a name.
    pub owner: String,
    /// The pages to go to.
    pub items: Vec<Link>,
    /// The path that signs out by POST.
    pub sign_out: String,
    /// The bell on the right, where there is one.
    pub bell: Option<Bell>,
    /// The button on the right that locks the page, on a device that several people share.
    pub lock: Option<Lock>,
}

/// The button that locks the page.
#[derive(Clone, Debug)]
pub struct Lock {
    /// The path that locks by POST, and takes in `next` where to come back to.
    pub action: String,
    /// Where to come back to.
    pub back: String,
    /// After how many minutes without use the page locks by itself.
    pub minutes: i64,
}

/// The bell in the header.
#[derive(Clone, Debug)]
pub struct Bell {
    /// The page of notices.
    pub href: String,
    /// How many notices were not opened yet.
    pub unread: u32,
}

/// Words that lead somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What is read.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

impl Link {
    /// A link.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into() }
    }
}

/// The foot of every page.
#[derive(Clone, Debug, Default)]
pub struct Footer {
    /// Terms, privacy policy and the like.
    pub links: Vec<Link>,
    /// How to reach the operator: an e-mail address, a web address, a phone number, or words.
    pub contact: Option<String>,
    /// The path that takes `lang` by POST, and `next` in its query. It keeps what else the form holds.
    pub language_action: String,
    /// The path that keeps the form of a page that is left, by POST, with the page's path as `page` in its query.
    pub keep_action: String,
}
