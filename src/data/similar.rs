//! "Did you mean": the nearest word of a list by edit distance.

/// The candidate nearest to `word`, if it is near enough to be what was meant.
pub(super) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // A third of the letters may be wrong, but at least one and at most four.
    let allowed = (word.chars().count() / 3).clamp(1, 4);
    let folded = fold(word);
    let distances = candidates
        .into_iter()
        .map(|other| (distance(&folded, &fold(other)), other));
    distances
        .filter(|&(distance, _)| distance <= allowed)
        .min()
        .map(|(_, other)| other)
}

/// The letters that people type for each other made equal: case, hyphen, and the letters of the
/// Azerbaijani and Turkish alphabets that a keyboard may lack.
fn fold(word: &str) -> Vec<char> {
    let letters = word.chars().take(MAX_LENGTH).flat_map(char::to_lowercase);
    letters
        .filter(|letter| !matches!(letter, '-' | '_' | ' ' | '\u{307}'))
        .map(plain_letter)
        .collect()
}

/// The letter that a keyboard without the Azerbaijani and Turkish ones has for this small letter.
pub(super) fn plain_letter(letter: char) -> char {
    match letter {
        'ə' => 'e',
        'ı' => 'i',
        'ö' => 'o',
        'ü' => 'u',
        'ç' => 'c',
        'ş' => 's',
        'ğ' => 'g',
        other => other,
    }
}

/// Longer words are compared by their beginnings, so that bad input costs little.
const MAX_LENGTH: usize = 64;

/// How many letters must be added, left out, changed, or swapped with their neighbour
/// (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let width = b.len() + 1;
    let mut table = vec![0; (a.len() + 1) * width];
    let cell = |i: usize, j: usize| i * width + j;
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            if i == 0 || j == 0 {
                table[cell(i, j)] = i + j;
                continue;
            }
            let changed = table[cell(i - 1, j - 1)] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = changed
                .min(table[cell(i - 1, j)] + 1)
                .min(table[cell(i, j - 1)] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(table[cell(i - 2, j - 2)] + 1);
            }
            table[cell(i, j)] = best;
        }
    }
    table[cell(a.len(), b.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        let count = |a: &str, b: &str| distance(&fold(a), &fold(b));
        assert_eq!(count("", "abc"), 3);
        assert_eq!(count("bakı", "BAKI"), 0);
        assert_eq!(count("bileceri", "bilacari"), 2);
        assert_eq!(count("abcd", "abdc"), 1);
    }

    #[test]
    fn only_near_words_are_offered() {
        let places = ["baki", "bilaceri", "xacmaz"];
        assert_eq!(nearest("bileceri", places), Some("bilaceri"));
        assert_eq!(nearest("Bakı", places), Some("baki"));
        assert_eq!(nearest("ganja", places), None);
    }
}
