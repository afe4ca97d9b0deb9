//! When a visit starts, as pages write it.

use super::words;
use crate::clock::Moment;
use crate::lang::Lang;
use crate::ui::WholeParts;
use maud::Render;

/// When a visit starts. Clinics keep Japan time: it is said in every language but Japanese, and there in a browser of another zone.
pub struct WrittenStart(pub Lang, pub Moment);

impl Render for WrittenStart {
    fn render_to(&self, html: &mut String) {
        let Self(lang, start) = *self;
        let words = words::of(lang);
        html.push_str("<span class=\"start\"");
        if let Some(zone) = words.zone_elsewhere {
            html.extend([" data-zone=\"", zone, "\""]);
        }
        html.push('>');
        WholeParts(&(words.when)(start)).render_to(html);
        html.push_str("</span>");
    }
}
