//! Draws a letter as plain text: what is read on old phones, by screen readers and in a notification.
//!
//! Addresses stand whole on a line of their own, so that every mail program makes a link of them; nothing is wrapped here,
//! because Japanese has no spaces to wrap at and the reader's program knows its width.

use super::record::{Block, Letter};

/// The line that mail programs know as the start of a signature.
const SIGNATURE: &str = "-- ";

impl Letter {
    /// The plain text of the letter, with `\n` between lines.
    pub fn text(&self) -> String {
        draw(self)
    }
}

fn draw(letter: &Letter) -> String {
    let mut out = String::new();
    let mut after_detail = false;
    for block in &letter.blocks {
        let is_detail = matches!(block, Block::Detail { .. });
        if !out.is_empty() {
            out.push_str(if after_detail && is_detail { "\n" } else { "\n\n" });
        }
        after_detail = is_detail;
        match block {
            Block::Paragraph(text) | Block::AboutTheLink(text) | Block::Code(text) => out.push_str(text),
            Block::Button { label, url } => {
                out.push_str(label);
                out.push('\n');
                out.push_str(url);
            }
            Block::Detail { label, value, .. } => {
                out.push_str(label);
                out.push_str(": ");
                out.push_str(value);
            }
        }
    }
    if !letter.footer.is_empty() {
        out.push_str("\n\n");
        out.push_str(SIGNATURE);
        for text in &letter.footer {
            out.push('\n');
            out.push_str(text);
        }
    }
    out.push('\n');
    out
}
