//! What all letters of the service have in common: the name in front of the subject, and below the text who sent it, whom
//! to ask, and that nobody reads an answer.

#[cfg(test)]
mod tests;

use super::{EmailAddress, Letter, words};
use crate::clock::Moment;
use crate::config::Config;
use crate::lang::{self, Lang};
use http::Uri;

/// Whose letters these are, and in which language they are written.
#[derive(Clone, Debug)]
pub struct Letterhead {
    /// The service's name.
    pub service: String,
    /// Whom patients may ask, if anybody.
    pub contact: Option<String>,
    /// The address under which patients reach the service, without a slash at the end.
    pub base_url: String,
    /// The address that the letters come from.
    pub sender: String,
    /// The language of the letters.
    pub lang: Lang,
}

impl Letterhead {
    /// That of the service so configured, in a language.
    pub fn of(config: &Config, lang: Lang) -> Self {
        Self {
            service: config.service.name.clone(),
            contact: config.service.contact.clone(),
            base_url: config.base_url().to_owned(),
            sender: config.mail.from().email.to_string(),
            lang,
        }
    }

    /// An empty letter with the service's name in its subject and the common footer.
    pub fn letter(&self, to: &EmailAddress, title: &str) -> Letter {
        self.under(&(words::of(self.lang).before_subject)(&self.service), to, title)
    }

    /// The same with the day and time that it is about in its subject, so that it is found again among other mails.
    pub fn dated_letter(&self, to: &EmailAddress, when: Moment, title: &str) -> Letter {
        let when = lang::moment_in_brief(self.lang, when);
        self.under(&(words::of(self.lang).before_dated_subject)(&self.service, &when), to, title)
    }

    fn under(&self, before: &str, to: &EmailAddress, title: &str) -> Letter {
        let (words, service) = (words::of(self.lang), &self.service);
        let mut letter = Letter::new(self.lang, to.clone(), title).under(before);
        letter = letter.footer(format!("{service}\n{}", self.base_url));
        if let Some(contact) = &self.contact {
            letter = letter.footer((words.contact)(contact));
        }
        letter.footer(words.automatic)
    }

    /// The host's name in the base URL, without its port.
    pub fn host(&self) -> String {
        let url = self.base_url.parse::<Uri>().ok();
        url.and_then(|url| url.host().map(str::to_owned)).unwrap_or_default()
    }
}
