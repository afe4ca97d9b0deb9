//! The poster for the waiting room: one sheet of A4 in both languages, in whatever language it is printed.
//!
//! On the screen the sheet is shown as it will be printed, below how to print it.

use super::{as_written, call};
use crate::clinic::words;
use crate::clinic::{Clinic, OwnText, RegistrationCode, path};
use crate::lang::Lang;
use crate::ui::{Link, Page, ways};
use crate::web::Cx;
use maud::{Markup, html};

/// The poster of a clinic, and its code by itself to be saved.
pub fn show(cx: &Cx, code: RegistrationCode, clinic: &Clinic, url: &str) -> Page {
    let words = &words::of(cx.lang).poster;
    let file = |label: &str, route: &str| Link::new(label, path::of_code(route, code));
    Page::new(
        words.title,
        html! {
            (ways(&[file(words.svg, path::QR_SVG), file(words.png, path::QR_PNG)]))
            (sheet(code, clinic, url))
        },
    )
    .lead(words.lead)
}

fn sheet(code: RegistrationCode, clinic: &Clinic, url: &str) -> Markup {
    // The sheet has no language of its own: it is the same no matter who prints it, and every part says which it is in.
    let written = |text: &str| as_written(Lang::En, OwnText::new(text, None));
    let (ja, en) = (&words::of(Lang::Ja).poster, &words::of(Lang::En).poster);
    html! {
        section .poster aria-labelledby="poster-title" {
            p .poster-clinic { (written(&clinic.name)) }
            h2 #poster-title {
                span lang="ja" { (ja.heading) }
                span .poster-second lang="en" { (en.heading) }
            }
            img .poster-code src=(path::of_code(path::QR_SVG, code)) width="400" height="400"
                alt={ (ja.code) " / " (en.code) };
            p .poster-url translate="no" { (url) }
            @for (lang, words) in [(Lang::Ja, ja), (Lang::En, en)] {
                ol lang=(lang.tag()) { @for step in words.steps { li { (step) } } }
            }
            p .poster-foot {
                (written(&clinic.name))
                br;
                (written(&clinic.site.address))
                br;
                (call(&clinic.phone))
            }
        }
    }
}
