//! `mypage demo`: fresh data with a few people, three clinics and some weeks of reservations in it, mails kept and shown,
//! nothing to set up.

mod clinics;
mod crowd;
mod day;
mod people;
mod staff;
mod weeks;

use super::outcome::Output;
use super::{clinic, serve};
use crate::clinic::{Clinic, RegistrationCode, path};
use crate::config::{Config, DemoAccount, environment};
use crate::lang::Lang;
use crate::log::Log;
use crate::mailbox;
use crate::notice::{self, NoticeDraft};
use crate::secret::random_bytes;
use crate::serve::Running;
use crate::web::Floor;
use people::Patient;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::runtime::Runtime;

const NOTICE: &str = include_str!("../../../fixtures/notice.md");

/// Serves the demonstration until the process is told to end, then deletes its data.
pub fn run(listen: SocketAddr) -> Output {
    let folder = std::env::temp_dir().join(format!("mypage-demo-{:016x}", u64::from_be_bytes(random_bytes())));
    let outcome = in_folder(listen, folder.clone());
    drop(std::fs::remove_dir_all(&folder));
    outcome
}

fn in_folder(listen: SocketAddr, folder: PathBuf) -> Output {
    let runtime = match Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return Output::failed(format!("no runtime: {error}")),
    };
    let log = serve::log();
    let output = match start(&runtime, listen, folder, log.clone()) {
        Ok((running, server)) => serve::finish(&runtime, running, server, |_| ()),
        Err(outcome) => outcome,
    };
    log.finish();
    output
}

fn start(
    runtime: &Runtime,
    listen: SocketAddr,
    folder: PathBuf,
    log: Log,
) -> Result<(Running, crate::web::listen::Server), Output> {
    let config = settings(listen, &folder)?;
    let elsewhere = "choose another address, such as mypage demo --listen 127.0.0.1:8081";
    let server = serve::bind(runtime, &config, &log, elsewhere)?;
    // Only now is the port known, if any free one was asked for; links need it.
    let accounts = people::accounts().map_err(Output::failed)?;
    let config =
        Config { demo_accounts: accounts, demo_staff: staff::accounts(), ..settings(server.address(), &folder)? };
    let running = serve::open(config, log)?;
    let (people, clinics) = runtime.block_on(populate(&running.floor)).map_err(Output::failed)?;
    greet(&running.floor.config, &people, &clinics);
    Ok((running, server))
}

fn settings(listen: SocketAddr, folder: &std::path::Path) -> Result<Config, Output> {
    let own = [
        ("MYPAGE_LISTEN", listen.to_string()),
        ("MYPAGE_BASE_URL", format!("http://localhost:{}", listen.port().max(1))),
        ("MYPAGE_DATA", folder.display().to_string()),
        ("MYPAGE_MAIL_MODE", "kept".to_owned()),
    ];
    let own_names = own.clone().map(|(name, _)| name);
    let given = environment().filter(|(name, _)| !own_names.contains(&name.as_str()));
    let all: Vec<(String, String)> = given.chain(own.map(|(name, value)| (name.to_owned(), value))).collect();
    Config::from_environment(all.into_iter()).map_err(Output::from)
}

/// Puts people, clinics and reservations into the data, by the rules that hold for everybody.
async fn populate(floor: &Arc<Floor>) -> Result<(Vec<Patient>, Vec<(Clinic, RegistrationCode)>), String> {
    let people = people::register(floor).await?;
    let clinics = clinics::open(floor).await?;
    let ids = clinics.iter().map(|(clinic, _)| clinic.id.clone()).collect();
    staff::take_in(floor).await?;
    weeks::book(floor, ids, &people).await?;
    day::play(floor, clinics.iter().map(|(clinic, _)| clinic.id.clone()).collect()).await?;
    announce(floor).await?;
    Ok((people, clinics))
}

/// Publishes what the service tells everybody.
async fn announce(floor: &Floor) -> Result<(), String> {
    let faulty = |what: String| format!("fixtures/notice.md: {what}");
    let notice = NoticeDraft::read("notice", NOTICE).map_err(|problems| faulty(format!("{problems:?}")))?;
    let now = floor.clock.now();
    let published = floor.store.write(now, move |tx| notice::publish(tx, Lang::Ja, &notice, (None, None)));
    published.await.map(drop).map_err(|error| faulty(error.to_string()))
}

#[expect(clippy::print_stdout, reason = "this is what the command says")]
fn greet(config: &Config, people: &[Patient], clinics: &[(Clinic, RegistrationCode)]) {
    println!("mypage demo, with fresh data that is deleted at the end\n");
    println!("  pages   {}", config.base_url());
    println!("  mails   {}", config.url(mailbox::PATH));
    println!("  data    {}", config.data.display());
    println!("  command {}", example(config, clinics));
    for (one, code) in clinics {
        println!("\n  {}", one.name);
        println!("  booking {}", clinic::url(&config.base_url, &one.id));
        println!("  poster  {}", config.url(&path::of_code(path::POSTER, *code)));
    }
    println!();
    for Patient { account, password, .. } in people {
        println!("  account {}  password {password}", account.address.as_str());
    }
    println!("\n  console {}", config.url(crate::staff::path::CONSOLE));
    println!("  codes   {}  (on this machine only)", config.url(crate::staff::path::DEMO_CODES));
    for DemoAccount { address, password, .. } in &config.demo_staff {
        println!("  staff   {address}  password {password}");
    }
    println!("\nStop with Ctrl+C.");
}

/// A command on this data, as it is typed into another terminal, with the folder of the data before it.
fn example(config: &Config, clinics: &[(Clinic, RegistrationCode)]) -> String {
    let executable = std::env::args().next().unwrap_or_else(|| "mypage".to_owned());
    let clinic = clinics.first().map_or("ID", |(clinic, _)| clinic.id.as_str());
    format!("MYPAGE_DATA={} {executable} clinic day {clinic}", config.data.display())
}
