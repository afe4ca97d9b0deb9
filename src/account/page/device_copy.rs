//! オフラインでの表示, a setting of the device: whether it keeps a copy of the next visits.
//!
//! It stays hidden until a script finds that the device can keep one. It is no form: what is chosen is never sent.

use crate::account::words;
use crate::ui::card_hidden_at;
use crate::web::Cx;
use maud::{Markup, html};

/// Its place on the page.
pub const DEVICE_COPY: &str = "device-copy";

/// The setting.
pub fn setting(cx: &Cx) -> Markup {
    let words = words::device_copy(cx.lang);
    card_hidden_at(
        DEVICE_COPY,
        words.title,
        html! {
            p { (words.what) }
            p #device-copy-hint { (words.seen_by_all) }
            div .choice {
                input #device-copy-kept type="checkbox" aria-describedby="device-copy-hint";
                label for="device-copy-kept" { (words.keep) }
            }
            p #device-copy-news aria-live="polite" data-kept=(words.kept) data-removed=(words.removed) data-failed=(words.failed) {}
        },
    )
}
