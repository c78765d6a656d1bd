//! A text that is said later: which message, with which values.

use std::fmt;

use super::Words;

/// What a reader or an editor is told, not yet in any language. Made with [`text!`](crate::text)
/// where the fault or the fact is seen, said by [`Words::say`] where it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// As it is, in every language: what somebody typed, a path, a name.
    Literal(String),
    /// A message of the catalogue.
    Message {
        /// Its id in `layouts/ord/*/*.ftl`.
        id: &'static str,
        /// Its values by name.
        args: Vec<(&'static str, Arg)>,
    },
    /// Several, joined as a list.
    List(Vec<Text>, Joint),
}

/// How a list is joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// `a, b`
    Comma,
    /// `a, b og c`
    And,
    /// `a, b eller c`
    Or,
}

/// A value in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A text.
    Text(Text),
    /// A number, which also chooses between singular and plural.
    Number(Number),
}

/// A number in a message, written in the form of the message's language. A year, a line number or
/// a page is no number in this sense: give it as [`plain`].
#[derive(Debug, Clone, Copy)]
pub enum Number {
    /// A whole one.
    Whole(i64),
    /// One with decimals, written with as many as it has.
    Decimal(f64),
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Whole(a), Self::Whole(b)) => a == b,
            (Self::Decimal(a), Self::Decimal(b)) => a.total_cmp(b).is_eq(),
            _ => false,
        }
    }
}

impl Eq for Number {}

/// A message of the catalogue with its values: `text!("too-many", n = 3, file = name)`.
#[macro_export]
macro_rules! text {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::words::Text::Message {
            id: $id,
            args: vec![$((stringify!($name), $crate::words::Arg::from($value))),*],
        }
    };
}

/// A value as it is written, such as a year or a line number: `2024`, never `2.024`.
pub fn plain(value: impl fmt::Display) -> Text {
    Text::Literal(value.to_string())
}

impl Text {
    /// A list joined by commas: `a, b`.
    pub fn list<T: Into<Self>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::joined(items, Joint::Comma)
    }

    /// A list: `a, b og c`.
    pub fn all_of<T: Into<Self>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::joined(items, Joint::And)
    }

    /// A choice: `a, b eller c`.
    pub fn one_of<T: Into<Self>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::joined(items, Joint::Or)
    }

    fn joined<T: Into<Self>>(items: impl IntoIterator<Item = T>, joint: Joint) -> Self {
        Self::List(items.into_iter().map(Into::into).collect(), joint)
    }
}

/// As [`Display`](fmt::Display) has it; said in a language before, it is that.
impl serde::Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// In Danish, with the words built into the program. For tests, logs and what has no printer.
impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Literal(text) => f.write_str(text),
            Self::Message { .. } | Self::List(..) => f.write_str(&Words::danish().say(self)),
        }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Literal(text)
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Literal(text.to_owned())
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        Self::Literal(text.clone())
    }
}

impl From<&Text> for Text {
    fn from(text: &Text) -> Self {
        text.clone()
    }
}

impl<T: Into<Text>> From<T> for Arg {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

impl From<Number> for Arg {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

impl From<f64> for Arg {
    fn from(x: f64) -> Self {
        Self::Number(Number::Decimal(x))
    }
}

macro_rules! whole {
    ($($t:ty)+) => {
        $(impl From<$t> for Arg {
            fn from(n: $t) -> Self {
                Self::Number(Number::Whole(i64::try_from(n).unwrap_or(i64::MAX)))
            }
        })+
    };
}
whole!(i32 i64 u16 u32 u64 usize);
