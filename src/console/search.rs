//! Finding somebody in the book of a day by what they say on the phone: a name, kana, 診察券番号, digits of the phone number,
//! 予約番号. How it is written does not matter.

use super::book::BookLine;
use crate::lang::search::SearchFold;
use crate::reservation::Reservation;

/// What is looked for in a day.
pub struct DaySearch {
    fold: SearchFold,
    words: Vec<String>,
}

impl DaySearch {
    /// The search for what was typed; `None` where that is nothing.
    pub fn of(typed: &str) -> Option<Self> {
        let fold = SearchFold::default();
        let words = fold.words(typed);
        (!words.is_empty()).then_some(Self { fold, words })
    }

    /// Whether a line has all of it.
    pub fn finds(&self, line: &BookLine) -> bool {
        let visit = &line.reservation;
        let text = self.fold.text(&searched(visit));
        self.words.iter().all(|word| text.contains(word.as_str()))
    }
}

/// What is searched in, each on a line of its own, so that nothing is found across two of them.
fn searched(visit: &Reservation) -> String {
    let person = &visit.attendee.person;
    let number = visit.number.to_string();
    let chart = visit.attendee.chart_number.as_deref().unwrap_or_default();
    let (name, kana) = (person.name.full(), person.kana.full());
    [&name, &kana, person.phone.digits(), &number, chart].join("\n")
}
