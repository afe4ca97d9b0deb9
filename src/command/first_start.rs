//! The first start: as long as nobody signs in to the console, each start of the server prints a setup code, and writes it into the
//! folder of the data for who cannot see the screen.

use crate::staff::{path, setup};
use crate::web::Floor;
use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// The name of the file in the folder of the data.
const FILE: &str = "setup";

/// Makes a code and tells it, or removes the file where there is an owner.
pub(super) fn announce(floor: &Floor) {
    // A write to a damaged page makes a whole one of it, with the damage in it.
    if floor.store.damage().is_some() {
        return;
    }
    let (code, file) = (setup::mint(), floor.config.data.join(FILE));
    let now = floor.clock.now();
    let offered = {
        let code = code.clone();
        floor.store.write_blocking(now, move |tx| setup::offer(tx, &code))
    };
    match offered {
        Ok(true) => tell(floor, &code, &file),
        Ok(false) => drop(fs::remove_file(file)),
        Err(error) => floor.log.warn("no_setup_code").with("why", error).write(),
    }
}

#[expect(clippy::print_stdout, reason = "whoever starts the server reads it there")]
fn tell(floor: &Floor, code: &str, file: &Path) {
    let text = format!(
        "{}\nsetup code {code} (counts for {} hours and {} tries)\n",
        floor.config.url(path::SETUP),
        setup::HOURS,
        setup::TRIES
    );
    if let Err(error) = write_private(file, &text) {
        floor.log.warn("no_setup_file").with("file", file.display()).with("why", error).write();
    }
    println!("To set up the first clinic, open\n{text}");
}

/// Writes a file that only its owner can read, in the place of the one of an earlier start.
fn write_private(file: &Path, text: &str) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?.write_all(text.as_bytes())
}
