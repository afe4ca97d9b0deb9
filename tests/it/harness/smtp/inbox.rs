//! What a server has taken: raw messages that can be waited for and read as a mail program would.

use mailparse::{MailHeaderMap, ParsedMail};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::watch;

/// A test that waits this long has failed; it says so instead of hanging.
const TOO_LONG: Duration = Duration::from_secs(30);

/// One message as it came over the wire.
#[derive(Clone, Debug)]
pub struct Received {
    /// The address in MAIL FROM.
    pub from: String,
    /// The address in RCPT TO, with any quotes of its local part taken off.
    pub to: String,
    /// The message with its dots restored.
    pub raw: Vec<u8>,
    /// Whether it came through TLS.
    pub encrypted: bool,
    /// The account that sent it.
    pub user: Option<String>,
}

impl Received {
    /// The value of a header, decoded.
    pub fn header(&self, name: &str) -> Option<String> {
        self.parsed().headers.get_first_value(name)
    }

    /// The subject, decoded.
    pub fn subject(&self) -> String {
        self.header("Subject").unwrap_or_default()
    }

    /// The text part, with `\n` between lines.
    pub fn text(&self) -> String {
        self.part("text/plain").replace("\r\n", "\n")
    }

    /// The HTML part.
    pub fn html(&self) -> String {
        self.part("text/html")
    }

    /// The links of the text part, in order.
    pub fn links(&self) -> Vec<String> {
        let is_link = |line: &&str| line.starts_with("http://") || line.starts_with("https://");
        self.text().lines().filter(is_link).map(str::to_owned).collect()
    }

    /// The message as the parser sees it.
    pub fn parsed(&self) -> ParsedMail<'_> {
        mailparse::parse_mail(&self.raw).unwrap()
    }

    fn part(&self, kind: &str) -> String {
        let mail = self.parsed();
        mail.parts().find(|part| part.ctype.mimetype == kind).unwrap().get_body().unwrap()
    }
}

/// The messages that a server has taken, in order of arrival.
#[derive(Clone)]
pub struct Inbox {
    kept: Arc<Mutex<Vec<Kept>>>,
    arrivals: watch::Sender<usize>,
}

struct Kept {
    message: Received,
    read: bool,
}

impl Default for Inbox {
    fn default() -> Self {
        Self { kept: Arc::default(), arrivals: watch::Sender::new(0) }
    }
}

impl Inbox {
    /// The first message to this address that has not been waited for yet, as soon as it is there.
    pub async fn wait_for(&self, to: &str) -> Received {
        let mut arrivals = self.arrivals.subscribe();
        let found = async {
            loop {
                if let Some(message) = self.take(to) {
                    return message;
                }
                let _ = arrivals.changed().await;
            }
        };
        match tokio::time::timeout(TOO_LONG, found).await {
            Ok(message) => message,
            Err(_) => panic!("no mail to {to}; there are: {:?}", self.recipients()),
        }
    }

    /// Every message to this address so far, read or not.
    pub fn to(&self, to: &str) -> Vec<Received> {
        self.kept.lock().unwrap().iter().map(|kept| &kept.message).filter(|message| message.to == to).cloned().collect()
    }

    /// Whom the messages so far were to, in order of arrival.
    pub fn recipients(&self) -> Vec<String> {
        self.kept.lock().unwrap().iter().map(|kept| kept.message.to.clone()).collect()
    }

    pub(super) fn put(&self, message: Received) {
        self.kept.lock().unwrap().push(Kept { message, read: false });
        self.arrivals.send_modify(|count| *count += 1);
    }

    fn take(&self, to: &str) -> Option<Received> {
        let mut kept = self.kept.lock().unwrap();
        let found = kept.iter_mut().find(|kept| !kept.read && kept.message.to == to)?;
        found.read = true;
        Some(found.message.clone())
    }
}
