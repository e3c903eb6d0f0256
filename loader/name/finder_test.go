package name

import (
	"strings"
	"testing"

	"dateline/loader/language"
)

// found writes the mentions of a text one by one, for comparison.
func found(t *testing.T, text string) string {
	t.Helper()
	engine, err := language.New(language.Config{})
	if err != nil {
		t.Fatal(err)
	}
	finder, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range finder.Find(engine.Analyze(text)) {
		out = append(out, m.Text+" "+string(m.Kind))
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	for _, test := range []struct{ about, text, want string }{
		{"title and country before a name",
			"Kenyan President Wanjiru Otieno flew to Canberra.",
			"Kenyan group; Wanjiru Otieno person; Canberra place"},
		{"office of a country before a name",
			"President of Peru Valentina Quispe spoke first.",
			"Peru country; Valentina Quispe person"},
		{"a country and its public body",
			"The Libyan House of Representatives met in Tobruk.",
			"Libyan House of Representatives organization; Tobruk place"},
		{"a capital that acts and one that is a place",
			"Moscow rejected the offer. Thousands marched in Moscow.",
			"Moscow country; Moscow place"},
		{"an acronym after its long form",
			"The Pan-Asian Water Authority (PAWA) issued a warning. PAWA has nine members.",
			"Pan-Asian Water Authority organization; PAWA organization; PAWA organization"},
		{"products and weekdays are no names",
			"On Tuesday Samsung showed a rival of the iPad.",
			"Samsung organization"},
		{"possessives are cut",
			"Norway's Jonas Lindqvist praised Ericsson's plan.",
			"Norway country; Jonas Lindqvist person; Ericsson organization"},
		{"a surname is remembered",
			"Tendai Ruzvidzo, who leads the union, resigned. Ruzvidzo gave no reason.",
			"Tendai Ruzvidzo person; Ruzvidzo person"},
		{"surnames of two people",
			"Maria Koskinen and Jonas Lindqvist were jailed. The case revolved around Koskinen and Lindqvist's convictions.",
			"Maria Koskinen person; Jonas Lindqvist person; Koskinen person; Lindqvist person"},
		{"a headline all in capitals",
			"KOSKINEN REJECTS TURKISH OFFER\n\nMaria Koskinen will not go to Turkey.",
			"KOSKINEN person; TURKISH group; Maria Koskinen person; Turkey country"},
		{"company and title before a name",
			"Nokia CEO Maria Koskinen will retire.",
			"Nokia organization; Maria Koskinen person"},
	} {
		t.Run(test.about, func(t *testing.T) {
			if got := found(t, test.text); got != test.want {
				t.Errorf("found %s\n want %s", got, test.want)
			}
		})
	}
}

func TestMentionTellsWhatItsTitleSays(t *testing.T) {
	engine, err := language.New(language.Config{})
	if err != nil {
		t.Fatal(err)
	}
	finder, err := New()
	if err != nil {
		t.Fatal(err)
	}
	doc := engine.Analyze("Spokeswoman Alex Dubois met Foreign Minister Hiroshi Tanabe of Japan.")
	mentions := finder.Find(doc)
	if len(mentions) != 3 {
		t.Fatalf("found %d mentions, want 3: %v", len(mentions), mentions)
	}
	if m := mentions[0]; !m.Female || doc.RangeText(m.Title) != "Spokeswoman" {
		t.Errorf("first: female %v, title %q", m.Female, doc.RangeText(m.Title))
	}
	if m := mentions[1]; !m.Male || doc.RangeText(m.Title) != "Foreign Minister" {
		t.Errorf("second: male %v, title %q", m.Male, doc.RangeText(m.Title))
	}
	if m := mentions[2]; m.ISO3 != "JPN" || m.Kind != Country {
		t.Errorf("third: %s %s", m.ISO3, m.Kind)
	}
}
