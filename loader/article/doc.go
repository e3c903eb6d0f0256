// Package article turns bytes, pages and feeds into articles: text, title,
// publisher, language and publication date. It must not know what an article
// is read for: no stage after it, no store, no command.
//
// A Reader goes through its inputs in order and holds no more than one line,
// document or page at a time. Strangers' bytes enter here, so every size is
// limited by Config, third-party parsers cannot take the process down, and
// bad input costs itself only: it is yielded as a Failure that says what is
// wrong, where, and what to do.
//
// # Formats
//
// Each may also be compressed (.gz). The suffix decides, the content corrects
// it where it is clear, and decides alone where there is no known suffix.
//
//   - .jsonl, .ndjson and standard input: one object a line. The text is kept
//     code point for code point.
//   - .json: an object, an array of objects, or several objects one after the
//     other.
//   - An object is the contract's own article (`text` or `html`), a schema.org
//     article (also inside `@graph`), an IPTC ninjs item, or a JSON Feed.
//   - .xml, .rss, .atom: RSS and Atom. An entry is an article as far as the
//     feed holds it; its link is not followed.
//   - .html, .htm: a page. Metadata from JSON-LD and OpenGraph first.
//   - .txt: the whole file is the text, so that offsets are those of the file
//     (line ends are written as one newline, a byte order mark goes). Metadata
//     may stand at the top, as lines of `key: value` between two lines of
//     `---`, or as such lines with known keys before the first empty line;
//     they are not part of the text. Without a title there, the first line is
//     the title too if it is short, ends like no sentence and is followed by
//     something longer; it stays in the text.
//   - .md: the same metadata, then Markdown, of which the words are the text.
//     A heading of the first level at the beginning is the title and leaves
//     the text.
package article
