//! What a session of the staff begins with in the browser of a request.

use crate::secret::Token;
use crate::staff::sign_in::NewStaffSession;
use crate::web::Cx;

/// The session of this token, in a browser whose device has the other one.
pub fn new_session(cx: &Cx, token: &Token, device: &Token) -> NewStaffSession {
    NewStaffSession {
        fresh: token.hash(),
        device: device.hash(),
        shared_device: cx.shared_device().map(Token::hash),
        user_agent: cx.request.user_agent,
    }
}
