//! The reason that comes with a form of the desk.

use crate::console::desk_form::DeskField;
use crate::console::reason_form::{ReasonForm, ReasonProblems, TypedReason, missing};
use crate::console::words;
use crate::lang::Lang;
use crate::reservation::desk::Insistence;
use crate::store;
use crate::ui::FormField;
use crate::web::Cx;

/// Why the staff go on, and which objections their page had shown.
///
/// # Errors
/// What is wrong with the reason.
pub fn insistence(cx: &Cx) -> Result<Insistence, ReasonProblems> {
    let reason = cx.typed::<ReasonForm>().check(|word| words::desk::preset(Lang::Ja, word))?;
    Ok(Insistence::new(cx.form().get(DeskField::Seen.name()), reason))
}

/// The reason as it was sent, with what is wrong with it. To give none is wrong only where the page had asked for one.
pub fn typed_reason(cx: &Cx) -> TypedReason {
    let problems = match insistence(cx) {
        Ok(sent) if sent.reason.is_empty() && !sent.seen.is_empty() => missing(),
        Ok(_) => ReasonProblems::default(),
        Err(problems) => problems,
    };
    TypedReason { form: cx.typed(), problems }
}

/// The reason that was typed before another page came in between, such as that for signing in.
pub async fn kept_reason(cx: &Cx) -> store::Result<TypedReason> {
    Ok(TypedReason { form: cx.kept_form().await?.unwrap_or_default(), problems: ReasonProblems::default() })
}
