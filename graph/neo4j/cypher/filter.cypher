// Conditions that are added to a source. On an item i:

//: takes part
AND EXISTS { (i)-[p:INVOLVES]->() WHERE p.entity IN $$IDS }

//: takes part directly
AND EXISTS { (i)-[p:INVOLVES]->() WHERE p.entity IN $$IDS AND p.direct }

//: takes part in role
AND EXISTS { (i)-[p:INVOLVES]->() WHERE p.entity IN $$IDS AND any(r IN $$ROLES WHERE r IN p.roles) }

//: kinds
AND i.kind IN $kinds

//: possible
AND i.first <= $to AND i.last >= $from

//: certain
AND i.first >= $from AND i.last <= $to

// The bounds of the key see to the first day of what may or must lie within.

//: possible by key
AND $$LAST >= $from

//: certain by key
AND $$LAST <= $to

//: bases
AND i.basis IN $bases

//: precision
AND i.width <= $width

//: interval
AND (i.interval OR i.width = 0)

//: statuses
AND (i.status = '' OR i.status IN $statuses)

//: event types
AND i.kind = 'EVENT' AND i.type IN $types

//: statements
AND i.kind = 'STATEMENT'

//: forms
AND i.form IN $forms

//: acts
AND i.type IN $acts

//: stances
AND i.stance IN $stances

//: confidence
AND i.confidence >= $confidence

//: sources
AND i.sources >= $sources

//: text
AND all(term IN $terms WHERE ' ' + i.words + ' ' CONTAINS term)

//: reported by
AND EXISTS { (i)<-[:REPORTS]-(:Article {id: $article}) }

// On an article a:

//: article mentions
AND EXISTS { (a)-[o:MENTIONS]->() WHERE o.entity = $$ID }

//: publishers
AND a.publisher IN $publishers

//: languages
AND a.language IN $languages

//: published from
AND a.last >= $from

//: published to
AND a.first <= $to

//: article text
AND all(term IN $terms WHERE ' ' + a.titleWords + ' ' CONTAINS term OR ' ' + a.words + ' ' CONTAINS term)
