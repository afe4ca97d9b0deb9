//! Who can be called where a request about a clinic is not answered.

/// Who can be called where a request about a clinic is not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhomToCall {
    /// The clinic's name in the language of the request.
    pub name: String,
    /// Its phone number as it is read.
    pub phone: String,
    /// The same in digits.
    pub digits: String,
    /// The path of its page.
    pub page: String,
}
