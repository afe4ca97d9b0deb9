//! What somebody can do at once whom a limit has stopped.

/// What somebody can do at once whom a limit has stopped. Nobody is left with nothing but the time from which to try again: each limit
/// names one of these, and the refusal says it, with a way there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Nothing of the limit's own: only a script meets it, or who runs the service. What was done before stays.
    Waiting,
    /// A patient sets a new password by the link of a mail, which forgets the wrong ones.
    PasswordReset,
    /// The limit is one of a network: by another one, such as a phone's own, it can be tried at once.
    AnotherNetwork,
    /// A patient goes on with everything else within the session; a password that is forgotten is set anew by mail.
    OpenSession,
    /// A patient goes on with everything else in the account.
    RestOfAccount,
    /// The last mail that was sent still works.
    SentMail,
    /// What is being booked goes on.
    BookingUnderWay,
    /// What is booked stays booked, and the clinic can be called about it.
    BookedVisit,
    /// Somebody of the staff gets a new way in from another owner, or from who runs the service.
    StaffReset,
    /// The same of somebody who is signed in, and goes on with everything else.
    StaffSession,
    /// A recovery code takes the place of the code of the app.
    RecoveryCode,
    /// Password and code take the place of a PIN.
    BothFactors,
    /// The links that an owner has made still work, and who runs the service can make another one.
    MadeLink,
}

impl Remedy {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Waiting,
        Self::PasswordReset,
        Self::AnotherNetwork,
        Self::OpenSession,
        Self::RestOfAccount,
        Self::SentMail,
        Self::BookingUnderWay,
        Self::BookedVisit,
        Self::StaffReset,
        Self::StaffSession,
        Self::RecoveryCode,
        Self::BothFactors,
        Self::MadeLink,
    ];
}
