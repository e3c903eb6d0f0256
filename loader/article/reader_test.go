package article

import (
	"context"
	"strings"
	"testing"
)

// readAll reads inputs to the end.
func readAll(t *testing.T, config Config, inputs ...string) (articles []Article, failures []Failure) {
	t.Helper()
	err := New(config).Read(context.Background(), inputs, func(r Result) bool {
		switch {
		case r.Article != nil && r.Failure == nil:
			articles = append(articles, *r.Article)
		case r.Failure != nil && r.Article == nil:
			failures = append(failures, *r.Failure)
		default:
			t.Error("a result is neither an article nor a failure, or both")
		}
		return true
	})
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	return articles, failures
}

// readOne reads an input that holds one article.
func readOne(t *testing.T, input string) Article {
	t.Helper()
	articles, failures := readAll(t, Config{}, input)
	if len(articles) != 1 || len(failures) != 0 {
		t.Fatalf("%s: %d articles, failures %v", input, len(articles), failures)
	}
	return articles[0]
}

func TestPage(t *testing.T) {
	a := readOne(t, "testdata/page.html")
	check(t, a, Article{
		Key:       "https://harbour.example/world/2025/05/strait-talks",
		Title:     "Norlund & Vestria reopen talks on the strait",
		URL:       "https://harbour.example/world/2025/05/strait-talks",
		Canonical: "https://harbour.example/world/2025/05/strait-talks",
		Publisher: "The Harbour Post",
		Language:  "en-GB",
		Published: Date{"2025-05-05T21:30:00-06:00", Metadata},
		Modified:  Date{"2025-05-06T08:00:00Z", Metadata},
		Source:    "testdata/page.html",
	})
	paragraphs := strings.Split(a.Text, "\n\n")
	if len(paragraphs) != 4 {
		t.Fatalf("%d paragraphs: %q", len(paragraphs), paragraphs)
	}
	for i, start := range []string{"Norlund and Vestria will reopen their talks on", "“We never left", "Vestria's delegation", "Fishermen on both"} {
		if !strings.HasPrefix(paragraphs[i], start) {
			t.Errorf("paragraph %d is %q, want it to begin with %q", i, paragraphs[i], start)
		}
	}
}

func TestGiven(t *testing.T) {
	articles, failures := readAll(t, Config{}, "testdata/given.jsonl")
	if len(articles) != 3 || len(failures) != 0 {
		t.Fatalf("%d articles, failures %v", len(articles), failures)
	}
	check(t, articles[0], Article{
		Key: "a1", ID: "a1", Title: "A title in two lines", Text: " Kept\r\nas it is:\u00a0 “é” 🚢 \n",
		URL: "https://harbour.example/a1", Canonical: "https://harbour.example/a1", Publisher: "The Harbour Post",
		Language: "en", Published: Date{"2025-05-05", Given}, Source: "testdata/given.jsonl:1",
	})
	check(t, articles[1], Article{
		Key: "17", ID: "17", Title: "Short page", Text: "One paragraph, in which the minister said that she will go.",
		URL: "HTTPS://Harbour.Example:443/b?gclid=1&id=2#x", Canonical: "https://harbour.example/b?id=2",
		Language: "en", Published: Date{"2025-05", Given}, Source: "testdata/given.jsonl:2",
	})
	check(t, articles[2], Article{
		Key: articles[2].ContentHash, Text: "Neither an id nor anything else is given with this text.",
		Language: "en", Source: "testdata/given.jsonl:4",
	})
}

func TestFeeds(t *testing.T) {
	articles, failures := readAll(t, Config{}, "testdata/rss.xml", "testdata/atom.xml", "testdata/feed.json")
	if len(articles) != 5 {
		t.Fatalf("%d articles, failures %v", len(articles), failures)
	}
	if len(failures) != 1 || failures[0].Source != "testdata/rss.xml[2]" {
		t.Errorf("failures %v, want the entry without text", failures)
	}
	check(t, articles[0], Article{
		Key: "https://wire.example/ferry-fees", Title: "Ferry fees cut by half & more",
		Text: "The harbour council of Kestrel Bay cut the ferry fees by half on Monday.\n\nIt will pay for it from the reserve.",
		URL:  "https://wire.example/ferry-fees?utm_medium=rss#top", Canonical: "https://wire.example/ferry-fees",
		Publisher: "Kestrel Bay Wire", Language: "en", Published: Date{"2025-05-05T23:10:00-05:00", Feed},
		Source: "testdata/rss.xml[1]",
	})
	check(t, articles[1], Article{
		Key: "meets-2", ID: "meets-2", Title: "Council meets again",
		Text:      "The council will meet again on the ninth of June to speak about the fees.",
		Publisher: "Kestrel Bay Wire", Language: "en", Source: "testdata/rss.xml[3]",
	})
	check(t, articles[2], Article{
		Key: "https://radio.example/levy", Title: "Minister denies a new levy",
		Text: "The finance minister denied on Saturday that there will be a new levy on nets.",
		URL:  "https://radio.example/levy", Canonical: "https://radio.example/levy", Publisher: "Norlund Radio", Language: "en",
		Published: Date{"2025-05-31T09:00:00+02:00", Feed}, Modified: Date{"2025-06-01T12:00:00+02:00", Feed},
		Source: "testdata/atom.xml[1]",
	})
	check(t, articles[3], Article{
		Key: "https://notes.example/1", Title: "Fewer boats",
		Text: "Fewer than 5 < 6 boats were seen.\n\nThat is what the pilot said.",
		URL:  "https://notes.example/1", Canonical: "https://notes.example/1", Publisher: "Strait Notes", Language: "en",
		Published: Date{"2025-05-07T10:00:00+02:00", Feed}, Source: "testdata/feed.json[1]",
	})
	check(t, articles[4], Article{
		Key: "2", ID: "2", Text: "The pilot was asked again and gave the same answer to the board.",
		Publisher: "Strait Notes", Language: "en", Source: "testdata/feed.json[2]",
	})
}

func TestAgencyAndSchema(t *testing.T) {
	check(t, readOne(t, "testdata/ninjs.json"), Article{
		Key: "urn:newsml:agency.example:20250505:4711", ID: "urn:newsml:agency.example:20250505:4711",
		Title: "Pilots end their strike", Publisher: "Agency Example", Language: "en",
		Text:      "The pilots of Kestrel Bay ended their strike on Monday.\n\nThey had asked for two more boats.",
		Published: Date{"2025-05-05T13:00:00Z", Given}, Modified: Date{"2025-05-05T14:02:00Z", Given},
		Source: "testdata/ninjs.json",
	})
	articles, failures := readAll(t, Config{}, "testdata/schema.json")
	if len(articles) != 1 || len(failures) != 1 || failures[0].Source != "testdata/schema.json[2]" {
		t.Fatalf("%d articles, failures %v", len(articles), failures)
	}
	check(t, articles[0], Article{
		Key: "https://harbour.example/boats", Title: "Two more boats for the pilots",
		Text: "The council will buy two boats for the pilots.\n\nThe first one is to arrive in the autumn.",
		URL:  "https://harbour.example/boats", Canonical: "https://harbour.example/boats",
		Publisher: "The Harbour Post", Language: "en", Published: Date{"2025-05-09", Given}, Source: "testdata/schema.json[1]",
	})
}

func TestPlainAndMarkdown(t *testing.T) {
	check(t, readOne(t, "testdata/plain.txt"), Article{
		Key: "https://harbour.example/lighthouse", Title: "Lighthouse to be sold", Publisher: "The Harbour Post",
		Text: "The lighthouse of Kestrel Bay is to be sold, the council said on Sunday.\n\nIt had been dark since the spring.\n",
		URL:  "https://harbour.example/lighthouse", Canonical: "https://harbour.example/lighthouse", Language: "en",
		Published: Date{"2025-05-04T18:00:00+02:00", Given}, Source: "testdata/plain.txt",
	})
	a := readOne(t, "testdata/headline.txt")
	check(t, a, Article{
		Key: a.ContentHash, Title: "Lighthouse sold to a painter", Language: "en", Source: "testdata/headline.txt",
		Text: "Lighthouse sold to a painter\n\nThe lighthouse of Kestrel Bay was sold on Friday to a painter from Vestria, who will live in it.\n",
	})
	check(t, readOne(t, "testdata/story.md"), Article{
		Key: "md-1", ID: "md-1", Title: "Nets for the north", Language: "en", Published: Date{"2025-05-03", Given},
		Text: "The fishermen of the north will get new nets, the ministry said.\n\n" +
			"The first are to be sent in June.\n\nThe rest will follow.",
		Source: "testdata/story.md",
	})
	a = readOne(t, "testdata/heading.md")
	check(t, a, Article{
		Key: a.ContentHash, Title: "A heading as title", Text: "The text follows after it, and it is one paragraph.",
		Language: "en", Source: "testdata/heading.md",
	})
	if a := readOne(t, "testdata/german.txt"); a.Language != "de" || a.Title != "" {
		t.Errorf("language %q, title %q; want de and none", a.Language, a.Title)
	}
}

// check compares all fields but those that want leaves empty because they are
// long: text and hash.
func check(t *testing.T, got, want Article) {
	t.Helper()
	if len(got.ContentHash) != 64 {
		t.Errorf("hash %q is no SHA-256", got.ContentHash)
	}
	want.ContentHash = got.ContentHash
	if want.Text == "" {
		want.Text = got.Text
	}
	if got != want {
		t.Errorf("got\n%#v\nwant\n%#v", got, want)
	}
}
