//! RON text → tokens. Never fails and never recurses: what is no RON is a token too.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum TokenKind {
    /// `(`, `[` or `{`.
    Open(u8),
    /// `)`, `]` or `}`.
    Close(u8),
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `=`, which RON does not know but people write for `:`.
    Equals,
    /// A string or character literal.
    Quoted,
    /// A literal whose closing quotation mark is missing.
    UnclosedQuote,
    /// A block comment without its end.
    UnclosedComment,
    /// A name, a number, or any other run of characters.
    Word,
}

/// A token and its bytes.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub kind: TokenKind,
    pub span: Range<usize>,
}

/// Where a string without a closing quotation mark ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum QuotesEnd {
    /// At the next quotation mark, wherever it is: what RON says.
    Anywhere,
    /// At the end of its line at the latest: what people mean when they forgot one.
    OnTheirLine,
}

/// All tokens of `text[range]`, comments and white space left out.
pub(super) fn tokens(text: &str, range: Range<usize>, quotes: QuotesEnd) -> Vec<Token> {
    let text = text.get(..range.end).unwrap_or(text);
    let mut lexer = Lexer {
        bytes: text.as_bytes(),
        at: range.start,
        quotes,
    };
    let mut tokens = Vec::new();
    while let Some(token) = lexer.next_token() {
        tokens.push(token);
    }
    tokens
}

struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
    quotes: QuotesEnd,
}

impl Lexer<'_> {
    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn next_token(&mut self) -> Option<Token> {
        if let Some(unclosed) = self.skip_blank() {
            return Some(unclosed);
        }
        let start = self.at;
        let kind = match self.peek(0)? {
            open @ (b'(' | b'[' | b'{') => self.single(TokenKind::Open(open)),
            close @ (b')' | b']' | b'}') => self.single(TokenKind::Close(close)),
            b',' => self.single(TokenKind::Comma),
            b':' => self.single(TokenKind::Colon),
            b'=' => self.single(TokenKind::Equals),
            b'"' => self.string(),
            b'\'' if self.char_length().is_some() => {
                self.at += self.char_length().unwrap_or(1);
                TokenKind::Quoted
            }
            b'r' if self.raw_hashes().is_some() => self.raw_string(),
            _ => self.word(),
        };
        Some(Token {
            kind,
            span: start..self.at,
        })
    }

    fn single(&mut self, kind: TokenKind) -> TokenKind {
        self.at += 1;
        kind
    }

    /// Skip white space and comments; a block comment that never ends is a token.
    fn skip_blank(&mut self) -> Option<Token> {
        loop {
            match (self.peek(0)?, self.peek(1)) {
                (b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c, _) => self.at += 1,
                (b'/', Some(b'/')) => {
                    let rest = &self.bytes[self.at..];
                    self.at += rest
                        .iter()
                        .position(|&byte| byte == b'\n')
                        .unwrap_or(rest.len());
                }
                (b'/', Some(b'*')) => {
                    let start = self.at;
                    if !self.skip_block_comment() {
                        let span = start..self.at;
                        return Some(Token {
                            kind: TokenKind::UnclosedComment,
                            span,
                        });
                    }
                }
                _ => return None,
            }
        }
    }

    /// Skip a block comment, which may hold others; `false` if it never ends.
    fn skip_block_comment(&mut self) -> bool {
        let mut depth = 0_usize;
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some(b'/'), Some(b'*')) => {
                    depth += 1;
                    self.at += 2;
                }
                (Some(b'*'), Some(b'/')) => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return true;
                    }
                }
                (Some(_), _) => self.at += 1,
                (None, _) => return false,
            }
        }
    }

    fn string(&mut self) -> TokenKind {
        self.at += 1;
        while let Some(byte) = self.peek(0) {
            match byte {
                b'"' => return self.single(TokenKind::Quoted),
                b'\\' => self.at = (self.at + 2).min(self.bytes.len()),
                b'\n' if self.quotes == QuotesEnd::OnTheirLine => {
                    self.give_back_line_end();
                    return TokenKind::UnclosedQuote;
                }
                _ => self.at += 1,
            }
        }
        TokenKind::UnclosedQuote
    }

    /// After a string that ran to the line's end: leave the comma or bracket there to the list.
    fn give_back_line_end(&mut self) {
        let blank_or_comma = |byte: u8| matches!(byte, b' ' | b'\t' | b'\r' | b',');
        while self.at > 1 && blank_or_comma(self.bytes[self.at - 1]) {
            self.at -= 1;
        }
    }

    /// The length in bytes of the character literal here, if it is one.
    fn char_length(&self) -> Option<usize> {
        if self.peek(1)? == b'\\' {
            let rest = self
                .bytes
                .get(self.at + 3..(self.at + 14).min(self.bytes.len()))?;
            return Some(rest.iter().position(|&byte| byte == b'\'')? + 4);
        }
        let first = self.peek(1)?;
        let length = match first {
            0xf0.. => 4,
            0xe0.. => 3,
            0xc0.. => 2,
            _ => 1,
        };
        (self.peek(1 + length)? == b'\'').then_some(length + 2)
    }

    /// How many `#` stand between the `r` here and its quotation mark, if it begins a raw string.
    fn raw_hashes(&self) -> Option<usize> {
        let rest = self.bytes.get(self.at + 1..)?;
        let num_hashes = rest.iter().position(|&byte| byte != b'#')?;
        (rest[num_hashes] == b'"').then_some(num_hashes)
    }

    fn raw_string(&mut self) -> TokenKind {
        let num_hashes = self.raw_hashes().unwrap_or_default();
        self.at += num_hashes + 2;
        while let Some(byte) = self.peek(0) {
            self.at += 1;
            let hashes = self.bytes[self.at..].iter().take(num_hashes);
            let closes = byte == b'"' && hashes.clone().count() == num_hashes;
            if closes && hashes.copied().all(|byte| byte == b'#') {
                self.at += num_hashes;
                return TokenKind::Quoted;
            }
        }
        TokenKind::UnclosedQuote
    }

    /// A run of characters up to a blank or a sign of RON.
    ///
    /// A colon between digits belongs to the word: a time of day without quotation marks.
    fn word(&mut self) -> TokenKind {
        let start = self.at;
        let starts_with_digit = self.bytes[start].is_ascii_digit();
        while let Some(byte) = self.peek(0) {
            let next = self.peek(1);
            let ends = match byte {
                b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => true,
                b'(' | b')' | b'[' | b']' | b'{' | b'}' | b',' | b'"' | b'=' => true,
                b':' => !starts_with_digit || !next.is_some_and(|byte| byte.is_ascii_digit()),
                b'/' => matches!(next, Some(b'/' | b'*')),
                _ => false,
            };
            if ends && self.at > start {
                break;
            }
            self.at += 1;
        }
        TokenKind::Word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(TokenKind, &str)> {
        let tokens = tokens(text, 0..text.len(), QuotesEnd::Anywhere);
        tokens
            .iter()
            .map(|token| (token.kind, &text[token.span.clone()]))
            .collect()
    }

    #[test]
    fn comments_and_literals() {
        use TokenKind::*;
        let text = "a: /* x /* y */ \" */ \"q\\\"(\", // )\n r#\"a\"b\"# 'ə' '\\''";
        let expected = [
            (Word, "a"),
            (Colon, ":"),
            (Quoted, "\"q\\\"(\""),
            (Comma, ","),
            (Quoted, "r#\"a\"b\"#"),
            (Quoted, "'ə'"),
            (Quoted, "'\\''"),
        ];
        assert_eq!(words(text), expected);
    }

    #[test]
    fn times_without_quotes_are_one_word() {
        let text = "date: 1920-04-26T19:00/1920-04-27,";
        assert_eq!(words(text)[2].1, "1920-04-26T19:00/1920-04-27");
    }

    #[test]
    fn what_never_ends_is_a_token() {
        assert_eq!(
            words("/* /* */").pop().unwrap().0,
            TokenKind::UnclosedComment
        );
        for text in ["\"abc", "r##\"abc\"#", "\"abc\\"] {
            assert_eq!(words(text), [(TokenKind::UnclosedQuote, text)]);
        }
    }

    #[test]
    fn a_forgotten_quotation_mark_can_end_with_its_line() {
        let text = "a: \"x,\nb: \"y\"";
        let tokens = tokens(text, 0..text.len(), QuotesEnd::OnTheirLine);
        assert_eq!(tokens[2].kind, TokenKind::UnclosedQuote);
        assert_eq!(&text[tokens[2].span.clone()], "\"x");
        assert_eq!(tokens.last().unwrap().kind, TokenKind::Quoted);
    }
}
