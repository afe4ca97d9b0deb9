//! The poster for the waiting room: one sheet of A4 in both languages, in whatever language it is printed.
//!
//! On the screen the sheet is shown as it will be printed, below how to print it.

use super::{call, own};
use crate::clinic::words::poster as words;
use crate::clinic::{Clinic, RegistrationCode, path};
use crate::lang::{Lang, Words};
use crate::ui::{Link, Page, ways};
use crate::web::Cx;
use maud::{Markup, html};

/// The poster of a clinic, and its code by itself to be saved.
pub fn show(cx: &Cx, code: RegistrationCode, clinic: &Clinic, url: &str) -> Page {
    let file = |words: Words, route: &str| Link::new(cx.say(words), path::of_code(route, code));
    Page::new(
        cx.say(words::TITLE),
        html! {
            (ways(&[file(words::SVG, path::QR_SVG), file(words::PNG, path::QR_PNG)]))
            (sheet(code, clinic, url))
        },
    )
    .lead(cx.say(words::LEAD))
}

fn sheet(code: RegistrationCode, clinic: &Clinic, url: &str) -> Markup {
    // The sheet has no language of its own: it is the same no matter who prints it, and every part says which it is in.
    let own = |text: &str| own(Lang::En, text);
    html! {
        section .poster aria-labelledby="poster-title" {
            p .poster-clinic { (own(&clinic.name)) }
            h2 #poster-title {
                span lang="ja" { (words::HEADING.0) }
                span .poster-second lang="en" { (words::HEADING.1) }
            }
            img .poster-code src=(path::of_code(path::QR_SVG, code)) width="400" height="400"
                alt={ (words::CODE.0) " / " (words::CODE.1) };
            p .poster-url translate="no" { (url) }
            @for lang in [Lang::Ja, Lang::En] {
                ol lang=(lang.tag()) { @for step in words::STEPS { li { (lang.of(step)) } } }
            }
            p .poster-foot {
                (own(&clinic.name))
                br;
                (own(&clinic.site.address))
                br;
                (call(&clinic.phone))
            }
        }
    }
}
