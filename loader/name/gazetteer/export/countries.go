package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

const countriesHead = `Countries: alpha-3, alpha-2, English names, the first the usual one, separated by |.
Written by export from the npm packages i18n-iso-countries 7.14.0 (MIT, (c) 2014 Michael Wittig) and
cldr-localenames-full 48.2.0 (Unicode License V3, (c) 1991-2025 Unicode, Inc.). Dissolved states stand in names.tsv.`

// exportCountries joins ISO's codes with the names that both packages have.
func exportCountries(from, to string) error {
	var codes [][]string
	var iso struct {
		Countries map[string]any `json:"countries"`
	}
	var cldr struct {
		Main struct {
			En struct {
				LocaleDisplayNames struct {
					Territories map[string]string `json:"territories"`
				} `json:"localeDisplayNames"`
			} `json:"en"`
		} `json:"main"`
	}
	for file, value := range map[string]any{
		"i18n-iso-countries/codes.json":                  &codes,
		"i18n-iso-countries/langs/en.json":               &iso,
		"cldr-localenames-full/main/en/territories.json": &cldr,
	} {
		data, err := os.ReadFile(filepath.Join(from, file))
		if err == nil {
			err = json.Unmarshal(data, value)
		}
		if err != nil {
			return fmt.Errorf("reading %s: %w", file, err)
		}
	}
	territories := cldr.Main.En.LocaleDisplayNames.Territories
	var rows []string
	for _, code := range codes {
		iso2, iso3 := code[0], code[1]
		if iso2 == "XK" {
			iso3 = "XKX"
		}
		names := []string{territories[iso2], territories[iso2+"-alt-short"], territories[iso2+"-alt-variant"]}
		switch value := iso.Countries[iso2].(type) {
		case string:
			names = append(names, value)
		case []any:
			for _, v := range value {
				names = append(names, fmt.Sprint(v))
			}
		}
		rows = append(rows, iso3+"\t"+iso2+"\t"+strings.Join(distinct(names), "|"))
	}
	return write(filepath.Join(to, "countries.tsv"), countriesHead, rows)
}

// distinct keeps the first of equal names and leaves out what no text writes:
// the empty, and those with a comma or brackets.
func distinct(names []string) []string {
	var kept []string
	seen := map[string]bool{}
	for _, n := range names {
		n = strings.TrimPrefix(n, "The ")
		if n == "" || strings.ContainsAny(n, ",()[]") || seen[n] {
			continue
		}
		seen[n] = true
		kept = append(kept, n, strings.ReplaceAll(n, "&", "and"))
		seen[strings.ReplaceAll(n, "&", "and")] = true
		if kept[len(kept)-1] == kept[len(kept)-2] {
			kept = kept[:len(kept)-1]
		}
	}
	return kept
}
