//! What the page about mail says in English.

use super::sentences::MailSettingWords;
use crate::config::Tls;
use crate::lang::typed::Fault;
use crate::mail::SmtpStep;
use crate::operator::mail_form::MailProblem;

pub const WORDS: MailSettingWords = MailSettingWords {
    title: "E-mail settings",
    lead: "How confirmations and reminders are sent to patients. You find what is asked for here in what your mail provider has sent you, under SMTP or outgoing server.",
    in_file: "E-mail is set up in the settings file (mypage.toml). To change it, edit the file and restart the service.",
    demo: "This service keeps its e-mails and sends none (demo). What you type here is saved but not used.",
    not_set: "Not set up yet. Bookings by phone and at the desk work at once. Patients can neither finish a web booking nor sign up until their e-mails can be sent.",
    out_of_reach: |address| {
        format!(
            "Patients cannot open the links in e-mails: the address of the service ({address}) works on this server or its own network only. Set base_url in the settings to the address that patients open, and restart."
        )
    },
    sender: "Sender's e-mail address",
    sender_hint: "Patients see it as the sender. It has to be one that your provider lets you use.",
    sender_name: "Sender's name",
    sender_name_hint: "If left empty, the name of the service.",
    host: "Outgoing server",
    host_hint: "For example smtp.example.jp",
    tls: "Encryption",
    tls_of: |tls| match tls {
        Tls::StartTls => "STARTTLS (with port 587)",
        Tls::Implicit => "SSL/TLS (with port 465)",
        Tls::None => "None (only for a server on this machine)",
    },
    port: "Port",
    port_hint: "If left empty, the usual one of the encryption.",
    user: "User name",
    user_hint: "Often the same as the e-mail address.",
    password: "Password",
    password_hint: "The one for sending e-mail. Left empty, it stays as it is, unless the server, port, encryption or user name changes.",
    button: "Save",
    problem: |problem| match problem {
        MailProblem::Missing => "Please fill this in.".to_owned(),
        MailProblem::Text(Fault::TooLong) => "Too long: please type 200 characters at most.".to_owned(),
        MailProblem::Text(Fault::Forbidden) => {
            "It holds characters that cannot be used. Please type it again.".to_owned()
        }
        MailProblem::NoAddress => "Please type an e-mail address.".to_owned(),
        MailProblem::NoServer => {
            "Please type the name of the server alone, such as smtp.example.jp. The port has a field of its own."
                .to_owned()
        }
        MailProblem::NoTls => "Please choose the encryption.".to_owned(),
        MailProblem::NotProtected => "None is only for a server on this machine (localhost).".to_owned(),
        MailProblem::NoPort => "Please type a number from 1 to 65535.".to_owned(),
        MailProblem::PasswordMissing => "Please type the password of this user name.".to_owned(),
    },
    saved: "Saved. Now send a test e-mail below, and see that it arrives.",
    test: "Test e-mail",
    test_help: |address| {
        format!(
            "Sends one to your own address ({address}) with the settings as they are saved. It may take some ten seconds."
        )
    },
    test_button: "Send a test e-mail",
    test_subject: "Test e-mail",
    test_body: "If you can read this, e-mail is set up.",
    kept: "The test e-mail is kept. As this is a demo, it was not sent.",
    sent: |address| {
        format!(
            "The outgoing server has taken the test e-mail to {address}. If it does not arrive within minutes, look into the spam folder as well."
        )
    },
    failed: "The test e-mail could not be sent",
    step: |step| match step {
        SmtpStep::Connect => {
            "The outgoing server could not be reached, or not with this encryption. Please check its name, the encryption and the port."
        }
        SmtpStep::SignIn => {
            "The outgoing server did not accept the user name or the password. Please compare them with what your provider has sent you."
        }
        SmtpStep::Sender => {
            "The outgoing server did not accept the sender's address. Please check that your provider lets you use it, and whether it asks for a user name and a password."
        }
        SmtpStep::Recipient | SmtpStep::Content => {
            "The outgoing server did not accept this e-mail. Please ask your provider, and pass on the cause below."
        }
    },
};
