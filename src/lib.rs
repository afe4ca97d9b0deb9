//! mypage: a patient's My Page for small clinics, one executable with one data file. This page is the map of the source.
//!
//! ```text
//! main.rs       arguments in, one command, an exit code out
//! command/      what each command does: serve, demo, check, backup, compact, account …
//! serve.rs      starts store, threads, mail worker, sweeper, reminders, control socket, server; shuts them down in order
//! control/      the socket by which commands reach a running server, as typed values
//! app.rs        joins the features' routes, tables and checks; the only file that knows every feature
//!
//! person/       feature: who is treated, from a form as typed to what is stored
//! account/      feature: signing up and in, passwords, changes, leaving
//! family/       feature: ご家族: the people for whom an account books beside its own person
//! clinic/       feature: clinics, what can be booked there and when
//! slots/        feature: which start times are free and why not, what is taken, what is held
//! patient/      feature: 患者情報: the clinics' own records, and how one is found
//! reservation/  feature: what was booked: storing, showing, moving and cancelling it, and the mails about it
//! booking/      feature: the way from a menu to a reservation, or to another time of one
//! home/         feature: ダッシュボード and クリニック詳細: all that is stored for a patient
//! notice/       feature: お知らせ
//! mailbox/      feature: the kept mails of a demonstration
//! staff/        feature: the clinics' staff: their roles, invitations and sign-in
//! operator/     feature: how the installation is, for who runs it
//! console/      feature: the clinic's desk: 予約台帳, bookings by phone and at the desk, closing the day
//!
//! credential/   floor: the rule for passwords, and the one way in which a typed one is checked
//! web/          floor: from a request to the context of an action, and from its reply to bytes; knows poem
//! session/      floor: sessions, their subjects, and what is kept under a visitor's token
//! work/         floor: a unit of work, how it ends, and limits on how often something may be tried
//! mail/         floor: letters, the outbox table, the SMTP worker, kept mail
//! ui/           floor: markup functions, and the catalogue of stylesheets, scripts and pictures
//! document/     floor: terms and privacy policy with their versions
//! secret/       floor: random tokens that are stored as hashes, random ids, the threads that hash passwords
//! store/        floor: typed tables over one ordered key space; the only room that knows redb
//! log/          floor: one event, one line
//! lang/         floor: the two languages, and how dates and eras are written
//! config/       floor: mypage.toml and the environment, checked
//! toml/         floor: reads TOML files, every problem with its line
//! text_file.rs  floor: reads the text files that operators write
//! clock.rs      floor: the only caller of the system clock
//! ```
//!
//! Inside a feature: plain files hold records, pure rules and verbs (functions of a [`work::Work`], free of HTTP); `action/`
//! one user action a file (HTTP in, one verb, a reply), `page/` one screen a file, `letter/` mails, `words/` every sentence
//! per language, `rows.rs` tables and queries.
//!
//! `ARCHITECTURE.md` says what never happens, and follows a booking, a page, a clinic's file and a letter through the
//! folders.

pub mod account;
pub mod app;
pub mod booking;
pub mod clinic;
pub mod clock;
pub mod command;
pub mod config;
pub mod console;
pub mod control;
pub mod credential;
pub mod document;
pub mod family;
pub mod home;
pub mod lang;
pub mod log;
pub mod mail;
pub mod mailbox;
pub mod notice;
pub mod operator;
pub mod patient;
pub mod person;
pub mod reservation;
pub mod secret;
pub mod serve;
pub mod session;
pub mod slots;
pub mod staff;
pub mod store;
pub mod text_file;
pub mod toml;
pub mod ui;
pub mod web;
pub mod work;
