//! What the pages and the mail of booking say in English.

use super::sentences::{
    BookedWords, BookingCalendarWords, BookingConfirmationWords, BookingEndedWords, BookingLimitedWords,
    BookingMenusWords, BookingWords, ConfirmationCodeWords, CourseWords,
};
use super::{party, person};
use crate::booking::alternatives::AlternativeKind;
use crate::clinic::{Insurance, Visit};
use crate::lang::{self, Lang};

pub const WORDS: BookingWords = BookingWords {
    course: COURSE,
    ended: ENDED,
    limited: LIMITED,
    menus: MENUS,
    calendar: CALENDAR,
    person: person::en::PERSON,
    member: person::en::MEMBER,
    party: party::en::PARTY,
    confirmation: CONFIRMATION,
    code: CODE,
    booked: BOOKED,
};

const COURSE: CourseWords = CourseWords {
    steps: ["Appointment type", "Date and time", "Patient", "Check"],
    moving_steps: ["New date and time", "Check"],
    number: "Reservation number",
    clinic: "Clinic",
    menu: "Appointment type",
    when: "Date and time (Japan)",
    old_time: "Present date and time (Japan)",
    new_time: "New date and time (Japan)",
    another_time: "Choose another time",
    leave: "Stop booking",
    leave_moving: "Keep the present time",
    sign_in: "Sign in and book",
    phone: "Phone of the clinic",
    call: "If you are in doubt or find no free time, please call the clinic.",
    kept_until: |until| {
        let clock = lang::time_of(Lang::En, until);
        format!("This time is kept for you until {clock}. After that you can still have it if it is free.")
    },
    not_kept: "This time is not held for you. You get it if it is free when you confirm, so please go on soon.",
    signing_in: "You are in the middle of a booking. Sign in to go on with the time that you chose and what you typed.",
};

const ENDED: BookingEndedWords = BookingEndedWords {
    title: "This page of the booking has ended",
    why: "The booking was completed or stopped in another window, or too much time has passed, so it cannot go on here.",
    booked_perhaps: "If you had completed it, your appointment stands.",
    booked_title: "Your appointment is booked",
    booked: "This booking was completed.",
    by_mail: "To see, change or cancel it, follow the link in the confirmation e-mail. What is registered under an account is on the dashboard, too, after signing in.",
    on_dashboard: "To see, change or cancel it, open the dashboard, or follow the link in the confirmation e-mail.",
    to_dashboard: "Open the dashboard",
    sign_in: "Sign in and open the dashboard",
    to_menus: "See the appointment types",
};

const LIMITED: BookingLimitedWords = BookingLimitedWords {
    title: "You already have an appointment",
    of: |name| format!("Patient: {name}"),
    booked: "Your appointment",
    change: "To change the time, open the appointment above and choose to change it.",
    by_mail: "You find your appointment with the link in the confirmation e-mail.",
    menus: "See other appointment types",
};

const MENUS: BookingMenusWords = BookingMenusWords {
    lead: "Choose First visit if you have never been here, and Return visit otherwise.",
    menus: "Appointment types",
    menus_for: |name| format!("Appointment types for {name}"),
    to_menus: "Go to the appointment types",
    notes: "Please read before booking",
    announcement: "From the clinic",
    department: "Department",
    costs: "Costs",
    minutes: "Duration",
    ages: "Ages",
    interval: "Between visits",
    interval_days: |days| if days == 1 { "at least 1 day".to_owned() } else { format!("at least {days} days") },
    bring: "Please bring",
    more: "What to bring, costs and more",
    none: "Nothing can be booked online at present",
    none_why: "Please call the clinic to make an appointment.",
    sign_in_hint: "Have an account? Your details are filled in for you.",
    sign_in: "Sign in",
    left: "You have stopped booking. Nothing has been booked.",
    kept: "Nothing was changed. Your reservation is as it was.",
    forgotten: "This device has forgotten your booking. Your appointment stands; see the confirmation e-mail.",
    insurance,
    book,
    title: |clinic| format!("Book at {clinic}"),
    not_for: |name| format!("{name} is not in the age range for this."),
    from: |day| format!("For visits on {} or later.", lang::date(Lang::En, day)),
};

const CALENDAR: BookingCalendarWords = BookingCalendarWords {
    title: "Choose a date and time",
    title_moving: "Choose a new date and time",
    back: "Back to the appointment types",
    back_to_person: "Back to the patient's details",
    next: "Free times to choose from",
    earliest_from_old_day: "From the present day on",
    alternative: |kind| match kind {
        AlternativeKind::Earliest => "Earliest",
        AlternativeKind::Morning => "Morning",
        AlternativeKind::Afternoon => "Afternoon",
        AlternativeKind::Saturday => "Saturday",
        AlternativeKind::Next => "Next",
    },
    month_title: "Choose from the calendar",
    before: "Previous month",
    after: "Next month",
    legend_free: "free",
    legend_few: "few left",
    legend_none: "cannot be booked",
    morning: "Morning",
    afternoon: "Afternoon",
    nothing: "There is no free time at present",
    no_day: "Choose a day that is marked as free to see its times.",
    no_day_left: "Nothing is free in this month. Look at another one.",
    wrong_day: "That day cannot be chosen. Please choose one of those below.",
    not_booked: "Nothing has been booked. Choose one of the free times below.",
    not_moved: "Your reservation is as it was. Choose one of the free times below.",
    same_person: "The person cannot be changed. Book another person's visit separately.",
    book_anew: "Book anew",
    typed_kept: "What you entered has been kept.",
    opens: |at, today| match at.jst_date() == today {
        true => format!("More days can be booked from {} today.", lang::time_of(Lang::En, at)),
        false => format!("More days can be booked from {}.", lang::moment(Lang::En, at)),
    },
    go_on: "Go on with it",
    month: |first| format!("{} {}", first.month(), first.year()),
    around: |day| {
        let weekday = lang::weekday(Lang::En, day.weekday());
        (format!("{weekday} "), format!(" {}", day.month()))
    },
    times_of: |day| {
        let day = lang::day_and_month(Lang::En, day);
        format!("Choose a time on {day} (Japan time)")
    },
    choose: |day, start| {
        let day = lang::day_and_month(Lang::En, day);
        format!("Choose {day}, {start}")
    },
    full: |day, start| {
        let day = lang::day_and_month(Lang::En, day);
        format!("Sorry, {day}, {start} has been taken.")
    },
    going_on: |day, start| {
        let day = lang::day_and_month(Lang::En, day);
        format!("You have not finished booking {day}, {start}.")
    },
    around_time: |day| (format!("Choose {}, ", lang::day_and_month(Lang::En, day)), ""),
    around_places: ("", " left"),
    span: |first, last| if first == last { first.to_string() } else { format!("{first}–{last}") },
};

const CONFIRMATION: BookingConfirmationWords = BookingConfirmationWords {
    title: "Check your reservation",
    lead: "Nothing has been booked yet. Check that everything is right, then press the button below.",
    lead_code: "Nothing has been booked yet. Check that everything is right, type the six-digit code that we mailed to you below, then press the button.",
    title_moving: "Check the new time",
    lead_moving: "Nothing has been changed yet. Check that everything is right, then press the button below.",
    book: |name| format!("Book for {name}"),
    change: "Change the time",
    mend: "Change the patient's details",
    choose_again: "Choose again who is coming",
    mail_to: "Confirmation sent to",
    person: "Patient",
    visit: "The visit",
    rules: "Cancelling and changing",
    by_phone: "Please call the clinic",
    perhaps: "Did you mean this address?",
    use_this: "Use this address",
    changed_elsewhere: "The time or the person was changed in another window. Check once more that what is below is right.",
    cancelled: "This reservation has been cancelled.",
    registers: ("Booking registers ", " under My clinics."),
    beside: "The same person has another appointment on this day.",
    beside_go_on: "If you want both, go on.",
};

const CODE: ConfirmationCodeWords = ConfirmationCodeWords {
    title: "Confirm your e-mail address",
    label: "Confirmation code",
    hint: "The six digits in the e-mail.",
    missing: "Enter the confirmation code",
    not_six: "The code has six digits. Please look at the e-mail and type all six",
    over: "This code can no longer be used. Ask for a new one with the button below",
    again: "Send a new code",
    sent: "We have sent you a new code.",
    late: "If no e-mail arrives, look into your spam folder and check the address.",
    sent_to: |until, tries| {
        let until = lang::time_of(Lang::En, until);
        format!(": we have sent a code there. It can be used until {until} ({tries} tries left).")
    },
    wrong: |tries| format!("This is not the code. You have {tries} tries left"),
    too_many: |until| {
        let until = lang::time_of(Lang::En, until);
        format!("Several codes were sent in a row. The next one can be sent after {until}.")
    },
    too_many_typed: "If a code that has arrived still works, enter it below.",
    too_many_instead: "If it is urgent, please call the clinic.",
    letter_subject: |starts| match starts {
        Some(starts) => {
            format!("Your confirmation code (appointment on {} Japan time)", lang::moment(Lang::En, starts))
        }
        None => "Your confirmation code".to_owned(),
    },
    letter_lead: |clinic, starts| {
        let when =
            starts.map_or_else(String::new, |starts| format!(" on {} (Japan time)", lang::moment(Lang::En, starts)));
        format!(
            "This is for your appointment at {clinic}{when}. Please type these six digits into the page on which you are booking."
        )
    },
    letter_lasts: |minutes| format!("The code works for {minutes} minutes. Do not tell it to anybody."),
    letter_not_asked: "If you are not booking anything, ignore this e-mail.",
};

const BOOKED: BookedWords = BookedWords {
    title: "Reservation confirmed",
    title_moving: "Your reservation has been changed",
    title_cancelled: "This reservation has been cancelled",
    title_stayed: "Your reservation is unchanged",
    done: "Your reservation is confirmed. Please tell the reception this number when you come.",
    done_moving: "The new time is booked. Your number stays the same.",
    done_stayed: "The time that you chose is the one you have already. Your reservation stays as it is.",
    registered: " is now registered under My clinics.",
    mailed: "We have sent you a confirmation.",
    mailed_to: "Sent to:",
    mailed_why: "With the link in it you can look at, change or cancel your reservation.",
    calendar: "Add to calendar",
    manage: "Change or cancel",
    print: "You can print this page and bring it along.",
    account: "Easier next time",
    account_why: "With an account you can see your reservations at any time and need not enter your details again. It is free.",
    account_button: "Make an account of these details",
    dashboard: "To the dashboard",
    another: "Book something else",
    shared: "If others use this device, press this when you are done. Your appointment is not cancelled.",
    forget: "Clear this device",
};

const fn insurance(insurance: Insurance) -> &'static str {
    match insurance {
        Insurance::Insured => "Covered by health insurance",
        Insurance::Private => "Not covered by health insurance",
        Insurance::Public => "Paid from public funds, such as your city's",
    }
}

const fn book(visit: Visit) -> &'static str {
    match visit {
        Visit::First => "Book a first visit",
        Visit::Return => "Book a return visit",
    }
}
