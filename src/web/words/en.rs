//! What error pages say in English.

use super::sentences::{Apology, WebWords};
use crate::lang::{self, Lang};
use crate::work::Remedy;

const UNCHANGED: &str = "Nothing has been changed.";

pub const WORDS: WebWords = WebWords {
    contact: "Contact:",
    home: "Go to the top page",
    not_found: Apology {
        title: "Page not found",
        sentences: &[
            "The address is wrong, or the page is gone. If you came from a link in an e-mail, check that the link is complete.",
        ],
    },
    method: Apology { title: "This cannot be done", sentences: &["Please start again from the top page.", UNCHANGED] },
    forged: Apology {
        title: "Please try once more",
        sentences: &["The page was open for a long time, or you signed in or out in another window.", UNCHANGED],
    },
    go_back: "Go back, reload the page and try again. If cookies are switched off, please allow them.",
    still_here: "What you typed is still here, except passwords. Please look it over and try again.",
    unsent: "This is what you typed before. It has not been sent yet: please look it over and send it.",
    too_large: Apology {
        title: "Too much was sent",
        sentences: &["Go back, shorten what you typed and try again.", UNCHANGED],
    },
    too_slow: Apology {
        title: "The sending broke off",
        sentences: &["Go back and try again where the connection is better.", UNCHANGED],
    },
    not_a_form: Apology {
        title: "This is not a form",
        sentences: &["Please send it with the button on the page.", UNCHANGED],
    },
    busy: Apology { title: "Very busy at the moment", sentences: &["Please try again in a few seconds.", UNCHANGED] },
    read_only: Apology {
        title: "No changes can be made right now",
        sentences: &["You can look at your information. To change something, please try again later.", UNCHANGED],
    },
    fault: Apology {
        title: "Something went wrong",
        sentences: &[
            "We are sorry, this is our fault. Please try again; if it keeps happening, contact us with the reference below.",
        ],
    },
    too_many: Apology { title: "Please wait a while", sentences: &[] },
    crowded: Apology {
        title: "We are busy at the moment",
        sentences: &["If it is about an appointment and cannot wait, please call the clinic.", UNCHANGED],
    },
    crowded_until: |until| {
        let time = lang::time_of(Lang::En, until);
        format!("Too many people have asked for this, so we have paused it. Please try again after {time}.")
    },
    too_many_until: |until| {
        let time = lang::time_of(Lang::En, until);
        format!("There were many attempts in a row, so we have paused for safety. Please try again after {time}.")
    },
    remedy,
    new_password: "Set a new password",
};

const fn remedy(of: Remedy) -> &'static str {
    match of {
        Remedy::GoOn => "Everything else goes on as usual.",
        Remedy::NewPassword(_) => "If it cannot wait, set a new password by e-mail: it lets you sign in at once.",
        Remedy::UseMail => {
            "The link in the e-mail that we have sent still works. Please look into your spam folder, too. An appointment can be booked without an account."
        }
        Remedy::OtherNetwork => "You can try again at once over another connection, such as that of a mobile phone.",
        Remedy::CallClinic => "Bookings that you have begun go on. If it cannot wait, please call the clinic.",
        Remedy::AskOwner => {
            "If it cannot wait, ask another owner to reset your password or codes, or whoever runs the system where there is none."
        }
    }
}
