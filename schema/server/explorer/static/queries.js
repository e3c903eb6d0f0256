// The questions that the screens ask. Each fits the server's cost limit.

const DATE = 'date { value precision start end basis text approximate }'

const ITEM = `fragment Item on TimelineItem {
  id kind summary confidence ${DATE}
  participants { role entity { id name kind } }
  corroboration { articles independentSources }
  ... on Statement { text form act stance speakerText speaker { id name } }
  ... on Event { type status score }
  ... on PolicyStage { stage }
  ... on PositionChange { from to }
}`

export const HOME = `query Home {
  stats { articles people countries organizations policies statements events firstDay lastDay }
  people: entities(kinds: [PERSON], first: 12) { nodes { id name kind articleCount } }
  countries: entities(kinds: [COUNTRY], first: 12) { nodes { id name kind articleCount } }
  organizations: entities(kinds: [ORGANIZATION], first: 12) { nodes { id name kind articleCount } }
  policies: entities(kinds: [POLICY], first: 12) { nodes { id name kind articleCount } }
  articles(first: 1) { nodes { publishedAt { end } } }
}`

export const NEWEST = `query Newest($filter: TimelineFilter) {
  timeline(filter: $filter, first: 8) { nodes { ...Item } }
}
${ITEM}`

export const SEARCH = `query Search($text: String!, $prefix: String!) {
  entities(namePrefix: $prefix, first: 8) { totalCount nodes { id name kind articleCount } }
  search(text: $text, first: 30) {
    edges {
      highlight
      node {
        __typename
        ... on Entity { id name kind articleCount }
        ... on TimelineItem { id summary ${DATE} participants { entity { id } } }
        ... on Statement { speakerText speaker { id name } }
        ... on Article { id title publisher }
      }
    }
    pageInfo { hasNextPage }
  }
}`

export const ENTITIES = `query Entities($prefix: String!) {
  entities(namePrefix: $prefix, first: 8) { nodes { id name kind articleCount } }
}`

export const NAMES = `query Names($ids: [ID!]!) { nodes(ids: $ids) { id ... on Entity { name kind } } }`

const ROLE = 'title holder { id name } of { id name } from { value start } to { value end }'
const POSITION = `stance since { value basis precision approximate } statementCount statement { id text }`

/** What an entity says, and what is said about it. */
export const SAYINGS = `query Sayings($entity: [ID!]!) {
  by: statements(filter: {speaker: $entity}, first: 5) { totalCount nodes { ...Item } }
  about: statements(filter: {about: $entity}, first: 5) { totalCount nodes { ...Item } }
}
${ITEM}`

export const ENTITY = `query Entity($key: ID!) {
  entity(key: $key) {
    id name aliases kind wikidataId articleCount
    related(first: 12) { edges { sharedItems node { id name kind } } }
    ... on Person { roles { ${ROLE} } held: positions(first: 50) { nodes { policy { id name } ${POSITION} } pageInfo { hasNextPage } } }
    ... on Country { iso2 iso3 officeHolders { ${ROLE} } }
    ... on Organization { country { id name } sector }
    ... on Policy {
      proposers { id name } targets { id name }
      stage { id stage ${DATE} }
      history(first: 100) { totalCount nodes { ...Item } }
      stands: positions(first: 100) { nodes { actor { id name kind } ${POSITION} } pageInfo { hasNextPage } }
    }
  }
}
${ITEM}`

export const CHANGES = `query Changes($entity: ID!) {
  timeline(filter: {entities: [$entity], kinds: [POSITION_CHANGE]}, first: 50, order: ASC) {
    nodes { ...Item ... on PositionChange { actor { id name } policy { id name } before { text ${DATE} } after { text ${DATE} } } }
  }
}
${ITEM}`

export const TIMELINE = `query Timeline($filter: TimelineFilter, $first: Int = 200, $after: String, $order: TimeOrder = DESC) {
  timeline(filter: $filter, first: $first, after: $after, order: $order) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { ...Item }
  }
}
${ITEM}`

export const HISTOGRAM = `query Histogram($filter: TimelineFilter, $interval: Interval!, $split: HistogramSplit = NONE) {
  histogram(filter: $filter, interval: $interval, splitBy: $split) { start series count possible meanScore }
}`

export const EVIDENCE = `query Evidence($id: ID!) {
  node(id: $id) {
    ...Item
    ... on PositionChange {
      before { id text ${DATE} evidence(first: 1) { sentence article { id title } } }
      after { id text ${DATE} evidence(first: 1) { sentence article { id title } } }
    }
    ... on TimelineItem {
      corroboration { articles independentSources firstReported { value } lastReported { value } }
      evidence(first: 20) {
        start end quote sentence extractor confidence
        article { id title publisher url publishedAt { value } text copies { id title publisher } }
      }
    }
  }
}
${ITEM}`

export const ARTICLE = `query Article($key: ID!) {
  article(key: $key) {
    id title url publisher language text loadedAt publishedAt { value }
    mentions { start end text entity { id name kind } candidates { id name } }
    dates { start end date { value precision start basis approximate } }
    copies { id title publisher publishedAt { value } }
    timeline(first: 200, filter: {eventStatuses: [OCCURRED, ONGOING, PLANNED, HYPOTHETICAL, NEGATED]}) {
      totalCount
      nodes { ...Item evidence(first: 20) { start end article { id } } }
    }
  }
}
${ITEM}`

export const RELATIONSHIP = `query Relationship($a: ID!, $b: ID!, $filter: TimelineFilter) {
  relationship(a: $a, b: $b, filter: $filter) {
    a { id name kind } b { id name kind } summary
    firstSeen { value basis precision approximate start } lastSeen { value basis precision approximate start }
    timeline(first: 1, filter: $filter) { totalCount }
    links { kind type count from { id name } to { id name } first { value start } last { value start } evidence { sentence article { id title } start } }
    roles { ${ROLE} }
  }
  paths(from: $a, to: $b, filter: $filter) {
    length
    steps { from { id name } to { id name } via { ...Item evidence(first: 1) { sentence start end quote article { id title publisher } } } }
  }
}
${ITEM}`

export const RELATED = `query Related($key: ID!, $first: Int = 200, $after: String, $filter: TimelineFilter) {
  entity(key: $key) {
    id name kind articleCount
    related(first: $first, after: $after, filter: $filter) {
      edges { sharedItems node { id name kind } first { value } last { value } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`

/** How many names the graph of each of those around an entity has. */
export const AROUND = `query Around($key: ID!, $filter: TimelineFilter) {
  entity(key: $key) {
    related(first: 40, filter: $filter) {
      edges { node { id related(first: 100, filter: $filter) { edges { sharedItems } pageInfo { hasNextPage } } } }
    }
  }
}`

export const LIVE = `subscription Live($filter: TimelineFilter) { timelineItemAdded(filter: $filter) { id summary } }`
