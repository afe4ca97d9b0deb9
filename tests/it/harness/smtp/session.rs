//! One conversation of the test server: the commands of RFC 5321 that a sender needs, taken to the letter.

use super::fault::Fault;
use super::inbox::Received;
use super::{Encryption, Host};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use std::io;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};

pub struct Session<'a, S> {
    host: &'a Host,
    stream: BufReader<S>,
    encrypted: bool,
    user: Option<String>,
    from: Option<String>,
    to: Option<String>,
    fault: Option<Fault>,
}

/// What comes after a command has been answered.
enum Next {
    GoOn,
    Encrypt,
    End,
}

impl<'a, S: AsyncRead + AsyncWrite + Unpin> Session<'a, S> {
    pub fn new(host: &'a Host, stream: S, encrypted: bool) -> Self {
        let stream = BufReader::new(stream);
        Self { host, stream, encrypted, user: None, from: None, to: None, fault: None }
    }

    /// Talks until the end; gives the stream back when the client asked for STARTTLS.
    pub async fn run(mut self, greet: bool) -> io::Result<Option<S>> {
        if greet {
            self.say("220 test.example ESMTP").await?;
        }
        loop {
            let line = self.line().await?;
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            self.host.script.hear(&line);
            match self.answer(&line).await? {
                Next::GoOn => {}
                Next::Encrypt => return Ok(Some(self.stream.into_inner())),
                Next::End => return Ok(None),
            }
        }
    }

    async fn answer(&mut self, line: &str) -> io::Result<Next> {
        let upper = line.to_ascii_uppercase();
        if upper.starts_with("EHLO ") {
            self.greet_back().await?;
        } else if upper == "STARTTLS" && self.may_encrypt() {
            self.say("220 2.0.0 go ahead").await?;
            return Ok(Next::Encrypt);
        } else if let Some(secret) = line.strip_prefix("AUTH PLAIN ") {
            self.sign_in(secret).await?;
        } else if upper.starts_with("MAIL FROM:") {
            self.sender(line).await?;
        } else if upper.starts_with("RCPT TO:") {
            self.recipient(line).await?;
        } else if upper == "DATA" {
            return self.data().await;
        } else if upper == "QUIT" {
            self.say("221 2.0.0 bye").await?;
            return Ok(Next::End);
        } else {
            self.say("500 5.5.1 not understood").await?;
        }
        Ok(Next::GoOn)
    }

    fn may_encrypt(&self) -> bool {
        self.host.encryption == Encryption::StartTls && !self.encrypted
    }

    async fn greet_back(&mut self) -> io::Result<()> {
        if self.may_encrypt() {
            return self.say("250-test.example\r\n250 STARTTLS").await;
        }
        match self.host.login {
            Some(_) => self.say("250-test.example\r\n250-ENHANCEDSTATUSCODES\r\n250 AUTH PLAIN").await,
            None => self.say("250-test.example\r\n250 ENHANCEDSTATUSCODES").await,
        }
    }

    async fn sign_in(&mut self, secret: &str) -> io::Result<()> {
        let secret = BASE64_STANDARD.decode(secret).unwrap_or_default();
        let secret = String::from_utf8_lossy(&secret).into_owned();
        let mut parts = secret.split('\0').skip(1);
        let given = (parts.next().unwrap_or_default().to_owned(), parts.next().unwrap_or_default().to_owned());
        if self.host.login.as_ref() == Some(&given) {
            self.user = Some(given.0);
            self.say("235 2.7.0 welcome").await
        } else {
            self.say("535 5.7.8 wrong name or password").await
        }
    }

    async fn sender(&mut self, line: &str) -> io::Result<()> {
        if self.may_encrypt() {
            return self.say("530 5.7.0 say STARTTLS first").await;
        }
        if self.host.login.is_some() && self.user.is_none() {
            return self.say("530 5.7.0 sign in first").await;
        }
        self.from = mailbox(line);
        match self.from {
            Some(_) => self.say("250 2.1.0 ok").await,
            None => self.say("501 5.1.7 no such form").await,
        }
    }

    async fn recipient(&mut self, line: &str) -> io::Result<()> {
        let Some(to) = mailbox(line) else {
            return self.say("501 5.1.3 no such form").await;
        };
        self.fault = self.host.script.next_for(&to);
        let answer = match self.fault {
            Some(Fault::Busy) => format!("451 4.2.0 <{to}> is busy"),
            Some(Fault::Unknown) => format!("550 5.1.1 <{to}> is unknown"),
            Some(Fault::NoRelaying) => format!("554 5.7.1 <{to}>: relay access denied"),
            _ => "250 2.1.5 ok".to_owned(),
        };
        if self.fault == Some(Fault::Hang) {
            self.host.script.hold().await;
        }
        self.to = Some(to);
        self.say(&answer).await
    }

    async fn data(&mut self) -> io::Result<Next> {
        let (Some(from), Some(to)) = (self.from.take(), self.to.take()) else {
            self.say("503 5.5.1 nobody to send to").await?;
            return Ok(Next::GoOn);
        };
        self.say("354 go on").await?;
        let raw = self.content().await?;
        if self.fault == Some(Fault::BadContent) {
            self.say("554 5.6.0 not this").await?;
            return Ok(Next::GoOn);
        }
        let message = Received { from, to, raw, encrypted: self.encrypted, user: self.user.clone() };
        self.host.inbox.put(message);
        match self.fault {
            Some(Fault::CutBeforeReply) => return Ok(Next::End),
            Some(Fault::HoldReply) => self.host.script.hold().await,
            _ => {}
        }
        self.say("250 2.0.0 taken").await?;
        Ok(if self.fault == Some(Fault::CutAfterReply) { Next::End } else { Next::GoOn })
    }

    /// Reads up to the lone dot and takes the stuffed dots out. Only CRLF ends a line.
    async fn content(&mut self) -> io::Result<Vec<u8>> {
        let mut content = Vec::new();
        loop {
            let line = self.line().await?;
            if line == b".\r\n" {
                return Ok(content);
            }
            content.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        }
    }

    /// One line with its CRLF.
    async fn line(&mut self) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        while !line.ends_with(b"\r\n") {
            if self.stream.read_until(b'\n', &mut line).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        Ok(line)
    }

    async fn say(&mut self, answer: &str) -> io::Result<()> {
        self.stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
        self.stream.flush().await
    }
}

/// The mailbox between `<` and `>`; a local part that is no dot-atom must be quoted, as RFC 5321 has it.
fn mailbox(line: &str) -> Option<String> {
    let (_, rest) = line.split_once('<')?;
    let (mailbox, _) = rest.rsplit_once('>')?;
    let (local, domain) = mailbox.rsplit_once('@')?;
    match local.strip_prefix('"').and_then(|local| local.strip_suffix('"')) {
        Some(quoted) => Some(format!("{quoted}@{domain}")),
        None if local.split('.').any(str::is_empty) => None,
        None => Some(mailbox.to_owned()),
    }
}
