//! The sign of a clinic: its logo, or the first character of its name on its colour. It stands beside the name, so that a patient with
//! several clinics tells them apart at a glance, and says nothing to who cannot see it.

use crate::clinic::{Clinic, Colour, Scheme, path};
use maud::{Markup, html};

/// Pixels of a sign, which the stylesheet draws smaller in lists.
const SIDE: u32 = 40;

/// The sign.
pub fn sign(clinic: &Clinic) -> Markup {
    let picture = clinic.logo.as_ref().and_then(|logo| logo.picture.as_ref());
    html! {
        @match picture {
            Some(picture) => img .sign src=(path::of_picture(&clinic.id, picture)) width=(SIDE) height=(SIDE) alt="";,
            None => (drawn(clinic)),
        }
    }
}

/// The character on the colour, for each scheme: without a colour that can be seen there, on ours. The stylesheet writes the
/// character, which is no text of the page.
fn drawn(clinic: &Clinic) -> Markup {
    let first: String = clinic.name.chars().take(1).collect();
    let own = |scheme| clinic.colour.filter(|colour| colour.is_seen_in(scheme));
    let (light, dark) = (own(Scheme::Light), own(Scheme::Dark));
    let ink = |own: Option<Colour>, black, white| own.map_or("", |own| if own.is_bright() { black } else { white });
    html! {
        span class={
            "sign sign-drawn"
            (ink(light, " sign-light-black", " sign-light-white")) (ink(dark, " sign-dark-black", " sign-dark-white"))
        } aria-hidden="true" data-first=(first) {
            @if light.is_some() || dark.is_some() {
                svg viewBox="0 0 1 1" {
                    @if let Some(own) = light { rect .sign-light width="1" height="1" fill=(own) {} }
                    @if let Some(own) = dark { rect .sign-dark width="1" height="1" fill=(own) {} }
                }
            }
        }
    }
}
