// Who may import whom. `npm test` fails on any breach; docs/architecture.md has the picture these rules keep true.
const tests = '\\.(test|fixture)\\.tsx?$|/testing/';
const repositories = '(-repository|/sql-fragments)\\.ts$';

// What a file may do shows in its name (docs/adr/0022-pure-by-rule.md). A use case begins with what is done, a reader with how it
// looks, and what answers a request or helps to says so; a page is TSX. Every other file of a feature is pure.
export const useCases =
  '^(?!.*/views/).*/(accept|agree|apply|assign|authorise|begin|change|confirm|decide|designate|endorse|fold|freeze|heed|hold|import|insert|invite|keep|mark|' +
  'end|hand|move|open|propose|publish|put|receive|record|remove|reopen|request|return|save|seed|settle|start|submit|succeed|take|withdraw|work|' +
  'write)-[a-z-]+\\.ts$';
export const readers = '^(?!.*/views/).*/(count|find|gather|list|load|read|search)-[a-z-]+\\.ts$';
/** Pure although they begin with a verb of these lists: nouns that sound like one, and calculations that no other word fits as well. */
export const pureDespiteVerb = [
  'agreement/decide-endorsement',
  'agreement/read-decision',
  'return-documents/freeze-return',
  'directory-import/places/read-places',
  'directory-import/read/documents/read-document',
  'directory-import/read/documents/read-fhir',
  'directory-import/read/documents/read-json',
  'directory-import/read/documents/read-ord',
  'directory-import/read/documents/read-xml',
  'directory-import/read/import-faults',
  'directory-import/read/import-item',
  'directory-import/read/read-csv',
  'directory-import/read/read-file',
  'directory-import/read/read-ods',
  'directory-import/read/read-organisations',
  'directory-import/read/read-successors',
  'directory-import/take-in/import-outcome',
  'directory-import/take-in/take-copy',
  'directory-import/uploads/gather-differences',
  'directory/search-words',
  'formation/writing/change-organisations',
  'history/changes/change-period',
  'insight/change-statistics',
  'insight/find-national-findings',
  'public-site/search/find-words',
  'public-site/search/search-hit',
  'public-site/search/search-view',
  'reference-facts/loading/fold-shipped',
  'reference-facts/reading/read-csv',
  'register/records/take-sighting',
  'roadmap/documents/freeze-document',
  'rounds/work-in-round',
  'search/find-area',
  'search/listing/list-query',
  'search/search-query',
  'workspace/work-item',
  'workspace/work-items',
  'workspace/work-links',
].map((name) => `^src/features/${name}\\.ts$`);
const requests = ['[-/](routes?|operations?)\\.tsx?$', '/(attach|create|require|send)-[a-z-]+\\.tsx?$'];
const pages = '\\.tsx$';
const working = [repositories, '-audit\\.ts$', useCases, readers, ...requests];
/** What a pure file has nothing of in its hands, not even the type. */
const means = [
  '^src/context\\.ts$',
  '^src/platform/(database|jobs|mail)/',
  '^src/platform/audit/(audit-trail|trail-repository)\\.ts$',
];
const files = '^(node:)?(fs|child_process|net|http|https)(/|$)';
const startUp = '^src/[^/]+\\.tsx?$';

// The floors, from the ground up: a feature imports only features on floors below its own (docs/adr/0019-rooms-by-floor.md).
const floors = [
  ['programme', 'mode'],
  ['directory', 'identity', 'scoring'],
  ['register'],
  ['reference-facts', 'map', 'search', 'history', 'audit', 'private-draft', 'instruments'],
  ['directory-import', 'agreement', 'people', 'rounds', 'evidence'],
  ['official-results', 'sense-checks', 'return-documents', 'assignments', 'threads', 'polls', 'indicators'],
  ['assessment', 'exemplar', 'contact'],
  ['roadmap', 'private-notes', 'return-files', 'moderation', 'polling'],
  ['formation', 'validation'],
  ['review', 'publication', 'succession'],
  ['footprint-stage', 'set-up', 'organisation-report', 'roadmap-files'],
  ['insight', 'coverage', 'answering-time', 'notices', 'workspace', 'open-api'],
  ['public-site', 'illustration', 'service-settings'],
];
/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const floorRules = floors.map((features, floor) => ({
  name: `floor-${floor + 1}-imports-no-higher`,
  comment: `${features.join(', ')}: a feature rests on the floors below it, and on nothing beside or above it.`,
  severity: 'error',
  from: { path: `^src/features/(${features.join('|')})/`, pathNot: tests },
  to: { path: `^src/features/(${floors.slice(floor).flat().join('|')})/`, pathNot: '^src/features/$1/' },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
const configuration = {
  forbidden: [
    ...floorRules,
    {
      name: 'every-feature-has-a-floor',
      comment: 'A new feature takes its place in the table of floors.',
      severity: 'error',
      from: { path: '^src/features/', pathNot: `^src/features/(${floors.flat().join('|')})/` },
      to: {},
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'platform-knows-no-domain',
      comment:
        'src/platform could serve any service; it learns nothing of features, pages or how they are put together.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/(platform/|database/tables\\.ts$)' },
    },
    {
      name: 'views-know-no-feature',
      comment: 'What more than one feature shows takes what it shows as arguments.',
      severity: 'error',
      from: { path: '^src/views/', pathNot: tests },
      to: { path: '^src/(features|cli)/' },
    },
    {
      name: 'features-have-one-door',
      comment: 'A feature is used by other features through its index.ts, and by nothing else.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: tests },
      to: { path: '^src/features/([^/]+)/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$'] },
    },
    {
      name: 'public-site-stands-on-top',
      comment: 'The pages anybody sees are put together from the features below; none of those knows them.',
      severity: 'error',
      from: { path: '^src/features/', pathNot: '^src/features/public-site/' },
      to: { path: '^src/features/public-site/' },
    },
    {
      name: 'agreement-below-what-is-agreed',
      comment: 'Agreeing is the same whatever is agreed on, so it learns nothing of roadmaps, forms or assessments.',
      severity: 'error',
      from: { path: '^src/features/agreement/', pathNot: tests },
      to: { path: '^src/features/', pathNot: '^src/features/(agreement|directory|register|identity)/' },
    },
    {
      name: 'start-up-uses-the-doors',
      comment: 'Wiring and commands use features through their index.ts too.',
      severity: 'error',
      from: { path: [startUp, '^src/cli/'], pathNot: tests },
      to: { path: '^src/features/', pathNot: '^src/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'sql-in-repositories',
      comment: 'SQL is written in repositories and in the platform under them.',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, repositories, '^src/platform/'] },
      to: { path: '^node_modules/(kysely|pg|@types/pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tables-behind-the-database',
      comment: 'Row types reach the rest through the connection, so that domain types stay apart from them.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(platform/)?database/', tests] },
      to: { path: '^src/database/tables\\.ts$' },
    },
    {
      name: 'pages-do-no-work',
      comment: 'A page shows what it is given: no database, no files, no repository.',
      severity: 'error',
      from: { path: ['(^src|/)views/', '^src/features/.+\\.tsx$'], pathNot: [tests, ...requests] },
      to: {
        path: [repositories, '^src/platform/database/', '^(node:)?fs(/|$)', '^node_modules/(kysely|pg)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pure-by-rule',
      comment:
        'What is no use case, reader, repository, route or page by its name has nothing in hand to ask or to write with, ' +
        'not even the type of it.',
      severity: 'error',
      from: { path: '^src/features/', pathNot: [tests, '/index\\.ts$', '-context\\.ts$', pages, ...working] },
      to: { path: means },
    },
    {
      name: 'pure-shows-nothing',
      comment: 'It makes no page either, and calls neither SQL nor what answers requests; it may name their types.',
      severity: 'error',
      from: { path: '^src/features/', pathNot: [tests, '/index\\.ts$', '-context\\.ts$', pages, ...working] },
      to: { path: [repositories, pages, ...requests], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-despite-its-verb',
      comment: 'The list of them is no promise either: they are held by the rules of pure files.',
      severity: 'error',
      from: { path: pureDespiteVerb },
      to: { path: [...means, files] },
    },
    {
      name: 'pure-despite-its-verb-shows-nothing',
      comment: 'As pure-shows-nothing.',
      severity: 'error',
      from: { path: pureDespiteVerb },
      to: { path: [repositories, pages, ...requests], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-at-the-edge',
      comment: 'Only what answers requests works with the web framework; what helps it may name the types.',
      severity: 'error',
      from: { path: '^src/(features|cli)/', pathNot: [tests, '-routes?\\.tsx?$', '/(attach|require)-[a-z-]+\\.ts$'] },
      to: { path: '^node_modules/(fastify|@fastify/[^/]+)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'files-at-the-edge',
      comment: 'Files are read by read-, load- and seed-….ts, by the platform, and by what starts the programs.',
      severity: 'error',
      from: { path: '^src/(features|views)/', pathNot: [tests, '/(read|load|seed)-[a-z-]+\\.ts$'] },
      to: { path: files },
    },
    {
      name: 'islands-stand-alone',
      comment: 'What runs in the browser shares no code with the server.',
      severity: 'error',
      from: { path: '^src/islands/' },
      to: { pathNot: '^(src/islands|node_modules)/' },
    },
    {
      name: 'service-stands-on-itself',
      comment: 'The service needs neither its tests nor its tools to run.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: '^(test|scripts|bench)/' },
    },
    {
      name: 'no-development-package-at-run-time',
      comment: 'What the service imports is among its dependencies.',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, '^src/islands/'] },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    // TypeScript 7 offers no parser to other programs yet.
    parser: 'swc',
    doNotFollow: { path: '^node_modules/' },
    // Packages may be shared by several work trees through a link.
    preserveSymlinks: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};

export default configuration;
