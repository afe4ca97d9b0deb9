//! The icon set: a few strokes drawn for this product on a 24 × 24 grid, inlined into the markup.
//!
//! An icon never carries meaning alone: it is hidden from assistive technology and stands beside words.

use maud::{Markup, Render, html};

/// Which icon to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Three lines: the menu.
    Menu,
    /// A bell: notices.
    Bell,
    /// An open eye: show what was typed.
    Eye,
    /// Leads on.
    Next,
    /// Leads back.
    Back,
    /// Done, or right.
    Check,
    /// Something needs attention.
    Alert,
    /// Something to know.
    Info,
    /// A padlock: lock the page.
    Lock,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Menu => "M4 6.5h16M4 12h16M4 17.5h16",
            Self::Bell => "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 21h4M12 5V3",
            Self::Eye => {
                "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z"
            }
            Self::Next => "M9 5l7 7-7 7",
            Self::Back => "M15 5l-7 7 7 7",
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::Alert => "M12 3.5L22 20.5H2zM12 10v4.5M12 17.4v.2",
            Self::Lock => "M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11",
            Self::Info => "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 11v5.5M12 7.4v.2",
        }
    }
}

/// Inline SVG, in the colour of the text around it. A page has dozens, so that it is written where it stands.
impl Render for Icon {
    fn render_to(&self, page: &mut String) {
        page.push_str(BEFORE_PATH);
        page.push_str(self.path());
        page.push_str(AFTER_PATH);
    }
}

const BEFORE_PATH: &str =
    r#"<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path d=""#;
const AFTER_PATH: &str = r#""></path></svg>"#;

/// The product's mark, as in the favicon: a sheet of paper with a heart.
pub(super) fn mark() -> Markup {
    html! {
        svg .mark viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false" {
            rect .mark-ground width="32" height="32" rx="8" {}
            path .mark-heart
                d="M16 25.2C10.2 20.9 6.8 17.7 6.8 13.6a4.9 4.9 0 0 1 9.2-2.4 4.9 4.9 0 0 1 9.2 2.4c0 4.1-3.4 7.3-9.2 11.6z" {}
        }
    }
}
