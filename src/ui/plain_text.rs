//! Text in markup that mostly has nothing to escape.

use maud::Render;

/// Text that is written into a page. maud looks at each byte of a text by itself; here a text with nothing to escape is
/// copied as a whole.
pub struct PlainText<'a>(pub &'a str);

impl Render for PlainText<'_> {
    fn render_to(&self, html: &mut String) {
        let Self(text) = self;
        // Looks at all bytes, without an end at the first, because a processor does that to sixteen at a time.
        let marks = text.bytes().fold(false, |found, byte| found | matches!(byte, b'&' | b'<' | b'>' | b'"'));
        if marks { text.render_to(html) } else { html.push_str(text) }
    }
}
