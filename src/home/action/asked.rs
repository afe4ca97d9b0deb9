//! Reads from a request what is to be open on the page, and whether only a part of the page is asked for.

use crate::home::open_parts::{OpenParts, PressedPart};
use crate::home::page;
use crate::reservation::ReservationId;
use crate::web::{Cx, Failure};

/// What is asked for of a page with parts that open.
pub struct Asked {
    /// What is to be open.
    pub open: OpenParts,
    /// The part that is answered alone; `None` for the page.
    pub pressed: Option<PressedPart>,
    /// The reservation that was open until now, where only a part is asked for.
    pub former: Option<ReservationId>,
}

impl Asked {
    /// Whether what is over was pressed to be hidden.
    pub fn hides_past(&self) -> bool {
        self.pressed == Some(PressedPart::List) && !self.open.past
    }
}

/// What a request asks for.
///
/// # Errors
/// Not found, when the address names something that is no reservation.
pub fn asked(cx: &Cx) -> Result<Asked, Failure> {
    let asked = OpenParts::of(cx.whole_query()).ok_or(Failure::NotFound)?;
    let swap = cx.swap().and_then(|swap| Some((swap, page::pressed(swap.part)?)));
    let Some((swap, pressed)) = swap else {
        return Ok(Asked { open: asked, pressed: None, former: None });
    };
    let before = swap.before.and_then(OpenParts::of).unwrap_or(asked);
    Ok(Asked { open: before.after(pressed, asked), pressed: Some(pressed), former: before.reservation })
}
