//! Days and times as addresses and forms have them. A calendar has a hundred of these, so that each is written where it
//! stands.

use crate::clinic::TimeOfDay;
use maud::Render;
use time::Date;

/// A day: `2026-11-24`.
pub struct IsoDay(pub Date);

/// A time of day: `9:30`.
pub struct ClockTime(pub TimeOfDay);

/// A slot as it is posted: `2026-11-24T09:30`.
pub struct SlotValue(pub Date, pub TimeOfDay);

impl Render for IsoDay {
    fn render_to(&self, html: &mut String) {
        let Self(day) = self;
        // The years of a calendar have four digits.
        day.year().render_to(html);
        html.push('-');
        push_two(html, u8::from(day.month()));
        html.push('-');
        push_two(html, day.day());
    }
}

impl Render for ClockTime {
    fn render_to(&self, html: &mut String) {
        let minutes = self.0.minutes();
        (minutes / 60).render_to(html);
        html.push(':');
        push_two(html, minutes % 60);
    }
}

impl Render for SlotValue {
    fn render_to(&self, html: &mut String) {
        let Self(day, start) = self;
        let minutes = start.minutes();
        IsoDay(*day).render_to(html);
        html.push('T');
        push_two(html, minutes / 60);
        html.push(':');
        push_two(html, minutes % 60);
    }
}

fn push_two(html: &mut String, number: impl Render + PartialOrd + From<u8>) {
    if number < 10.into() {
        html.push('0');
    }
    number.render_to(html);
}
