//! The lines of a stream, read as they come, so that a test can wait for one.

use super::TOO_LONG;
use std::io::{BufRead, BufReader, Read};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Instant;

/// The lines of a stream, read as they come.
#[derive(Clone)]
pub struct Lines(Arc<(Mutex<Heard>, Condvar)>);

#[derive(Default)]
struct Heard {
    lines: Vec<String>,
    ended: bool,
    /// Whether nothing is read for now.
    paused: bool,
}

impl Lines {
    pub(super) fn of(stream: impl Read + Send + 'static) -> Self {
        let lines = Self(Arc::default());
        let reading = lines.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
                reading.note(|read| read.lines.push(String::from_utf8_lossy(&line).into_owned()));
                reading.wait_while_paused();
            }
            reading.note(|read| read.ended = true);
        });
        lines
    }

    fn note(&self, change: impl FnOnce(&mut Heard)) {
        change(&mut self.0.0.lock().unwrap());
        self.0.1.notify_all();
    }

    fn wait_while_paused(&self) {
        let (read, said) = &*self.0;
        drop(said.wait_while(read.lock().unwrap(), |read| read.paused).unwrap());
    }

    /// Stops reading the stream, as a reader that hangs, or goes on.
    pub fn pause(&self, pause: bool) {
        self.note(|read| read.paused = pause);
    }

    /// All lines so far.
    pub fn all(&self) -> Vec<String> {
        self.0.0.lock().unwrap().lines.clone()
    }

    /// The first line that is the wanted one, as soon as it has been said.
    #[track_caller]
    pub fn wait_for(&self, wanted: impl Fn(&str) -> bool) -> String {
        let found = self.wait_until(|lines| lines.iter().find(|line| wanted(line)).cloned());
        found.unwrap_or_else(|| panic!("it was not said: {:#?}", self.all()))
    }

    /// What `look` finds in the lines, as soon as it finds something; `None` when the stream ends before.
    pub fn wait_until<T>(&self, look: impl Fn(&[String]) -> Option<T>) -> Option<T> {
        let (read, said) = &*self.0;
        let start = Instant::now();
        let mut read = read.lock().unwrap();
        loop {
            if let Some(found) = look(&read.lines) {
                return Some(found);
            }
            if read.ended || start.elapsed() > TOO_LONG {
                return None;
            }
            read = said.wait_timeout(read, TOO_LONG).unwrap().0;
        }
    }

    /// All lines, once the stream has ended.
    pub(super) fn to_the_end(&self) -> Vec<String> {
        let (read, said) = &*self.0;
        said.wait_while(read.lock().unwrap(), |read| !read.ended).unwrap().lines.clone()
    }
}

/// The value of a key in a line of the log; empty when it has none.
pub fn value(line: &str, key: &str) -> String {
    let start = format!(" {key}=");
    let rest = line.split_once(&start).map_or("", |(_, rest)| rest);
    rest.split(' ').next().unwrap_or_default().to_owned()
}
