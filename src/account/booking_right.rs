//! Whether an account may book anew for somebody, apart from what the clinic offers. What is booked stays, whatever the right becomes.

/// What an account, or a guest, is to somebody for whom a new visit is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BookingRight {
    /// It is not asked: nobody is known yet, or what is booked is moved.
    #[default]
    Unasked,
    /// Nobody is signed in.
    Guest,
    /// It is the account's own person.
    Own,
    /// The account books for them.
    Relative,
}
