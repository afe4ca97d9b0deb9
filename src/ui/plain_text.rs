//! Text in markup that mostly has nothing to escape.

use maud::Render;

/// Text that is written into a page. maud looks at each byte of a text by itself; here a text with nothing to escape is
/// copied as a whole.
pub struct PlainText<'a>(pub &'a str);

impl Render for PlainText<'_> {
    fn render_to(&self, html: &mut String) {
        let Self(text) = self;
        if has_marks(text) { text.render_to(html) } else { html.push_str(text) }
    }
}

/// Whether anything in a text has to be escaped. Looks at all bytes, without an end at the first, and adds up in bytes, because a
/// processor does that to sixteen at a time.
fn has_marks(text: &str) -> bool {
    let (chunks, rest) = text.as_bytes().as_chunks::<16>();
    let marks = |bytes: &[u8]| bytes.iter().fold(0, |found: u8, byte| found | u8::from(is_mark(*byte)));
    chunks.iter().fold(0, |found, chunk| found | marks(chunk)) | marks(rest) != 0
}

const fn is_mark(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"')
}
