package trace

import "testing"

func TestNotes(t *testing.T) {
	var none *Log
	none.Take(1, Attached, -1, "")
	none.Drop(1, Farther, -1, "")

	var log Log
	log.Drop(3, Accident, 2, "ASSAULT")
	log.Take(5, Attached, 4, "")
	log.Drop(3, Accident, 2, "ASSAULT")
	if notes := log.At(3); len(notes) != 1 || notes[0].By != 2 || !notes[0].Dropped || notes[0].What != "ASSAULT" {
		t.Errorf("the notes at 3 are %v", notes)
	}
	log.Take(3, MayBeMeant, 1, "")
	if notes := log.At(3); len(notes) != 2 || notes[1].Reason != MayBeMeant {
		t.Errorf("a later note is missing: %v", notes)
	}
	if notes := log.At(4); notes != nil {
		t.Errorf("nothing was noted at 4, but %v", notes)
	}
}
