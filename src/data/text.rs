//! The text of one file, and where in it a byte stands for a person: line and column.

use std::sync::OnceLock;

/// The readable text of one file.
pub(super) struct SourceText {
    /// The path, relative to the chronicle's folder.
    pub path: String,
    /// The text, without a byte order mark.
    pub text: String,
    /// Whether it could not be read, so that nothing is to be expected of it.
    pub is_unreadable: bool,
    /// The byte at which each line begins; found when the first line is asked for.
    line_starts: OnceLock<Vec<usize>>,
}

impl SourceText {
    /// A text with its lines found.
    pub fn new(path: &str, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
        Self {
            path: path.to_owned(),
            text,
            is_unreadable: false,
            line_starts: OnceLock::new(),
        }
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let bytes = self.text.bytes().enumerate();
            let after_breaks = bytes.filter(|&(_, byte)| byte == b'\n');
            std::iter::once(0)
                .chain(after_breaks.map(|(at, _)| at + 1))
                .collect()
        })
    }

    /// Line and column of a byte, both counted from 1, the column in characters.
    pub fn line_column(&self, byte: usize) -> (u32, u32) {
        let byte = floor_char_boundary(&self.text, byte);
        let line_starts = self.line_starts();
        let line = line_starts.partition_point(|&start| start <= byte);
        let start = line_starts
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or_default();
        let column = self
            .text
            .get(start..byte)
            .map_or(0, |before| before.chars().count())
            + 1;
        (
            u32::try_from(line).unwrap_or(u32::MAX),
            u32::try_from(column).unwrap_or(u32::MAX),
        )
    }
}

/// The byte of `text` at a line and column counted from 1, held to the text's end.
pub(super) fn byte_from_line_column(text: &str, line: usize, column: usize) -> usize {
    let mut start = 0;
    for _ in 1..line {
        match text[start..].find('\n') {
            Some(length) => start += length + 1,
            None => return text.len(),
        }
    }
    let rest = &text[start..];
    let ahead = rest.char_indices().nth(column.saturating_sub(1));
    start + ahead.map_or(rest.len(), |(at, _)| at)
}

/// The last character boundary of `text` at or before `byte`.
pub(super) fn floor_char_boundary(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_may_end_the_windows_way() {
        let source = SourceText::new("x.ron", "\u{feff}ab\r\nçə5\n");
        assert_eq!(source.line_column(0), (1, 1));
        assert_eq!(source.line_column(4), (2, 1));
        assert_eq!(source.line_column(8), (2, 3));
        assert_eq!(source.line_column(999), (3, 1));
        assert_eq!(byte_from_line_column(&source.text, 2, 3), 8);
        assert_eq!(byte_from_line_column(&source.text, 9, 9), source.text.len());
    }
}
