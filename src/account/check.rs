//! Whether the account's indexes say what the accounts say, for `mypage check`. Nothing is mended here.

use super::store::{ACCOUNTS, BY_ADDRESS, BY_CUSTOMER_ID};
use crate::store::{Finding, Reader, Result};

/// Compares accounts and indexes in both directions.
///
/// # Errors
/// When a row cannot be read.
pub fn check_indexes(r: &dyn Reader) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    ACCOUNTS.each(r, |id, account| {
        if BY_ADDRESS.get(r, &account.address.key())? != Some(*id) {
            findings.push(BY_ADDRESS.finding("lacks an account, which cannot sign in"));
        }
        if BY_CUSTOMER_ID.get(r, &account.customer_id)? != Some(*id) {
            findings.push(BY_CUSTOMER_ID.finding("lacks an account"));
        }
        Ok(())
    })?;
    BY_ADDRESS.each(r, |address, id| {
        if ACCOUNTS.get(r, id)?.is_none_or(|account| account.address.key() != *address) {
            findings.push(BY_ADDRESS.finding("names an account that is not there or has another address"));
        }
        Ok(())
    })?;
    BY_CUSTOMER_ID.each(r, |number, id| {
        if ACCOUNTS.get(r, id)?.is_none_or(|account| account.customer_id != *number) {
            findings.push(BY_CUSTOMER_ID.finding("names an account that is not there or has another number"));
        }
        Ok(())
    })?;
    Ok(findings)
}
