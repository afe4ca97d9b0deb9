//! What the pages of ご家族 say in English.

use super::sentences::{
    ClosedOfferWords, FamilyLetterWords, FamilyListWords, FamilyWords, InvitationWords, MemberFormWords,
    MemberRemovalWords, OwnAccountWords, OwnWordWords, SharingWords,
};
use crate::account::Relation;
use crate::lang::{self, Lang};

pub const WORDS: FamilyWords = FamilyWords {
    list: LIST,
    form: FORM,
    removal: REMOVAL,
    sharing: SHARING,
    invitation: INVITATION,
    letter: LETTER,
    own_word: OWN_WORD,
    own_account: OWN_ACCOUNT,
};

const LIST: FamilyListWords = FamilyListWords {
    title: "Family",
    lead: "You can book for your children and other members of your family with this account.",
    alone: "You have not added anybody yet. Once you have, you only pick a name when you book.",
    add: "Add a family member",
    change: "Change",
    remove: "Remove",
    relation: |relation| match relation {
        Relation::Own => "You",
        Relation::Child => "Child",
        Relation::Spouse => "Spouse",
        Relation::Parent => "Parent",
        Relation::Other => "Other",
    },
    added: "Added. You can pick the name when you book.",
    changed: "Changed.",
    removed: "Removed.",
    known: "That person has been added already. See the list below.",
    shared: "Shared",
    share: "Share",
    sharing: "Sharing",
    offer: |name| {
        format!(
            "{name} asks you to manage this person from now on: to decide with whom they are shared, and to remove them when need be."
        )
    },
    offer_form: |name| format!("Managing {name}"),
    take: "Accept",
    do_not_take: "Decline",
    taken: "You manage this person now.",
    not_taken: "Declined.",
    shared_now: "Accepted. You can see and change the bookings of this person with your account.",
    shared_already: "This person is shared with you already.",
    declined: "Declined. Nothing is shared.",
    share_ended: "The person is no longer shared with you.",
};

const FORM: MemberFormWords = MemberFormWords {
    add_title: "Add a family member",
    lead: "Enter the details of the person who will be seen. Phone number and address are filled in with yours.",
    change_title: |name| format!("Details of {name}"),
    held_by: |name| {
        format!(
            "Only {name}, who manages this person, can change name, date of birth and sex. What they are to you and how clinics reach you is for your own bookings; {name} does not see it."
        )
    },
    relation: "Who they are to you",
    no_relation: "Choose who they are to you.",
    consent: "They have agreed to this (for anyone aged 18 or over)",
    consent_hint: "You may only book for people aged 18 or over with their consent. We will ask you again every 18 months when you book.",
    younger: "Somebody who is registered as 18 or older cannot become younger than 18. If the date was a mistake, remove this person from the list, then add them with the right one.",
    no_consent: "To add someone aged 18 or over, get their consent and tick this box.",
    add: "Add",
    save: "Save",
    cancel: "Cancel",
    back: "Back to Family",
    full: "You can add up to 10 people. To add another, remove somebody you no longer book for from the list.",
};

const REMOVAL: MemberRemovalWords = MemberRemovalWords {
    title: |name| format!("Remove {name}"),
    what: "The details of this person and the list of their bookings disappear from this account. The records that clinics keep of \
           their patients are not deleted.",
    own_word_stays: "If you add this person again, new appointments from the age of 18 on still need their own confirmation.",
    button: "Remove",
    cancel: "Cancel",
};

const SHARING: SharingWords = SharingWords {
    title: |name| format!("Sharing {name}"),
    lead: "Lets another adult see and change the bookings of this person with an account of their own.",
    lead_own: "Let somebody else, such as your child, see and change your bookings with their own account.",
    invite_title: "Share with another person",
    what: "The other person sees the name, date of birth, sex, patient numbers and bookings of this person, and your name and e-mail address. They do not see phone numbers or addresses, your own bookings or the rest of your family.",
    what_own: "They see your name, e-mail address, date of birth, sex, chart number and bookings. They do not see your phone number, your address, what only you can book, or the bookings of your family. You alone decide with whom you share, and can stop at any time.",
    address: "E-mail address of the other person",
    address_hint: "We send a link there. The other person signs in with the account of this address and accepts. The link works once, within 72 hours.",
    send: "Send the invitation",
    invited: "The invitation is on its way. Sharing begins when the other person accepts.",
    pending: "Invited",
    pending_what: "Not accepted yet. If you send another invitation, the earlier link stops working.",
    revoke: "Take the invitation back",
    revoked: "The invitation was taken back.",
    with: "Shared with",
    end: "Stop sharing",
    end_named: |name| format!("Stop sharing with {name}"),
    end_what: "When you stop, the other person no longer sees this person. What they have booked becomes yours.",
    ended: "The person is no longer shared.",
    offer: "Hand over",
    offer_what: "After handing over, the other person decides with whom this person is shared, and may remove them. You still see and change the bookings.",
    offer_waits: "Has been asked to take over",
    offer_revoke: "Do not hand over",
    offered: "Asked. It is handed over once the other person accepts it under Family.",
    offer_revoked: "Nothing is handed over.",
    full: "A person can be shared with up to 3 others.",
    oneself: "This is your own address. Enter the address of the other person.",
    held_by: |name| format!("This person is shared with you by {name}."),
    leave_what: |name| {
        format!(
            "When you stop, you no longer see the details and bookings of this person, or the notices about them. What you have booked for them goes over to {name}."
        )
    },
    mails_title: "E-mails",
    mails: "Send me the e-mails about the bookings of this person",
    mails_hint: "You also get the e-mails about what others have booked. The e-mails about your own bookings always come.",
    mails_save: "Save",
    mails_saved: "Saved.",
    leaving: "You share members of your family with others",
    leaving_what: "When you leave, these people and their bookings go over to the account with which you share them. The bookings are not cancelled.",
};

const INVITATION: InvitationWords = InvitationWords {
    title: "An invitation to share",
    who: |name, address| format!("{name} ({address}) would like to share this person with you:"),
    changed: "The invitation has changed. Please check it again.",
    what: |name| {
        format!(
            "If you accept, you can see, change and cancel the bookings of this person with your account. {name} sees your name, and what you book for this person."
        )
    },
    not_shared: "Neither of you sees the other’s phone number, address or other bookings. Either of you can stop sharing at any time.",
    phone_hint: "Where clinics reach you about the bookings of this person",
    sameness: "Somebody in your family has the same name, date of birth and sex. Is it the same person?",
    same: "Yes, make them one",
    another: "No, another person",
    same_what: "If they become one, what you have booked for this person is shared as well. When sharing ends, the person is back in your family, but the bookings stay with the other account.",
    no_consent: "To accept somebody who is 18 or older, get their consent and tick the box.",
    no_sameness: "Choose whether it is the same person.",
    accept: "Accept",
    decline: "Decline",
    kept: "Somebody with the same name, date of birth and sex is registered as yourself, or is shared already. This invitation cannot be accepted.",
    no_room: "You can have up to 10 people. Remove somebody you no longer book for, then open the link of the invitation again.",
    too_many: "This person is shared with 3 others already.",
    closed: ClosedOfferWords {
        title: "This invitation cannot be opened",
        elsewhere: "It was sent to another e-mail address. Sign in with the account of the address that received it, then open the link again.",
        dead: "It has expired after 72 hours, was used, or was taken back. Ask the other person to send another one.",
    },
};

const LETTER: FamilyLetterWords = FamilyLetterWords {
    invitation_subject: "An invitation to share a member of the family",
    invitation: "Somebody who uses this service would like to share the bookings of a member of the family with you. Open the link below and sign in with the account of this address to see whom, and to accept or decline.",
    open_invitation: "See the invitation",
    lasts: "The link works once, within 72 hours.",
    without_account: "If you have no account yet, sign up with this address first, then open the link again.",
    not_known: "If you do not know what this is about, ignore this e-mail. Nothing is shared unless you accept.",
    ended_subject: "A member of the family is no longer shared",
    ended: "A member of the family who was shared between you and another account is no longer shared. See Family for how things are now.",
    offer_subject: "You are asked to manage a member of the family",
    offer: "Somebody with whom you share a member of the family asks you to manage this person from now on. Accept or decline under Family.",
    handed_over_subject: "A member of the family is managed by another account",
    handed_over: "Who manages a member of the family whom you share has changed. See Family for how things are now.",
    open_family: "Open Family",
    of_age_subject: "A member of your family will soon be 18",
    of_age: |day| {
        format!(
            "A member of your family turns 18 on {}. From that day on, new appointments for them need their own confirmation.",
            lang::date(Lang::En, day)
        )
    },
    of_age_booked: "Appointments that are already booked stay as they are. You can ask for their confirmation now.",
    of_age_ask: "Ask for their confirmation",
    own_word_subject: "Please confirm who books for you",
    own_word: "Somebody who uses this service books appointments for you as a member of their family. Once you are 18, they need your confirmation to go on. Please open the link below to see what it is about.",
    own_word_open: "See what it is about",
    own_account_subject: "Your record can move to your own account",
    own_account: "Somebody who has booked for you as a member of their family offers to hand your details and appointments over to an account of your own. Please open the link below and sign in with the account of this address to see what it is about and to decide.",
    own_account_not_known: "If you do not know what this is about, please ignore this e-mail. Nothing will change unless you accept.",
    own_account_ended_subject: "The link to a record no longer works",
    own_account_ended: "An account with another name, date of birth or sex tried 5 times to accept the record of a member of your family, so the link no longer works. The record has not moved. Check the e-mail address and what is registered, then send another e-mail if it is still needed.",
    own_word_kept_subject: "Your confirmation has been received",
    own_word_kept: "You have agreed that a member of your family books appointments for you.",
    own_word_withdraw: "You can take it back at any time by the link below. If you know nothing about this, take it back as well. Please keep this e-mail.",
    own_word_withdraw_open: "Take it back",
    own_word_given_subject: "They have confirmed",
    own_word_given: "A member of your family has agreed that you book for them. You can book new appointments for them.",
    own_word_declined_subject: "They have declined",
    own_word_declined: "A member of your family has declined that you book for them. From the age of 18 on you cannot book new appointments for them.",
    own_word_withdrawn_subject: "They have taken back their confirmation",
    own_word_withdrawn: "A member of your family has taken back that you may book for them. You cannot book new appointments for them.",
    own_word_booked: "Appointments that are already booked stay as they are.",
    own_word_not_known: "If you do not know what this is about, please ignore this e-mail. Nothing will change.",
};

const OWN_WORD: OwnWordWords = OwnWordWords {
    title: |name| format!("Confirmation by {name}"),
    from: |day| {
        format!(
            "Turns 18 on {}. From that day on, new appointments need their own confirmation.",
            lang::date(Lang::En, day)
        )
    },
    needed: "Now 18. New appointments need their own confirmation.",
    booked_stays: "Appointments that are already booked stay as they are, and can be changed and cancelled.",
    ask: "Ask for their confirmation",
    address: "Their own e-mail address",
    address_hint: "Enter an address that they use themselves. We send a link to it, which works once within 72 hours.",
    send: "Send the e-mail",
    sent: "The e-mail has been sent. You can book for them once they have confirmed.",
    pending: "Waiting for confirmation from",
    not_needed: "No confirmation is needed at the moment.",
    not_own: "This address belongs to somebody who books for them. Enter an address that they use themselves",
    question: "Who books for you",
    who: |name| format!("{name} books appointments for you as a member of the family."),
    what: "If you agree, they can go on booking for you. You can take it back at any time.",
    declining: |name| {
        format!(
            "If you decline, {name} is told so and nothing else. Appointments that are already booked stay as they are."
        )
    },
    give: "I agree that they book for me",
    given: "Thank you. Your confirmation has been received. We have sent you a link by which you can take it back.",
    decline: "Decline",
    declined: "You have declined.",
    has_declined: "They have declined that you book for them.",
    has_withdrawn: "They have taken back that you may book for them.",
    withdrawal: "Take back your confirmation",
    withdrawing: |name| {
        format!(
            "If you take it back, {name} can no longer book new appointments for you. {name} is told that you have."
        )
    },
    booked_by_them: "Appointments that are already booked stay as they are.",
    withdraw: "Take it back",
    withdrawn: "You have taken it back.",
    closed: "This confirmation does not open",
    dead: "It has expired, has been used already, or was withdrawn. If it is still needed, ask for another e-mail.",
};

const OWN_ACCOUNT: OwnAccountWords = OwnAccountWords {
    title: |name| format!("An own account for {name}"),
    what: "The details and appointments of this person move to an account of their own. Once they accept, they are no longer listed in your family. No appointment is cancelled.",
    same: "They accept with an account that they make with this e-mail address. Its name, date of birth and sex must be the same as here.",
    from_15: "This person is 15 or older. Clinics may want to hear from them directly. Their record can also move to an account of their own.",
    way: "Move to their own account",
    address: "Their own e-mail address",
    address_hint: "We send a link to it, which works once within 72 hours.",
    shares: "I would like to go on seeing and changing their appointments",
    shares_hint: "Only if they want that as well.",
    send: "Send the e-mail",
    sent: "The e-mail has been sent. The record moves once they accept.",
    pending: "Waiting for",
    revoke: "Take it back",
    revoked: "Taken back.",
    oneself: "This is your own address. Enter an address that they use themselves",
    offer_title: "Your record",
    who: |name, address| {
        format!(
            "{name} ({address}) offers to move the record of a member of their family to that person's own account."
        )
    },
    changed: "What was shown here has changed. Please check it again.",
    as_whom: "You accept it as the record of this account’s own person:",
    accepting: "You can accept if the name, date of birth and sex are those of the record. The record and its appointments then become your account’s, and e-mails about the appointments will come to you.",
    let_share: |name| format!("{name} may go on seeing and changing my appointments"),
    let_share_hint: "You can end this at any time. If you leave the box empty, nobody else sees your appointments any more.",
    accept: "Accept",
    decline: "Decline",
    another: "The name, date of birth or sex is not that of this account's own person, so you cannot accept. If something was mistyped, correct your personal information and open the link again. After 5 mismatches the link no longer works.",
    own_person: "See your personal information",
    shared: "This account’s own person is shared with others. To accept the record, stop sharing first, then open the link again.",
    ended: "The name, date of birth or sex did not match 5 times, so this link no longer works. Check with the other person what is registered, then ask for another e-mail.",
    taken: "The record is yours now. You can see and change your appointments with this account.",
    declined: "Declined. Nothing has changed.",
    closed: ClosedOfferWords {
        title: "This link does not open",
        elsewhere: "It was sent to another e-mail address. Please sign in with the account of that address and open the link again.",
        dead: "It has expired (72 hours), has been used already, or was taken back. If it is still needed, ask for another e-mail.",
    },
};
