//! Finding one quotation in one text.

use super::Normalised;
use std::ops::Range;

/// What a search for a quotation came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Search {
    /// It stands there once: the characters of the normalised text.
    Found(Range<usize>),
    /// It does not stand there; if something like it does, this is it.
    NotFound(Option<String>),
    /// It stands there this often.
    Ambiguous(usize),
}

/// Find `exact` where `prefix` stands directly before and `suffix` directly after it.
///
/// An empty `prefix` or `suffix` matches anything; an empty `exact` is nowhere.
pub fn find(text: &Normalised, exact: &str, prefix: &str, suffix: &str) -> Search {
    let (exact, prefix, suffix) = (pattern(exact), pattern(prefix), pattern(suffix));
    if exact.is_empty() {
        return Search::NotFound(None);
    }
    let chars = text.chars();
    let fits = |&at: &usize| {
        let end = at + exact.len();
        num_matching(chars, at, &exact) == exact.len()
            && stands_before(chars, at, &prefix)
            && stands_after(chars, end, &suffix)
    };
    let mut hits = (0..chars.len()).filter(fits);
    match (hits.next(), hits.count()) {
        (None, _) => Search::NotFound(similar_passage(chars, &exact)),
        (Some(at), 0) => Search::Found(at..at + exact.len()),
        (Some(_), more) => Search::Ambiguous(more + 1),
    }
}

/// The characters to look for; `None` stands for any one.
fn pattern(quotation: &str) -> Vec<Option<char>> {
    let mut pattern = Vec::new();
    let mut is_restored = false;
    let normalised = Normalised::new(quotation);
    for &letter in normalised.chars() {
        match letter {
            '[' if !is_restored => is_restored = true,
            ']' if is_restored => is_restored = false,
            letter => pattern.push((!is_restored).then_some(letter)),
        }
    }
    pattern
}

/// How many characters of the pattern, from its beginning, stand at `at`.
fn num_matching(chars: &[char], at: usize, pattern: &[Option<char>]) -> usize {
    let pairs = chars.get(at..).unwrap_or_default().iter().zip(pattern);
    pairs
        .take_while(|(letter, wanted)| wanted.is_none_or(|wanted| wanted == **letter))
        .count()
}

fn stands_before(chars: &[char], at: usize, prefix: &[Option<char>]) -> bool {
    let starts = [
        at,
        at.saturating_sub(usize::from(chars[..at].ends_with(&[' ']))),
    ];
    let begins = starts
        .into_iter()
        .filter_map(|end| end.checked_sub(prefix.len()));
    prefix.is_empty()
        || begins
            .into_iter()
            .any(|at| num_matching(chars, at, prefix) == prefix.len())
}

fn stands_after(chars: &[char], end: usize, suffix: &[Option<char>]) -> bool {
    let blank = usize::from(chars.get(end) == Some(&' '));
    let starts = [end, end + blank];
    suffix.is_empty()
        || starts
            .into_iter()
            .any(|at| num_matching(chars, at, suffix) == suffix.len())
}

/// The passage that shares the longest beginning or end with the pattern.
fn similar_passage(chars: &[char], pattern: &[Option<char>]) -> Option<String> {
    /// Fewer characters in common are chance.
    const MIN_COMMON: usize = 8;
    let backwards: Vec<Option<char>> = pattern.iter().rev().copied().collect();
    let num_matching_back = |end: usize| {
        let pairs = chars[..end].iter().rev().zip(&backwards);
        pairs
            .take_while(|(letter, wanted)| wanted.is_none_or(|wanted| wanted == **letter))
            .count()
    };
    let forward = (0..chars.len()).map(|at| (num_matching(chars, at, pattern), at));
    let backward =
        (1..=chars.len()).map(|end| (num_matching_back(end), end.saturating_sub(pattern.len())));
    let (common, at) = forward.chain(backward).max_by_key(|&(common, _)| common)?;
    if common < MIN_COMMON.min(pattern.len()) {
        return None;
    }
    Some(
        chars[at..chars.len().min(at + pattern.len())]
            .iter()
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Aprelin 2�-da zire-\nhli qatar keçdi.\nAprelin 28-də qatar\ngəldi.";

    fn check(exact: &str, prefix: &str, suffix: &str, expected: Result<&str, usize>) {
        let text = Normalised::new(TEXT);
        match (find(&text, exact, prefix, suffix), expected) {
            (Search::Found(range), Ok(words)) => {
                assert_eq!(&TEXT[text.original(range)], words);
            }
            (Search::Ambiguous(num), Err(expected)) => assert_eq!(num, expected),
            (Search::NotFound(_), Err(0)) => {}
            (other, _) => panic!("{exact}: {other:?}"),
        }
    }

    #[test]
    fn quotations_are_found_once_or_not() {
        check("zirehli qatar keçdi", "", "", Ok("zire-\nhli qatar keçdi"));
        check("Aprelin 2[6]-da", "", "", Ok("Aprelin 2�-da"));
        check("qatar", "", "", Err(2));
        check("qatar", "28-də", "", Ok("qatar"));
        check("qatar", "", "keçdi", Ok("qatar"));
        check("gəldi.", "qatar", "", Ok("gəldi."));
        check("Aprelin", "", "", Err(2));
        check("qatar getdi", "", "", Err(0));
        check("", "", "", Err(0));
        check(
            "[.....................................................................]",
            "",
            "",
            Err(0),
        );
    }

    #[test]
    fn a_similar_passage_helps() {
        let text = Normalised::new(TEXT);
        let found = find(&text, "zirehli qatar geçdi", "", "");
        assert_eq!(
            found,
            Search::NotFound(Some("zirehli qatar keçdi".to_owned()))
        );
        assert_eq!(
            find(&text, "tamam başqa sözlər", "", ""),
            Search::NotFound(None)
        );
    }
}
