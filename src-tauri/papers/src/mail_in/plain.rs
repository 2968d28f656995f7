//! The words of an HTML mail: no style, no script, nothing remote, nothing quoted.

/// Elements that begin a line.
const LINES: &[&str] = &["br", "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr"];
/// Elements whose words are not read.
const LEFT_OUT: &[&str] = &["script", "style", "head", "title", "blockquote", "template"];

/// The words of the markup.
pub(super) fn of(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut left_out: Vec<String> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        if left_out.is_empty() {
            push(&mut out, &rest[..at]);
        }
        let from = &rest[at..];
        if let Some(comment) = from.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let Some(end) = from.find('>') else {
            rest = "";
            break;
        };
        let tag = &from[1..end];
        rest = &from[end + 1..];
        let closes = tag.starts_with('/');
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_lowercase();
        if LEFT_OUT.contains(&name.as_str()) {
            if !closes && !tag.ends_with('/') {
                left_out.push(name);
            } else if left_out.last() == Some(&name) {
                left_out.pop();
            }
        } else if left_out.is_empty() {
            if LINES.contains(&name.as_str()) {
                if name == "p" && !out.ends_with("\n\n") {
                    out.push('\n');
                }
                if name == "br" || !out.ends_with('\n') {
                    out.push('\n');
                }
            } else if name == "td" || name == "th" {
                out.push(' ');
            }
        }
    }
    if left_out.is_empty() {
        push(&mut out, rest);
    }
    out.lines().map(str::trim).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Words with their entities read; line ends of the markup are spaces.
fn push(out: &mut String, words: &str) {
    let mut rest = words;
    while let Some(at) = rest.find('&') {
        spaced(out, &rest[..at]);
        let from = &rest[at..];
        let end = from.char_indices().take(12).find(|(_, c)| *c == ';').map(|(end, _)| end);
        match end.and_then(|end| entity(&from[1..end]).map(|c| (c, end))) {
            Some((c, end)) => {
                out.push(c);
                rest = &from[end + 1..];
            }
            None => {
                out.push('&');
                rest = &from[1..];
            }
        }
    }
    spaced(out, rest);
}

fn spaced(out: &mut String, words: &str) {
    for c in words.chars() {
        if c == '\n' || c == '\r' || c == '\t' || c == ' ' {
            if !out.is_empty() && !out.ends_with([' ', '\n']) {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    }
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok());
        return code.and_then(char::from_u32).filter(|c| !c.is_control());
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "yen" => '¥',
        "copy" => '©',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_are_left() {
        let html = "<html><head><style>p{}</style></head><body><!-- <p>x</p> --><p>件数は&nbsp;&lt;月&gt;で\nいくつ&#x3067;すか<br>二行目</p><ul><li>一<li>二</ul><script>alert(1)</script><img src=\"http://x.example/a\"><blockquote>前の<blockquote>前</blockquote>文</blockquote>終 & &bogus;</body>";
        assert_eq!(of(html), "件数は <月>で いくつですか\n二行目\n一\n二\n終 & &bogus;");
    }

    #[test]
    fn broken_markup_ends() {
        for html in ["<", "<p", "<!--", "<script>a", "&#x110000;", "&#;", "a<blockquote>b"] {
            assert!(of(html).len() <= html.len(), "{html}");
        }
    }
}
