use super::{FileProblem, Section, number, read, text};

/// Reads two keys and a section with one; gives the problems as lines.
fn problems(content: &str) -> Vec<String> {
    let keys = |root: &Section<'_>| {
        let name = root.required("name", |value| text(value).map(str::to_owned));
        let port = root.section_or_empty("mail").optional("port", number::<u16>(1..=65535));
        Some((name?, port))
    };
    read(content, keys).err().unwrap_or_default().iter().map(FileProblem::to_string).collect()
}

#[test]
fn every_problem_is_told_at_once_in_the_order_of_the_lines() {
    assert_eq!(problems("name = 'a'\n[mail]\nport = 25\n"), Vec::<String>::new());
    assert_eq!(
        problems("nme = 1\n[mail]\nport = '25'\nprot = 1\n"),
        [
            "line 1: name: is missing",
            "line 1: nme: unknown key; did you mean \"name\"?",
            "line 3: mail.port: must be a whole number from 1 to 65535, without quotes",
            "line 4: mail.prot: unknown key; did you mean \"mail.port\"?",
        ]
    );
}

#[test]
fn no_value_is_taken_from_a_line_that_is_not_toml() {
    for content in ["name = 'a'\n[mail]\nport = = 1", "name = 'a'\n[mail]\nport = "] {
        let found = problems(content);
        let syntax = |line: &String| line.starts_with("line 3: ") && !line.contains("mail.port");
        assert!(!found.is_empty() && found.iter().all(syntax), "{found:?}");
    }
}

#[test]
fn a_key_in_the_wrong_section_is_recognised() {
    assert_eq!(problems("name = 'a'\nport = 1"), ["line 2: port: unknown key; did you mean \"mail.port\"?"]);
    assert_eq!(problems("[mail]\nname = 'a'")[1], "line 2: mail.name: unknown key; did you mean \"name\"?");
    assert_eq!(problems("name = 'a'\n[mial]\nport = 1"), ["line 2: mial: unknown key; did you mean \"mail\"?"]);
    assert_eq!(problems("name = 'a'\nzzz = 1"), ["line 2: zzz: unknown key"]);
}

#[test]
fn keys_below_a_key_that_is_wrong_itself_are_not_told_as_well() {
    assert_eq!(problems("name = { a = 1, b = 2 }"), ["line 1: name: must be a text in quotes"]);
    assert_eq!(
        problems("name = 'a'\nmail = 'b'"),
        ["line 2: mail: must be a table: [mail] above its keys, or mail = { … }"]
    );
}
