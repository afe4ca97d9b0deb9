//! The posters for the waiting room, for マイクリニック and for Web予約: one sheet each of A4 in both languages, in whatever language it is printed.
//!
//! On the screen the sheet is shown as it will be printed, below how to print it.

use super::{as_written, call};
use crate::clinic::words::{self, PosterSheetWords};
use crate::clinic::{Clinic, OwnText, RegistrationCode, path};
use crate::lang::Lang;
use crate::ui::{Link, Page, Tone, alert, print_way, ways};
use crate::web::Cx;
use maud::{Markup, html};

/// The poster of a clinic, and its code by itself to be saved.
pub fn show(cx: &Cx, code: RegistrationCode, clinic: &Clinic, url: &str) -> Page {
    let words = &words::of(cx.lang).poster;
    let [svg, png] = [path::QR_SVG, path::QR_PNG].map(|route| path::of_code(route, code));
    let sheet = sheet(clinic, url, &svg, |lang| &words::of(lang).poster.registration);
    Page::new(words.title, html! { (how(cx, &svg, &png)) (sheet) }).lead(words.lead)
}

/// The poster that leads to a clinic's Web予約 at `url`, and its code by itself; `svg` and `png` are where that is.
pub fn booking(cx: &Cx, clinic: &Clinic, url: &str, svg: &str, png: &str) -> Page {
    let words = &words::of(cx.lang).poster;
    let sheet = sheet(clinic, url, svg, |lang| &words::of(lang).poster.booking);
    Page::new(words.booking_title, html! { (how(cx, svg, png)) (sheet) }).lead(words.lead)
}

/// How the sheet is printed, the code by itself for the clinic's own print, and what is wrong with its address.
fn how(cx: &Cx, svg: &str, png: &str) -> Markup {
    html! {
        (unreachable(cx))
        (print_way(cx.lang))
        (files(cx, svg, png))
    }
}

/// The ways to a code by itself.
pub fn files(cx: &Cx, svg: &str, png: &str) -> Markup {
    let words = &words::of(cx.lang).poster;
    ways(&[Link::new(words.svg, svg), Link::new(words.png, png)])
}

/// That no patient can open what a code leads to, as long as the service has the address of a machine or of a network within a
/// building.
pub fn unreachable(cx: &Cx) -> Markup {
    html! {
        @if cx.floor.config.is_out_of_reach() {
            (alert(Tone::Warning, (words::of(cx.lang).poster.out_of_reach)(cx.floor.config.base_url())))
        }
    }
}

fn sheet(clinic: &Clinic, url: &str, qr: &str, words: fn(Lang) -> &'static PosterSheetWords) -> Markup {
    // The sheet has no language of its own: it is the same no matter who prints it, and every part says which it is in.
    let written = |text: &str| as_written(Lang::En, OwnText::new(text, None));
    let (ja, en) = (words(Lang::Ja), words(Lang::En));
    html! {
        section .poster aria-labelledby="poster-title" {
            p .poster-clinic { (written(&clinic.name)) }
            h2 #poster-title {
                span lang="ja" { (ja.heading) }
                span .poster-second lang="en" { (en.heading) }
            }
            img .poster-code src=(qr) width="400" height="400"
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
