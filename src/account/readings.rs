//! What an account's owner has read, stored in the account's own row.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an account's owner has read of the texts that are the same for everybody: which version of each, by the name that
/// their own room gives it. That room also says which are worth remembering, so that the account's row stays small.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Readings(pub BTreeMap<String, u32>);
