//! What error pages say in English.

use super::sentences::{Apology, RemedyWords, WebWords};
use crate::work::Remedy;

const UNCHANGED: &str = "Nothing has been changed.";

pub const WORDS: WebWords = WebWords {
    contact: "Contact:",
    home: "Go to the top page",
    sign_in: "Sign in",
    not_found: Apology {
        title: "Page not found",
        sentences: &[
            "The address is wrong, or the page is gone. If you came from a link in an e-mail, check that the link is complete.",
        ],
    },
    method: Apology { title: "This cannot be done", sentences: &["Please start again from the top page.", UNCHANGED] },
    forged: Apology {
        title: "Please try once more",
        sentences: &[
            "The page was open for a long time, or you went on in another window, such as by signing in or by booking.",
            UNCHANGED,
        ],
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
    too_many_until: |until| {
        format!("There were many attempts in a row, so we have paused this for safety. Please try again after {until}.")
    },
    crowded: Apology { title: "We are busy at the moment", sentences: &[UNCHANGED] },
    crowded_until: |until| {
        format!("Too many people have asked for this, so we have paused it. Please try again after {until}.")
    },
    remedy,
    call_clinic: "If it cannot wait, please call the clinic.",
    clinic_page: "Go to the clinic’s booking page",
    book_as_guest: "You can book right now without an account and without signing in, on the booking page of the clinic.",
    book_signed_in: "You can still look at your bookings, change them and make new ones.",
    dashboard: "Go to the dashboard",
};

const OTHERS_GO_ON: &str = "You stay signed in, and everything else works as usual.";
const RESET: &str = "Set a new password";
const STAFF_RESET: &str = "To sign in without waiting, ask another owner of the clinic for a link to a new sign-in. If there is no other owner, who runs this service can make one with the command “mypage staff reset”.";

const fn remedy(remedy: Remedy) -> RemedyWords {
    let (sentences, way): (&[&str], Option<&str>) = match remedy {
        Remedy::Waiting => (&["Everything that you have done so far stays as it is."], None),
        Remedy::PasswordReset => {
            (&["To sign in without waiting, set a new password by e-mail. It lets you in at once."], Some(RESET))
        }
        Remedy::AnotherNetwork => (
            &[
                "Only the network that you are using, such as your Wi-Fi, is paused. From another one, such as mobile data, you can try again right now.",
            ],
            None,
        ),
        Remedy::OpenSession => (
            &[
                OTHERS_GO_ON,
                "If you do not know your current password, set a new one by e-mail. Once you have signed in with it, you can do this at once.",
            ],
            Some(RESET),
        ),
        Remedy::RestOfAccount => (&[OTHERS_GO_ON], None),
        Remedy::SentMail => (
            &[
                "The last e-mail that was sent works until the time that it names. If you cannot find it, look into your spam folder, too.",
            ],
            None,
        ),
        Remedy::BookingUnderWay => (&["You can go on with a booking that you have begun."], None),
        Remedy::BookedVisit => (&["The booking stays as it is."], None),
        Remedy::StaffReset => (&[STAFF_RESET], None),
        Remedy::StaffSession => (&[OTHERS_GO_ON, STAFF_RESET], None),
        Remedy::RecoveryCode => {
            (&["With one of your recovery codes you can go on right now.", STAFF_RESET], Some("Enter a recovery code"))
        }
        Remedy::BothFactors => {
            (&["With your password and a code you can sign in right now."], Some("Sign in with password and code"))
        }
        Remedy::MadeLink => (
            &[
                "The links that you have made work until the time that they name.",
                "If you need another one right now, who runs this service can make it with the command “mypage staff invite” or “mypage staff reset”.",
            ],
            None,
        ),
    };
    RemedyWords { sentences, way }
}
