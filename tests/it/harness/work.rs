//! Verbs done in a test without any page.

use mypage::config::Config;
use mypage::lang::Lang;
use mypage::store::{self, Tx};
use mypage::work::{Actor, Caller, Outcome, Settled, Work};

/// What a unit of work gave, or why it was refused.
pub type Judged<T, R> = Result<T, R>;

/// Does a unit of work inside a write, as a patient without a browser. Gives what was done, or the refusal.
pub fn done<T, R>(tx: &mut Tx<'_>, verb: impl FnOnce(&mut Work<'_>) -> Outcome<T, R>) -> store::Result<Judged<T, R>> {
    // A refusal takes back what this unit of work wrote, and nothing before it.
    tx.keep();
    let settings = [("MYPAGE_BASE_URL", "http://localhost:8080"), ("MYPAGE_MAIL_MODE", "kept")];
    let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let config = Config::from_environment(settings.into_iter()).expect("settings");
    let caller = Caller::without_browser(Actor::Patient, Lang::Ja);
    match Work::run(tx, &config, &caller, verb)?.settled {
        Settled::Done(done) => Ok(Ok(done)),
        Settled::Refused(refusal) => Ok(Err(refusal)),
        Settled::Denied(denied) => panic!("denied: {denied:?}"),
    }
}
