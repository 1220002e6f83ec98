import { randomUUID } from 'node:crypto';
import { QUESTIONS } from '../../../src/reports/questions/questions';
import type { User } from '../accounts';
import type { Product } from '../product';
import type { Kind, Laid, Thing } from './laid';

export interface Route {
  readonly method: string;
  /** As the router has it: `/api/stays/:id`. */
  readonly template: string;
}

/** An address somebody may try, and whether what it is about is theirs. */
export interface Address {
  /** As the router has it, before an action is named. */
  readonly route: string;
  readonly template: string;
  readonly path: string;
  readonly whose: 'own' | 'strange' | 'unknown';
}

interface Layer {
  readonly route?: {
    readonly path: string | readonly string[];
    readonly methods: Readonly<Record<string, boolean>>;
  };
}

/** The API's own description is one text, whoever reads it: once is enough. */
const DESCRIPTION = /^\/api\/docs/;

/** Nights somebody may have come in an emergency. */
const EMERGENCY_NIGHTS = ['2026-03-06', '2026-03-09', '2026-03-10'];

/** As long as a calendar’s, and nobody’s. */
const NO_SECRET = 'A'.repeat(43);

/** What somebody else's things are tried by. */
const STRANGERS = 2;
const OWN = 2;
const MOST = 6;

/** Every route there is, from the router itself: a new one cannot be missed. */
export function routesOf({ app }: Product): Route[] {
  const { router } = app.getHttpAdapter().getInstance() as unknown as {
    readonly router: { readonly stack: readonly Layer[] };
  };
  return router.stack.flatMap(({ route }) =>
    route
      ? [route.path]
          .flat()
          .flatMap((template) => Object.keys(route.methods).map((method) => ({ method, template })))
      : [],
  );
}

const CALLED: Readonly<Record<string, Kind>> = {
  noticed: 'noticed-things',
  'of-stay': 'stays',
};

/** @throws when a route asks for something nothing is known of: then the hunt must learn it. */
export function addressesOf(routes: readonly Route[], method: string, laid: Laid, reader: User): Address[] {
  const templates = new Set(
    routes.filter((route) => route.method === method).map(({ template }) => template),
  );
  return [...templates]
    .filter((route) => !DESCRIPTION.test(route))
    .flatMap((route) => actionsOf(route, routes).map((template) => ({ route, template })))
    .filter(({ route, template }) => route === template || !templates.has(template))
    .flatMap(({ route, template }) => filled(template, laid, reader).map((found) => ({ ...found, route })));
}

/**
 * What may be done on a page `…/:action` is what the API takes: `POST /api/stays/:id/arrival`.
 * @throws when the API takes nothing of the kind.
 */
function actionsOf(template: string, routes: readonly Route[]): string[] {
  if (!template.endsWith('/:action')) return [template];
  const about = `/api/${/[\w-]+\/:id/.exec(template)?.[0] ?? ''}/`;
  const actions = routes.flatMap((route) =>
    route.method === 'post' && route.template.startsWith(about) ? [route.template.slice(about.length)] : [],
  );
  if (actions.length === 0) throw new Error(`What may be done at ${template}?`);
  return actions.map((action) => template.replace(':action', action));
}

function filled(template: string, laid: Laid, reader: User): Omit<Address, 'route'>[] {
  const parameters = template.match(/:\w+/g) ?? [];
  if (parameters.length === 0) return [{ template, path: template, whose: 'own' }];
  const kind = kindOf(template, parameters);
  const at = (things: readonly Thing[], whose: Address['whose']) =>
    things.map((thing) => ({ template, path: fill(template, thing), whose }));
  if (kind === 'common')
    return at(commonTo(template, laid), /exports\/:name$|:secret/.test(template) ? 'unknown' : 'own');
  const all = laid.ids[kind].filter(({ keyWorker }) => keyWorker !== undefined);
  const isWorker = reader.startsWith('worker');
  const isOwn = ({ keyWorker }: Thing) => !isWorker || keyWorker === reader;
  const unknown = { id: randomUUID(), youngPersonId: randomUUID() };
  return [
    ...at(some(all.filter(isOwn), OWN), 'own'),
    ...at(
      some(
        all.filter((thing) => !isOwn(thing)),
        STRANGERS,
      ),
      'strange',
    ),
    ...at([unknown], 'unknown'),
  ];
}

function kindOf(template: string, parameters: readonly string[]): Kind | 'common' {
  if ([':date', ':name', ':secret'].includes(parameters.join())) return 'common';
  if (parameters.includes(':decisionId')) return 'solo-decisions';
  const noun = /([\w-]+)\/:id/.exec(template)?.[1] ?? '';
  if (/^(units|closures|imports?|notices|outbox|accounts)$/.test(noun)) return 'common';
  const kind = CALLED[noun] ?? (noun as Kind);
  if (parameters.join() !== ':id' || !KINDS.has(kind)) throw new Error(`What is ${template} about?`);
  return kind;
}

const KINDS: ReadonlySet<Kind> = new Set<Kind>([
  ...([
    'families',
    'young-people',
    'cas-plans',
    'short-break-plans',
    'stays',
    'requests',
    'request-series',
  ] as const),
  ...([
    'noticed-things',
    'declared-nights',
    'day-visits',
    'solo-decisions',
    'tasks',
    'emergency-claims',
    'case-records',
  ] as const),
]);

function commonTo(template: string, { unitId, closures, imports, notices, accounts }: Laid): Thing[] {
  if (template.includes(':secret')) return [{ id: NO_SECRET }];
  if (template.endsWith('exports/:name')) return [{ id: 'everything.csv' }];
  if (template === '/occupancy/:name') return QUESTIONS.map(({ key }) => ({ id: key }));
  if (template.includes(':date')) return EMERGENCY_NIGHTS.map((id) => ({ id }));
  if (template.includes('units/')) return [{ id: unitId }];
  if (template.includes('accounts/')) return accounts.map((id) => ({ id }));
  if (/(notices|outbox)\//.test(template)) return notices.map((id) => ({ id }));
  return (template.includes('closures/') ? closures : imports).map((id) => ({ id }));
}

function fill(template: string, { id, youngPersonId = id }: Thing): string {
  return template.includes(':decisionId')
    ? template.replace(':id', youngPersonId).replace(':decisionId', id)
    : template.replace(/:id|:date|:name|:secret/, id);
}

/** One in every state, and at least so many. */
function some(things: readonly Thing[], count: number): Thing[] {
  const first = new Map(things.toReversed().map((thing) => [thing.status, thing])).values();
  const step = Math.ceil(things.length / count);
  return [...new Set([...first, ...things.filter((_, index) => index % step === 0)])].slice(
    0,
    Math.max(count, MOST),
  );
}
