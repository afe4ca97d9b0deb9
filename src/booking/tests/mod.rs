//! Booking under way, on the clinic on paper of the slots' tests.

mod code;
mod kept;
mod next;

use crate::clinic::tests::time;
use crate::clinic::{Menu, Visit};
use crate::clock::Moment;
use crate::mail::EmailAddress;
use crate::reservation::Request;
use crate::reservation::tests::{booked, done, request};
use crate::slots::tests::{Paper, TUESDAY, early, menu};
use crate::slots::{BookingKey, Reason};
use crate::store::Store;
use time::Date;
use time::macros::date;
