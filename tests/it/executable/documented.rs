//! Every command that the README and `docs/operation.md` print runs as it is printed, and those on the data without any
//! setting of mail.

use super::people;
use crate::harness::process::{Home, Serving};

const README: &str = include_str!("../../../README.md");
const OPERATION: &str = include_str!("../../../docs/operation.md");
const SAKURA: &str = include_str!("../../../fixtures/sakura.toml");

/// The indented lines of a document that begin a command.
fn lines(document: &str) -> Vec<&str> {
    let indented = document.lines().filter_map(|line| line.strip_prefix("    "));
    indented.filter(|line| line.starts_with("mypage ")).collect()
}

/// The first indented block of a document that begins so.
fn block(document: &str, begin: &str) -> String {
    let at = document.find(&format!("\n    {begin}")).unwrap() + 1;
    let block = document[at..].lines().take_while(|line| line.starts_with("    ") || line.is_empty());
    block.map(|line| format!("{}\n", line.trim_start())).collect()
}

/// A home with what the documents take for granted: their folders, under it, and the files that they name.
fn home() -> Home {
    let home = Home::bare().with("LISTEN", "127.0.0.1:0");
    for folder in ["etc/mypage", "backups"] {
        std::fs::create_dir_all(home.path().join(folder)).unwrap();
    }
    std::fs::write(home.path().join("sakura.toml"), SAKURA).unwrap();
    std::fs::write(home.path().join("winter.md"), "# 年末年始の休み\n").unwrap();
    // The settings of mail may stand in the file as well.
    let settings = under(&home, &format!("{}{}", block(README, "base_url = "), block(OPERATION, "[mail]")));
    for file in ["mypage.toml", "etc/mypage/mypage.toml"] {
        std::fs::write(home.path().join(file), &settings).unwrap();
    }
    home
}

/// A text whose absolute paths lie in the home.
fn under(home: &Home, text: &str) -> String {
    let path = home.path().display();
    text.replace("/etc/mypage/", &format!("{path}/etc/mypage/")).replace("/backups/", &format!("{path}/backups/"))
}

fn write_password(home: &Home) {
    use std::os::unix::fs::PermissionsExt;
    let path = home.path().join("etc/mypage/mail-password");
    std::fs::write(&path, "secret").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
}

#[test]
fn the_lines_to_run_it_are_run_as_they_are_printed() {
    let home = home();
    let (serve, others): (Vec<&str>, Vec<&str>) =
        [lines(README), lines(OPERATION)].concat().into_iter().partition(|line| line.starts_with("mypage serve"));
    assert!(serve.len() == 1 && others.len() >= 4, "{serve:?} {others:?}");
    let without_password = home.run_line(&under(&home, serve[0])).refusal(2);
    assert!(without_password.contains("mail-password cannot be read"), "{without_password}");
    write_password(&home);
    let serving = Serving::start(home.shell(&under(&home, serve[0])));
    // What a command says is printed as a comment behind it, where it is told.
    let tell = |line: &str| {
        let said = home.run_line(&under(&home, line)).done();
        if let Some((_, told)) = line.split_once("# ").filter(|(_, told)| told.starts_with("sakura: ")) {
            assert!(said.replace("unchanged", "new, 6 menus").starts_with(told), "{line}: {said}");
        }
    };
    others.iter().for_each(|line| tell(line));
    serving.stop();
    std::fs::remove_file(home.path().join("etc/mypage/mail-password")).unwrap();
    std::fs::remove_dir_all(home.path().join("backups")).unwrap();
    std::fs::create_dir(home.path().join("backups")).unwrap();
    others.iter().for_each(|line| tell(line));
}

/// A row of the table of commands: with nothing that may be left out, with all of it, and whether it works beside a server.
struct Row {
    least: String,
    most: String,
    beside: bool,
}

fn table() -> Vec<Row> {
    let rows = OPERATION.lines().filter_map(|line| line.strip_prefix("| `")).filter(|line| line.starts_with("mypage "));
    rows.map(|line| {
        let (command, rest) = line.split_once("` |").unwrap();
        let command = command.replace("\\|", "|");
        let mut least = command.clone();
        while let Some((before, after)) = least.split_once(" [") {
            least = format!("{before}{}", after.split_once(']').unwrap().1);
        }
        Row { least, most: command.replace(['[', ']'], ""), beside: rest.trim_end().ends_with("● |") }
    })
    .collect()
}

/// A command with something for each word in capitals.
fn filled(command: &str, account: &str, backup: &str) -> String {
    let id = match command.split(' ').nth(1) {
        Some("account") => account,
        Some("notice") => "winter",
        _ => "sakura",
    };
    let file = if command.contains("--config") { "mypage.toml" } else { backup };
    let words = [
        ("FILE.md", "winter.md"),
        ("FILE…", "sakura.toml"),
        ("FILE", file),
        ("--from TIME", "--from 2026-01-01T09:00"),
        ("--until TIME", "--until 2126-01-01T09:00"),
        ("ja|en", "ja"),
        ("ADDRESS", if command.contains(" demo ") { "127.0.0.1:0" } else { "hanako@example.jp" }),
        ("CLINIC", "sakura"),
        ("owner|reception|doctor", "reception"),
        ("COMMAND", "notice"),
        ("TEXT", "山田"),
        ("DATE", "2026-12-01"),
        ("ID", id),
    ];
    let filled = words.into_iter().fold(command.to_owned(), |line, (word, value)| line.replace(word, value));
    assert!(!filled.contains(|c: char| c.is_ascii_uppercase() && c != 'T'), "{filled}");
    filled
}

#[tokio::test(flavor = "multi_thread")]
async fn the_commands_of_the_table_run_and_those_on_the_data_need_no_setting_of_mail() {
    let home = home();
    let account = people(&home, &["hanako@example.jp".to_owned()]).await[0].to_string();
    std::fs::write(home.path().join("mypage.toml"), "base_url = \"https://my.clinic.example\"\n").unwrap();
    let table = table();
    assert!(table.len() >= 17, "{}", table.len());
    let run = |home: &Home, row: &Row, backup: &str| {
        let mut lines = vec![filled(&row.least, &account, backup), filled(&row.most, &account, backup)];
        lines.dedup();
        // Each makes a file that must not be there yet.
        lines.truncate(if row.least.starts_with("mypage backup") { 1 } else { 2 });
        for line in lines {
            let ended = home.run_line(&line);
            // Nobody has accepted an invitation.
            match ["reset", "role", "opener", "remove", "disable", "enable"]
                .iter()
                .any(|verb| line.starts_with(&format!("mypage staff {verb}")))
            {
                true => assert!(ended.code == Some(1) && ended.err.contains("nobody of the staff"), "{ended:?}"),
                false => drop(ended.done()),
            }
        }
    };
    for row in &table {
        match row.least.as_str() {
            "mypage serve" => drop(Serving::start(home.shell(&filled(&row.most, &account, ""))).stop()),
            // Without an address it takes one that another process may have.
            "mypage demo" => drop(Serving::start(Home::bare().shell(&filled(&row.most, &account, "")))),
            "mypage status" => {
                let ended = home.run_line(&row.least);
                assert!(ended.code == Some(1) && ended.err.contains("no server uses the data"), "{ended:?}");
            }
            _ => run(&home, row, "one.redb"),
        }
    }
    let home = home.with("MAIL_MODE", "kept").with("BASE_URL", "http://localhost");
    let serving = home.serve();
    let beside: Vec<&Row> = table.iter().filter(|row| row.beside).collect();
    assert!(beside.len() >= 14, "{}", beside.len());
    beside.iter().for_each(|row| run(&home, row, "two.redb"));
    serving.stop();
}
