//! Text in markup that mostly has nothing to escape.

use maud::Render;
use std::borrow::Cow;

/// Text that is written into a page. maud looks at each byte of a text by itself; here a text with nothing to escape is
/// copied as a whole.
pub struct PlainText<'a>(pub &'a str);

impl Render for PlainText<'_> {
    fn render_to(&self, html: &mut String) {
        let Self(text) = self;
        if has_marks(text) { text.render_to(html) } else { html.push_str(text) }
    }
}

/// A text as it is written into a page, for one that is written more than once.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    if !has_marks(text) {
        return Cow::Borrowed(text);
    }
    let mut html = String::with_capacity(text.len() + 16);
    text.render_to(&mut html);
    Cow::Owned(html)
}

/// Whether anything in a text has to be escaped. Looks at all bytes, without an end at the first, because a processor does that to
/// sixteen at a time.
fn has_marks(text: &str) -> bool {
    text.bytes().fold(false, |found, byte| found | matches!(byte, b'&' | b'<' | b'>' | b'"'))
}
