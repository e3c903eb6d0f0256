CREATE CONSTRAINT dateline_node IF NOT EXISTS FOR (n:DatelineNode) REQUIRE n.id IS UNIQUE;
UNWIND [
{id: 'article:1', p: {name: 'Hale floats patrols', key: 'key-1', url: 'https://news.example/1', publisher: 'Daily One', language: 'en', date: '2025-05-01', start: date('2025-05-01'), end: date('2025-05-01'), precision: 'DAY', basis: 'EXPLICIT'}},
{id: 'article:2', p: {name: 'Reyes refuses', key: 'key-2', url: 'https://news.example/2', publisher: 'Daily Two', language: 'en', date: '2025-05-03', start: date('2025-05-03'), end: date('2025-05-03'), precision: 'DAY', basis: 'EXPLICIT'}},
{id: 'article:3', p: {name: 'Reyes refuses', key: 'key-3', url: 'https://news.example/3', publisher: 'Wire Three', language: 'en', date: '2025-05-03', start: date('2025-05-03'), end: date('2025-05-03'), precision: 'DAY', basis: 'EXPLICIT'}},
{id: 'article:4', p: {name: 'Reyes agrees', key: 'key-4', url: 'https://news.example/4', publisher: 'Daily One', language: 'en', date: '2025-06-10', start: date('2025-06-10'), end: date('2025-06-10'), precision: 'DAY', basis: 'EXPLICIT'}},
{id: 'article:5', p: {name: 'Union marches', key: 'key-5', url: 'https://news.example/5', publisher: 'Daily Two', language: 'en', date: '2025-06-12', start: date('2025-06-12'), end: date('2025-06-12'), precision: 'DAY', basis: 'EXPLICIT'}},
{id: 'article:6', p: {name: 'Vega thanks', key: 'key-6', url: 'https://news.example/6', language: 'en'}}
] AS row
MERGE (n:DatelineNode {id: row.id}) SET n:Article, n += row.p;
UNWIND [
{id: 'country:MEX', p: {name: 'Mexico', iso2: 'MX', iso3: 'MEX', articles: 4}},
{id: 'country:USA', p: {name: 'United States', aliases: 'USA', iso2: 'US', iso3: 'USA', articles: 2}}
] AS row
MERGE (n:DatelineNode {id: row.id}) SET n:Country, n += row.p;
UNWIND [
{id: 'event:call', p: {name: 'told Tom Hale by telephone on Friday', type: 'CONSULT', mode: 'phone', status: 'OCCURRED', text: 'told Tom Hale by telephone', confidence: 0.8, articles: 2, sources: 1, date: '2025-05-02', start: date('2025-05-02'), end: date('2025-05-02'), precision: 'DAY', basis: 'EXPLICIT'}},
{id: 'event:protests', p: {name: 'The Border Union marched against the government in the spring', type: 'PROTEST', status: 'OCCURRED', text: 'The Border Union marched', confidence: 0.75, articles: 1, sources: 1, date: '2025-21', start: date('2025-03-01'), end: date('2025-05-31'), precision: 'SEASON', basis: 'EXPLICIT'}},
{id: 'event:raid', p: {name: 'There was no raid on Monday', type: 'ASSAULT', status: 'NEGATED', text: 'no raid', confidence: 0.5, articles: 1, sources: 1, date: '2025-06-09', start: date('2025-06-09'), end: date('2025-06-09'), precision: 'DAY', basis: 'EXPLICIT'}},
{id: 'event:signing', p: {name: 'Both countries will sign in June', type: 'AGREE', mode: 'sign', status: 'PLANNED', text: 'Both countries will sign', confidence: 0.6, articles: 1, sources: 1, date: '2025-06', start: date('2025-06-01'), end: date('2025-06-30'), precision: 'MONTH', basis: 'EXPLICIT'}}
] AS row
MERGE (n:DatelineNode {id: row.id}) SET n:Event, n += row.p;
UNWIND [
{id: 'organization:border-union', p: {name: 'Border Union', articles: 2}}
] AS row
MERGE (n:DatelineNode {id: row.id}) SET n:Organization, n += row.p;
UNWIND [
{id: 'person:ana-reyes', p: {name: 'Ana Reyes', aliases: 'Reyes', articles: 4}},
{id: 'person:luis-vega', p: {name: 'Luís Vega', articles: 2}},
{id: 'person:tom-hale', p: {name: 'Tom Hale', aliases: 'Hale', articles: 3}}
] AS row
MERGE (n:DatelineNode {id: row.id}) SET n:Person, n += row.p;
UNWIND [
{id: 'policy:joint-patrols', p: {name: 'joint patrols', articles: 3}}
] AS row
MERGE (n:DatelineNode {id: row.id}) SET n:Policy, n += row.p;
UNWIND [
{id: 'stage:proposed', p: {name: 'He put joint patrols forward', type: 'PROPOSED', text: 'He put joint patrols forward', confidence: 0.7, articles: 1, sources: 1, date: '2025-05-01', start: date('2025-05-01'), end: date('2025-05-01'), precision: 'DAY', basis: 'EXPLICIT'}}
] AS row
MERGE (n:DatelineNode {id: row.id}) SET n:PolicyStage, n += row.p;
UNWIND [
{id: 'position:be457ea809b2f420b22c', p: {name: 'OPPOSE → SUPPORT: she now backs patrols', stance: 'SUPPORT', stance_before: 'OPPOSE', confidence: 0.85, articles: 1, sources: 1, date: '2025-06-10', start: date('2025-06-10'), end: date('2025-06-10'), precision: 'DAY', basis: 'EXPLICIT'}}
] AS row
MERGE (n:DatelineNode {id: row.id}) SET n:PositionChange, n += row.p;
UNWIND [
{id: 'role:hale-president-usa', p: {name: 'president', date: '2025-05-01/2025-05-03', start: date('2025-05-01'), end: date('2025-05-03'), precision: 'INTERVAL'}},
{id: 'role:reyes-president-mex', p: {name: 'president', date: '2025-05-03/2025-06-10', start: date('2025-05-03'), end: date('2025-06-10'), precision: 'INTERVAL'}}
] AS row
MERGE (n:DatelineNode {id: row.id}) SET n:Role, n += row.p;
UNWIND [
{id: 'statement:complaint', p: {name: 'The Union blames Luís Vega', type: 'ACCUSE', form: 'MIXED', stance: 'UNKNOWN', text: 'The Union blames Luís Vega', confidence: 0.55, articles: 1, sources: 1, date: '2025-06-12~', start: date('2025-06-12'), end: date('2025-06-12'), precision: 'DAY', basis: 'PUBLICATION'}},
{id: 'statement:consent', p: {name: 'she now backs patrols', type: 'ACCEPT', form: 'INDIRECT', stance: 'SUPPORT', text: 'she now backs patrols', confidence: 0.85, articles: 1, sources: 1, date: '2025-06-10', start: date('2025-06-10'), end: date('2025-06-10'), precision: 'DAY', basis: 'EXPLICIT'}},
{id: 'statement:proposal', p: {name: 'We should patrol together', type: 'PROPOSE', form: 'DIRECT', stance: 'SUPPORT', text: 'We should patrol together', confidence: 0.9, articles: 1, sources: 1, date: '2025-05-01', start: date('2025-05-01'), end: date('2025-05-01'), precision: 'DAY', basis: 'EXPLICIT'}},
{id: 'statement:refusal', p: {name: 'Never on our soil', type: 'REJECT', form: 'DIRECT', stance: 'OPPOSE', text: 'Never on our soil', confidence: 0.95, articles: 2, sources: 1, date: '2025-05-03', start: date('2025-05-03'), end: date('2025-05-03'), precision: 'DAY', basis: 'EXPLICIT'}},
{id: 'statement:thanks', p: {name: 'thanked the Border Union of Mexico', type: 'PRAISE', form: 'INDIRECT', stance: 'UNKNOWN', text: 'thanked the Border Union', confidence: 0.4, articles: 1, sources: 1}}
] AS row
MERGE (n:DatelineNode {id: row.id}) SET n:Statement, n += row.p;
UNWIND [
{a: 'statement:complaint', b: 'person:ana-reyes', k: '', p: {date: '2025-06-12~', start: date('2025-06-12'), end: date('2025-06-12'), precision: 'DAY', basis: 'PUBLICATION'}},
{a: 'statement:complaint', b: 'person:luis-vega', k: '', p: {date: '2025-06-12~', start: date('2025-06-12'), end: date('2025-06-12'), precision: 'DAY', basis: 'PUBLICATION'}},
{a: 'statement:proposal', b: 'country:MEX', k: '', p: {date: '2025-05-01', start: date('2025-05-01'), end: date('2025-05-01'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'statement:thanks', b: 'country:MEX', k: '', p: {}},
{a: 'statement:thanks', b: 'organization:border-union', k: '', p: {}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:ABOUT {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'person:ana-reyes', b: 'event:call', k: '', p: {date: '2025-05-02', start: date('2025-05-02'), end: date('2025-05-02'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'person:tom-hale', b: 'event:call', k: '', p: {date: '2025-05-02', start: date('2025-05-02'), end: date('2025-05-02'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'organization:border-union', b: 'event:protests', k: '', p: {date: '2025-21', start: date('2025-03-01'), end: date('2025-05-31'), precision: 'SEASON', basis: 'EXPLICIT'}},
{a: 'country:USA', b: 'event:raid', k: '', p: {date: '2025-06-09', start: date('2025-06-09'), end: date('2025-06-09'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'country:MEX', b: 'event:signing', k: '', p: {date: '2025-06', start: date('2025-06-01'), end: date('2025-06-30'), precision: 'MONTH', basis: 'EXPLICIT'}},
{a: 'country:USA', b: 'event:signing', k: '', p: {date: '2025-06', start: date('2025-06-01'), end: date('2025-06-30'), precision: 'MONTH', basis: 'EXPLICIT'}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:ACTS_IN {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'statement:proposal', b: 'person:ana-reyes', k: '', p: {date: '2025-05-01', start: date('2025-05-01'), end: date('2025-05-01'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'statement:refusal', b: 'person:tom-hale', k: '', p: {date: '2025-05-03', start: date('2025-05-03'), end: date('2025-05-03'), precision: 'DAY', basis: 'EXPLICIT'}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:ADDRESSES {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'position:be457ea809b2f420b22c', b: 'statement:consent', k: '', p: {date: '2025-06-10', start: date('2025-06-10'), end: date('2025-06-10'), precision: 'DAY', basis: 'EXPLICIT'}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:AFTER {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'policy:joint-patrols', b: 'country:MEX', k: '', p: {}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:AIMS_AT {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'position:be457ea809b2f420b22c', b: 'statement:refusal', k: '', p: {date: '2025-06-10', start: date('2025-06-10'), end: date('2025-06-10'), precision: 'DAY', basis: 'EXPLICIT'}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:BEFORE {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'organization:border-union', b: 'country:MEX', k: '', p: {}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:BELONGS_TO {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'person:ana-reyes', b: 'position:be457ea809b2f420b22c', k: '', p: {date: '2025-06-10', start: date('2025-06-10'), end: date('2025-06-10'), precision: 'DAY', basis: 'EXPLICIT'}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:CHANGES {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'person:tom-hale', b: 'role:hale-president-usa', k: '', p: {date: '2025-05-01/2025-05-03', start: date('2025-05-01'), end: date('2025-05-03'), precision: 'INTERVAL'}},
{a: 'person:ana-reyes', b: 'role:reyes-president-mex', k: '', p: {date: '2025-05-03/2025-06-10', start: date('2025-05-03'), end: date('2025-06-10'), precision: 'INTERVAL'}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:HOLDS {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'person:tom-hale', b: 'stage:proposed', k: '', p: {date: '2025-05-01', start: date('2025-05-01'), end: date('2025-05-01'), precision: 'DAY', basis: 'EXPLICIT'}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:MOVES {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'role:hale-president-usa', b: 'country:USA', k: '', p: {date: '2025-05-01/2025-05-03', start: date('2025-05-01'), end: date('2025-05-03'), precision: 'INTERVAL'}},
{a: 'role:reyes-president-mex', b: 'country:MEX', k: '', p: {date: '2025-05-03/2025-06-10', start: date('2025-05-03'), end: date('2025-06-10'), precision: 'INTERVAL'}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:OF {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'position:be457ea809b2f420b22c', b: 'policy:joint-patrols', k: '', p: {date: '2025-06-10', start: date('2025-06-10'), end: date('2025-06-10'), precision: 'DAY', basis: 'EXPLICIT'}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:ON {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'statement:consent', b: 'country:MEX', k: '', p: {date: '2025-06-10', start: date('2025-06-10'), end: date('2025-06-10'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'statement:proposal', b: 'country:USA', k: '', p: {date: '2025-05-01', start: date('2025-05-01'), end: date('2025-05-01'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'statement:refusal', b: 'country:MEX', k: '', p: {date: '2025-05-03', start: date('2025-05-03'), end: date('2025-05-03'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'event:call', b: 'country:USA', k: '', p: {date: '2025-05-02', start: date('2025-05-02'), end: date('2025-05-02'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'stage:proposed', b: 'country:USA', k: '', p: {date: '2025-05-01', start: date('2025-05-01'), end: date('2025-05-01'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'position:be457ea809b2f420b22c', b: 'country:MEX', k: '', p: {date: '2025-06-10', start: date('2025-06-10'), end: date('2025-06-10'), precision: 'DAY', basis: 'EXPLICIT'}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:ON_BEHALF_OF {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'country:USA', b: 'policy:joint-patrols', k: '', p: {}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:PROPOSES {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'article:1', b: 'role:hale-president-usa', k: '49 67', p: {rule: 'drawn', confidence: 0.8, from: 49, to: 67, date: '2025-05-01/2025-05-03', start: date('2025-05-01'), end: date('2025-05-03'), precision: 'INTERVAL'}},
{a: 'article:2', b: 'role:hale-president-usa', k: '60 68', p: {rule: 'drawn', confidence: 0.8, from: 60, to: 68, date: '2025-05-01/2025-05-03', start: date('2025-05-01'), end: date('2025-05-03'), precision: 'INTERVAL'}},
{a: 'article:3', b: 'role:hale-president-usa', k: '60 68', p: {rule: 'drawn', confidence: 0.8, from: 60, to: 68, date: '2025-05-01/2025-05-03', start: date('2025-05-01'), end: date('2025-05-03'), precision: 'INTERVAL'}},
{a: 'article:2', b: 'role:reyes-president-mex', k: '35 54', p: {rule: 'drawn', confidence: 0.8, from: 35, to: 54, date: '2025-05-03/2025-06-10', start: date('2025-05-03'), end: date('2025-06-10'), precision: 'INTERVAL'}},
{a: 'article:3', b: 'role:reyes-president-mex', k: '35 54', p: {rule: 'drawn', confidence: 0.8, from: 35, to: 54, date: '2025-05-03/2025-06-10', start: date('2025-05-03'), end: date('2025-06-10'), precision: 'INTERVAL'}},
{a: 'article:4', b: 'role:reyes-president-mex', k: '13 32', p: {rule: 'drawn', confidence: 0.8, from: 13, to: 32, date: '2025-05-03/2025-06-10', start: date('2025-05-03'), end: date('2025-06-10'), precision: 'INTERVAL'}},
{a: 'article:5', b: 'statement:complaint', k: '77 103', p: {rule: 'drawn', confidence: 0.55, from: 77, to: 103, date: '2025-06-12~', start: date('2025-06-12'), end: date('2025-06-12'), precision: 'DAY', basis: 'PUBLICATION'}},
{a: 'article:4', b: 'statement:consent', k: '38 59', p: {rule: 'drawn', confidence: 0.85, from: 38, to: 59, date: '2025-06-10', start: date('2025-06-10'), end: date('2025-06-10'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'article:1', b: 'statement:proposal', k: '21 46', p: {rule: 'drawn', confidence: 0.9, from: 21, to: 46, date: '2025-05-01', start: date('2025-05-01'), end: date('2025-05-01'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'article:2', b: 'statement:refusal', k: '15 32', p: {rule: 'drawn', confidence: 0.95, from: 15, to: 32, date: '2025-05-03', start: date('2025-05-03'), end: date('2025-05-03'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'article:3', b: 'statement:refusal', k: '15 32', p: {rule: 'drawn', confidence: 0.95, from: 15, to: 32, date: '2025-05-03', start: date('2025-05-03'), end: date('2025-05-03'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'article:6', b: 'statement:thanks', k: '22 56', p: {rule: 'drawn', confidence: 0.4, from: 22, to: 56}},
{a: 'article:2', b: 'event:call', k: '55 91', p: {rule: 'drawn', confidence: 0.8, from: 55, to: 91, date: '2025-05-02', start: date('2025-05-02'), end: date('2025-05-02'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'article:5', b: 'event:call', k: '127 155', p: {rule: 'drawn', confidence: 0.5, from: 127, to: 155, date: '2025-05-02', start: date('2025-05-02'), end: date('2025-05-02'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'article:5', b: 'event:protests', k: '14 75', p: {rule: 'drawn', confidence: 0.75, from: 14, to: 75, date: '2025-21', start: date('2025-03-01'), end: date('2025-05-31'), precision: 'SEASON', basis: 'EXPLICIT'}},
{a: 'article:4', b: 'event:raid', k: '95 122', p: {rule: 'drawn', confidence: 0.5, from: 95, to: 122, date: '2025-06-09', start: date('2025-06-09'), end: date('2025-06-09'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'article:4', b: 'event:signing', k: '61 93', p: {rule: 'drawn', confidence: 0.6, from: 61, to: 93, date: '2025-06', start: date('2025-06-01'), end: date('2025-06-30'), precision: 'MONTH', basis: 'EXPLICIT'}},
{a: 'article:1', b: 'stage:proposed', k: '90 118', p: {rule: 'drawn', confidence: 0.7, from: 90, to: 118, date: '2025-05-01', start: date('2025-05-01'), end: date('2025-05-01'), precision: 'DAY', basis: 'EXPLICIT'}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:REPORTS {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'organization:border-union', b: 'statement:complaint', k: '', p: {date: '2025-06-12~', start: date('2025-06-12'), end: date('2025-06-12'), precision: 'DAY', basis: 'PUBLICATION'}},
{a: 'person:ana-reyes', b: 'statement:consent', k: '', p: {date: '2025-06-10', start: date('2025-06-10'), end: date('2025-06-10'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'person:tom-hale', b: 'statement:proposal', k: '', p: {date: '2025-05-01', start: date('2025-05-01'), end: date('2025-05-01'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'person:ana-reyes', b: 'statement:refusal', k: '', p: {date: '2025-05-03', start: date('2025-05-03'), end: date('2025-05-03'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'person:luis-vega', b: 'statement:thanks', k: '', p: {}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:SAID {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'stage:proposed', b: 'policy:joint-patrols', k: '', p: {date: '2025-05-01', start: date('2025-05-01'), end: date('2025-05-01'), precision: 'DAY', basis: 'EXPLICIT'}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:STAGE_OF {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'statement:consent', b: 'policy:joint-patrols', k: '', p: {stance: 'SUPPORT', date: '2025-06-10', start: date('2025-06-10'), end: date('2025-06-10'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'statement:proposal', b: 'policy:joint-patrols', k: '', p: {stance: 'SUPPORT', date: '2025-05-01', start: date('2025-05-01'), end: date('2025-05-01'), precision: 'DAY', basis: 'EXPLICIT'}},
{a: 'statement:refusal', b: 'policy:joint-patrols', k: '', p: {stance: 'OPPOSE', date: '2025-05-03', start: date('2025-05-03'), end: date('2025-05-03'), precision: 'DAY', basis: 'EXPLICIT'}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:TAKES_POSITION {place: row.k}]->(b) SET r += row.p;
UNWIND [
{a: 'event:protests', b: 'country:MEX', k: '', p: {date: '2025-21', start: date('2025-03-01'), end: date('2025-05-31'), precision: 'SEASON', basis: 'EXPLICIT'}},
{a: 'event:raid', b: 'country:MEX', k: '', p: {date: '2025-06-09', start: date('2025-06-09'), end: date('2025-06-09'), precision: 'DAY', basis: 'EXPLICIT'}}
] AS row
MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:TARGETS {place: row.k}]->(b) SET r += row.p;
