/** A feature may use only those before it in this list, and of them only module, service, entity or reader. */
const ORDER = [
  'accounts',
  'outbox',
  'units',
  'people',
  'tasks',
  'stays',
  'closures',
  'compatibility',
  'plans',
  'visits',
  'requests',
  'compatibility-map',
  'calendar-feeds',
  'emergencies',
  'imports',
  'reports',
  'board',
  'week-sheet',
  'case-records',
  'subject-access',
  'exports',
  'records',
  'audit',
  'demo',
  'search',
  'setting-up',
  'home',
];
const features = ORDER.join('|');

const onlyDown = ORDER.slice(0, -1).map((feature, index) => ({
  name: `${feature}-only-looks-down`,
  comment: 'Features stand on each other in one written order; looking up would tie them in a knot.',
  severity: 'error',
  from: { path: `^src/${feature}/` },
  to: { path: `^src/(${ORDER.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a missing third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules and sums must run without a server, a database or a clock.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: '^src/domain/london\\.ts$' },
      to: { pathNot: '^src/domain/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'luxon-in-one-file',
      comment: 'One place knows about time zones.',
      severity: 'error',
      from: { pathNot: '^src/domain/london\\.ts$' },
      to: { path: 'node_modules/luxon' },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'The platform carries features; it cannot know them.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: `^src/(${features})/` },
    },
    {
      name: 'features-meet-at-the-door',
      comment: 'Of another feature only its module, service, entity, reader or guard vocabulary may be used.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '^src/(domain|platform|commands)/' },
      to: {
        path: `^src/(${features})/`,
        pathNot: ['^src/$1/', '\\.(module|service|entity|reader)\\.ts$'],
      },
    },
    {
      name: 'pages-never-touch-the-database',
      comment: 'Controllers, pages, shapes and views go through a service.',
      severity: 'error',
      from: { path: '\\.(controller|pages|dto|view)\\.ts$' },
      to: { path: 'node_modules/(typeorm|@nestjs/typeorm|pg)/' },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration must mean tomorrow what it means today.',
      severity: 'error',
      from: { path: '^migrations/', pathNot: '^migrations/index\\.ts$' },
      to: { path: '^(src|config)/' },
    },
    ...onlyDown,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
