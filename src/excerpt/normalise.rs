//! A text as its words run, without the accidents of its printing.

/// A text with words joined that were broken at a line's end, and all white space as one blank.
///
/// Every character remembers where in the original it came from.
#[derive(Clone, Debug)]
pub struct Normalised {
    chars: Vec<char>,
    /// The byte of the original at which each character begins.
    starts: Vec<usize>,
    /// The byte of the original after the last character.
    end: usize,
}

impl Normalised {
    /// Normalise a text.
    ///
    /// A hyphen at a line's end goes away between letters; after a digit it belongs to the word
    /// (`28-` and `ci` are `28-ci`) and stays.
    pub fn new(text: &str) -> Self {
        let original: Vec<(usize, char)> = text.char_indices().collect();
        let mut normalised = Self {
            chars: Vec::new(),
            starts: Vec::new(),
            end: 0,
        };
        let mut at = 0;
        while let Some(&(start, letter)) = original.get(at) {
            if let Some(next) = after_line_end_hyphen(&original, at) {
                let before = at.checked_sub(1).map(|before| original[before].1);
                if !before.is_some_and(char::is_alphabetic) && letter == '-' {
                    normalised.push(start, letter);
                }
                at = next;
            } else if letter.is_whitespace() {
                if normalised.chars.last().is_some_and(|&last| last != ' ') {
                    normalised.push(start, ' ');
                }
                at += 1;
            } else {
                normalised.push(start, letter);
                normalised.end = start + letter.len_utf8();
                at += 1;
            }
        }
        if normalised.chars.last() == Some(&' ') {
            normalised.chars.pop();
            normalised.starts.pop();
        }
        normalised
    }

    fn push(&mut self, start: usize, letter: char) {
        self.chars.push(letter);
        self.starts.push(start);
        self.end = start + letter.len_utf8();
    }

    /// The characters.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The bytes of the original that these characters (counted from 0) came from.
    pub fn original(&self, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let start = self.starts.get(range.start).copied().unwrap_or(self.end);
        let end = match range.end.checked_sub(1).filter(|last| *last >= range.start) {
            // The last character's own end: a joined hyphen after it does not belong to it.
            Some(last) => match (self.starts.get(last), self.chars.get(last)) {
                (Some(at), Some(' ')) => self.starts.get(range.end).copied().unwrap_or(at + 1),
                (Some(at), Some(letter)) => at + letter.len_utf8(),
                _ => self.end,
            },
            None => start,
        };
        start..end.max(start)
    }
}

/// If the character here is a hyphen at a line's end, the character at which its word goes on.
fn after_line_end_hyphen(text: &[(usize, char)], at: usize) -> Option<usize> {
    /// It shows only where a line ends, so it is never part of the word.
    const SOFT_HYPHEN: char = '\u{ad}';
    let hyphen = text[at].1;
    if !matches!(hyphen, '-' | SOFT_HYPHEN) {
        return None;
    }
    let blanks = text[at + 1..]
        .iter()
        .take_while(|(_, letter)| letter.is_whitespace());
    let has_line_end = blanks.clone().any(|&(_, letter)| letter == '\n');
    let next = at + 1 + blanks.count();
    let goes_on = text
        .get(next)
        .is_some_and(|(_, letter)| letter.is_alphanumeric());
    (has_line_end && goes_on).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let normalised = Normalised::new(text);
        assert_eq!(normalised.chars().iter().collect::<String>(), expected);
    }

    #[test]
    fn broken_words_are_joined_and_blanks_are_one() {
        check(
            "  zire-\nhli  qatar\r\n\tgəldi ",
            "zire-hli qatar gəldi".replace("e-h", "eh").as_str(),
        );
        check("28-\nci alay", "28-ci alay");
        check("28-ci alay – son", "28-ci alay – son");
        check("söz -\n\n5", "söz -5");
        check("a-\n", "a-");
        check("", "");
    }

    #[test]
    fn places_in_the_original_are_kept() {
        let text = "Bakı-\nnın  işğalı";
        let normalised = Normalised::new(text);
        let found: String = normalised.chars()[0..7].iter().collect();
        assert_eq!(found, "Bakının");
        assert_eq!(&text[normalised.original(0..7)], "Bakı-\nnın");
        assert_eq!(&text[normalised.original(0..4)], "Bakı");
        assert_eq!(&text[normalised.original(8..14)], "işğalı");
        assert_eq!(normalised.original(99..200).len(), 0);
    }
}
