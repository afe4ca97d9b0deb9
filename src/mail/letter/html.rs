//! Draws a letter as a small HTML document: legible at a glance, in light and in dark, with nothing loaded from elsewhere.
//!
//! Styles stand on the elements, because many mail programs drop a style sheet. No colour is set but the button's, so the
//! program's own light or dark colours hold everywhere else.

use super::record::{Block, Letter};
use crate::lang::Lang;
use maud::{DOCTYPE, Markup, html};

const BODY: &str = "margin:0;padding:24px 16px;font-family:sans-serif;font-size:17px;line-height:1.7";
const COLUMN: &str = "max-width:560px;margin:0 auto";
const PARAGRAPH: &str = "margin:0 0 20px";
const BUTTON: &str = "display:inline-block;padding:12px 24px;border-radius:8px;background:#0b57a4;color:#ffffff;\
    font-weight:bold;text-decoration:none";
const ADDRESS: &str = "font-size:14px;overflow-wrap:anywhere;word-break:break-all";
const CODE: &str = "margin:0 0 20px;font-size:32px;font-weight:bold;letter-spacing:4px";
const LIST: &str = "margin:0 0 20px;border-collapse:collapse";
const LABEL: &str = "padding:4px 16px 4px 0;text-align:left;vertical-align:top;font-weight:bold;white-space:nowrap";
const VALUE: &str = "padding:4px 0;vertical-align:top";
const FOOTER: &str = "margin:0 0 8px;font-size:14px";

impl Letter {
    /// The letter as one HTML document that loads nothing from elsewhere.
    pub fn html(&self) -> String {
        draw(self)
    }
}

fn draw(letter: &Letter) -> String {
    let document = html! {
        (DOCTYPE)
        html lang=(letter.lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                meta name="color-scheme" content="light dark";
                meta name="supported-color-schemes" content="light dark";
                title { (letter.subject) }
            }
            body style=(BODY) {
                div style=(COLUMN) {
                    @for group in letter.blocks.chunk_by(both_details) { (draw_group(group)) }
                    @if !letter.footer.is_empty() {
                        hr;
                        @for text in &letter.footer { p style=(FOOTER) { (broken_lines(text)) } }
                    }
                }
            }
        }
    };
    document.into_string()
}

fn both_details(a: &Block, b: &Block) -> bool {
    matches!((a, b), (Block::Detail { .. }, Block::Detail { .. }))
}

/// Draws one block, or a run of details as one table.
fn draw_group(group: &[Block]) -> Markup {
    html! {
        @match group {
            [Block::Paragraph(text) | Block::AboutTheLink(text)] => p style=(PARAGRAPH) { (broken_lines(text)) },
            [Block::Button { label, url }] => {
                p style=(PARAGRAPH) { a href=(url) style=(BUTTON) { (label) } }
                p style=(PARAGRAPH) { a href=(url) style=(ADDRESS) { (url) } }
            }
            [Block::Code(code)] => p style=(CODE) { (code) },
            details => table style=(LIST) {
                @for block in details {
                    @if let Block::Detail { label, value, lang } = block {
                        tr {
                            th scope="row" style=(LABEL) { (label) }
                            td style=(VALUE) lang=[lang.map(Lang::tag)] { (broken_lines(value)) }
                        }
                    }
                }
            },
        }
    }
}

fn broken_lines(text: &str) -> Markup {
    html! {
        @for (number, line) in text.split('\n').enumerate() {
            @if number > 0 { br; }
            (line)
        }
    }
}
