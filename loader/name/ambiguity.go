package name

import (
	"dateline/loader/name/gazetteer"
)

// disambiguate gives names with several listed meanings the one that fits the
// text: that whose full name the text has, else that of the country which the
// text names most by names of one meaning. Georgia is a state in an article on
// American elections, the ICC a court in one on war crimes.
func (r *reading) disambiguate(chosen []candidate) {
	lands, names := map[string]int{}, map[string]bool{}
	meanings := make([][]gazetteer.Entry, len(chosen))
	for i, c := range chosen {
		if c.entry == nil {
			continue
		}
		all := r.gazetteer.Lookup(r.key(c.tokens))
		if len(all) > 1 && !oneCountry(all) {
			meanings[i] = all
			continue
		}
		lands[c.entry.ISO3]++
		if c.size() > 1 {
			names[c.entry.Name] = true
		}
	}
	delete(lands, "")
	for i, all := range meanings {
		if all == nil {
			continue
		}
		best, most := chosen[i].entry, -1
		for k, e := range all {
			n := lands[e.ISO3]
			if names[e.Name] {
				n += len(chosen)
			}
			if usable(*chosen[i].entry, e) && n > most {
				best, most = &all[k], n
			}
		}
		if best.Class != chosen[i].entry.Class {
			chosen[i].kind, chosen[i].form = classKind(best.Class)
		}
		chosen[i].entry = best
	}
}

// oneCountry tells whether all meanings are of one country and class.
func oneCountry(entries []gazetteer.Entry) bool {
	for _, e := range entries[1:] {
		if e.ISO3 != entries[0].ISO3 || e.Class != entries[0].Class {
			return false
		}
	}
	return true
}

// usable tells whether another meaning may take the place of the chosen one:
// another organization, or the region for the country of the same name.
func usable(chosen, other gazetteer.Entry) bool {
	return other.Class == chosen.Class || chosen.Class == gazetteer.Country && other.Class == gazetteer.Region && other.ISO3 != chosen.ISO3 ||
		chosen.Class == gazetteer.Region && other.Class == gazetteer.Country && other.ISO3 != chosen.ISO3
}
