//! `mypage demo`: fresh data with a few people in it, mails kept and shown, nothing to set up.

use super::{Outcome, serve};
use crate::account::password::{Owner, PATIENT_LEAST, Password};
use crate::account::{self, Agreement, Registration};
use crate::clock::Clock;
use crate::config::{Config, environment};
use crate::lang::Lang;
use crate::log::Log;
use crate::mail::EmailAddress;
use crate::mailbox;
use crate::person::Draft;
use crate::secret::random_bytes;
use crate::serve::Running;
use crate::web::Floor;
use serde::Deserialize;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use tokio::runtime::Runtime;

const PEOPLE: &str = include_str!("../../fixtures/people.toml");
/// The usual place.
const LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);

#[derive(Deserialize)]
struct People {
    person: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    email: String,
    password: String,
    lang: Option<String>,
    #[serde(flatten)]
    draft: Draft,
}

/// Serves the demonstration until the process is told to end, then deletes its data.
pub fn run(listen: Option<SocketAddr>) -> Outcome {
    let folder = std::env::temp_dir().join(format!("mypage-demo-{:016x}", u64::from_be_bytes(random_bytes())));
    let outcome = in_folder(listen.unwrap_or(LISTEN), folder.clone());
    drop(std::fs::remove_dir_all(&folder));
    outcome
}

fn in_folder(listen: SocketAddr, folder: PathBuf) -> Outcome {
    let runtime = match Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return Outcome::failed(format!("no runtime: {error}")),
    };
    match start(&runtime, listen, folder) {
        Ok((running, server)) => serve::finish(&runtime, running, server),
        Err(outcome) => outcome,
    }
}

fn start(
    runtime: &Runtime,
    listen: SocketAddr,
    folder: PathBuf,
) -> Result<(Running, crate::web::listen::Server), Outcome> {
    let log = Log::stderr(Clock::System);
    let config = settings(listen, &folder)?;
    let server = serve::bind(runtime, listen, &config, &log)?;
    // Only now is the port known, if any free one was asked for; links need it.
    let config = settings(server.address(), &folder)?;
    let running = serve::open(config, log)?;
    let people = runtime.block_on(populate(&running.floor)).map_err(Outcome::failed)?;
    greet(&running.floor.config, &people);
    Ok((running, server))
}

fn settings(listen: SocketAddr, folder: &std::path::Path) -> Result<Config, Outcome> {
    let own = [
        ("MYPAGE_LISTEN", listen.to_string()),
        ("MYPAGE_BASE_URL", format!("http://localhost:{}", listen.port().max(1))),
        ("MYPAGE_DATA", folder.display().to_string()),
        ("MYPAGE_MAIL_MODE", "kept".to_owned()),
    ];
    let own_names = own.clone().map(|(name, _)| name);
    let given = environment().filter(|(name, _)| !own_names.contains(&name.as_str()));
    let all: Vec<(String, String)> = given.chain(own.map(|(name, value)| (name.to_owned(), value))).collect();
    Config::from_environment(all.into_iter()).map_err(|problem| Outcome::refused(problem.to_string()))
}

/// Registers the people of the fixtures, through the same rules as everybody.
async fn populate(floor: &Floor) -> Result<Vec<(String, String)>, String> {
    let people: People = toml::from_str(PEOPLE).map_err(|error| format!("fixtures/people.toml: {error}"))?;
    let mut shown = Vec::new();
    for entry in people.person {
        let (now, new) = (floor.clock.now(), registration(floor, &entry).await?);
        let made = floor.store.write(move |tx| account::register(tx, now, &new)).await;
        made.map_err(|error| error.to_string())?.ok_or_else(|| format!("{} is there twice", entry.email))?;
        shown.push((entry.email, entry.password));
    }
    Ok(shown)
}

async fn registration(floor: &Floor, entry: &Entry) -> Result<Registration, String> {
    let now = floor.clock.now();
    let faulty = |what: String| format!("fixtures/people.toml: {}: {what}", entry.email);
    let address = EmailAddress::parse(&entry.email).map_err(|problem| faulty(format!("{problem:?}")))?;
    let owner = Owner { address: Some(&address), names: &[] };
    let password = Password::choose(&entry.password, PATIENT_LEAST, owner).map_err(|p| faulty(format!("{p:?}")))?;
    let person = entry.draft.check(now.jst_date()).map_err(|problems| faulty(format!("{problems:?}")))?;
    let hash = floor.hasher.hash(password.as_bytes().to_vec()).await.map_err(|_| faulty("busy".to_owned()))?;
    let (terms, privacy) = (floor.documents.terms.version.clone(), floor.documents.privacy.version.clone());
    let agreement = Agreement { terms, privacy, at: now };
    let lang = entry.lang.as_deref().and_then(Lang::from_tag).unwrap_or_default();
    Ok(Registration { address, password: hash, person, agreement, lang })
}

#[expect(clippy::print_stdout, reason = "this is what the command says")]
fn greet(config: &Config, people: &[(String, String)]) {
    println!("mypage demo, with fresh data that is deleted at the end\n");
    println!("  pages   {}", config.base_url());
    println!("  mails   {}\n", config.url(mailbox::PATH));
    for (email, password) in people {
        println!("  account {email}  password {password}");
    }
    println!("\nStop with Ctrl+C.");
}
