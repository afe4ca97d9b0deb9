//! Numbers in kanji, as vertical forms and certificates write them: `六十三`, `一九八八`, `二〇〇三`, `千九百八十八`, `廿五`.

/// The text with every number in kanji as digits. What stands beside a digit is none: `1988一2` is a hyphen out of place.
pub(super) fn with_digits(text: &str) -> String {
    let (mut out, mut run) = (String::new(), String::new());
    for c in text.chars() {
        let touches_digit = run.is_empty() && out.ends_with(|before: char| before.is_ascii_digit());
        if is_numeral(c) && !touches_digit {
            run.push(c);
            continue;
        }
        if c.is_ascii_digit() {
            out.push_str(&run);
        } else {
            out.push_str(&digits(&run));
        }
        run.clear();
        out.push(c);
    }
    out + &digits(&run)
}

fn is_numeral(c: char) -> bool {
    value(c).is_some() || unit(c).is_some()
}

/// A figure, in the forms for everyday use and in those of certificates.
fn value(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' | '壱' | '壹' => 1,
        '二' | '弐' | '貳' => 2,
        '三' | '参' | '參' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// What a figure before it is multiplied by.
fn unit(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 10,
        '廿' => 20,
        '卅' => 30,
        '百' => 100,
        '千' => 1_000,
        _ => return None,
    })
}

/// The digits of a run of numerals; the run itself where it is no number below ten thousand.
fn digits(run: &str) -> String {
    let number = if run.chars().any(|c| unit(c).is_some()) { by_units(run) } else { None };
    let figures = || run.chars().map(|c| value(c).map(|figure| figure.to_string())).collect();
    number.map(|number| number.to_string()).or_else(figures).unwrap_or_else(|| run.to_owned())
}

/// `千九百八十八` and `六十三`: figures before their units, which become smaller. None when they do not.
fn by_units(run: &str) -> Option<u32> {
    let (mut sum, mut figure, mut least) = (0, None, u32::MAX);
    for c in run.chars() {
        match (value(c), unit(c)) {
            (Some(value), _) if figure.is_none() => figure = Some(value),
            (None, Some(unit)) if unit < least && figure != Some(0) => {
                sum += unit * figure.take().unwrap_or(1);
                least = if unit < 100 { 10 } else { unit };
            }
            _ => return None,
        }
    }
    Some(sum + figure.unwrap_or(0))
}
