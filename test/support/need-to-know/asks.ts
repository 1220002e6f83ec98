import { randomUUID } from 'node:crypto';
import type { User } from '../accounts';
import type { Laid, Thing } from './laid';
import type { Ask } from './crawler';

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly get?: Operation }>>;
}

/** Lists and reports with everything they may be asked by, own and others': from the document of the API. */
export function queriesOf({ paths }: OpenApi, laid: Laid, reader: User): string[] {
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const asked = (get?.parameters ?? []).filter((parameter) => parameter.in === 'query');
    if (asked.length === 0 || path.includes('{')) return [];
    const names = asked.map(({ name }) => name);
    return wordsFor(laid, reader).map((words) => {
      const query = names.flatMap((name): [string, string][] => (words[name] ? [[name, words[name]]] : []));
      return `${path}?${new URLSearchParams(query).toString()}`;
    });
  });
}

/** Pages take what they know of these. */
export function pageQueries(pages: readonly string[], laid: Laid, reader: User): string[] {
  return pages.flatMap((page) =>
    wordsFor(laid, reader).map(({ unitId = '', youngPersonId = '', familyId = '', ...words }) => {
      const also = {
        unit: unitId,
        unitId,
        youngPerson: youngPersonId,
        youngPersonId,
        youngPersonIds: youngPersonId,
      };
      const query = { ...words, ...also, family: familyId, familyId, q: words['search'] ?? '' };
      return `${page}?${new URLSearchParams(Object.entries(query).filter(([, word]) => word !== '')).toString()}`;
    }),
  );
}

type Words = Readonly<Record<string, string>>;

function wordsFor(laid: Laid, reader: User): Words[] {
  const common = { unitId: laid.unitId, from: '2026-02-01', to: '2026-05-01', by: 'month', limit: '100' };
  const [own, stranger] = [
    laid.people.find(({ keyWorker }) => keyWorker === reader) ?? laid.people[0],
    laid.people.find(({ keyWorker }) => keyWorker !== reader),
  ];
  return [
    {
      ...common,
      youngPersonId: own?.id ?? '',
      familyId: own?.familyId ?? '',
      search: stranger?.givenName ?? '',
    },
    { ...common, youngPersonId: stranger?.id ?? '', familyId: stranger?.familyId ?? '' },
    { ...common, search: stranger?.caseReference ?? '' },
  ];
}

/** What a CAS worker may send about their own and another's, or about their own and nobody's. */
export function mixedAsks(laid: Laid, reader: User, other: 'strange' | 'unknown'): Ask[] {
  const isOwn = ({ keyWorker }: Thing) => keyWorker === reader;
  const own = laid.people.filter(isOwn).slice(90, 92);
  const theirs = laid.people.find((person) => !isOwn(person));
  const plan = laid.ids['cas-plans'].find(isOwn);
  const theirPlan = laid.ids['cas-plans'].find((thing) => !isOwn(thing));
  const nobody = { id: randomUUID(), familyId: randomUUID() };
  const [who, which] = other === 'strange' ? [theirs ?? nobody, theirPlan ?? nobody] : [nobody, nobody];
  const { unitId } = laid;
  const ownId = own[0]?.id ?? '';
  const dates = { arrivesOn: '2026-03-13', departsOn: '2026-03-16' };
  const window = { unitId, nights: 3, earliest: '2026-03-13', latest: '2026-06-30' };
  const child = { givenName: 'A', familyName: 'B', dateOfBirth: '2014-01-01', caseReference: 'C' };
  const plans = {
    support: 'cas-only',
    startsOn: '2026-03-11',
    reviewOn: '2026-06-01',
    goals: [{ text: 'A' }],
  };
  const series = { weekday: 'friday', everyWeeks: 2, from: '2026-03-20', until: '2026-05-01', nights: 2 };
  const terms = {
    startsOn: '2026-03-11',
    endsOn: '2026-12-01',
    nightsAgreed: 20,
    legalBasis: 's17',
    goals: [],
  };
  const post = (path: string, body: object): Ask => ({ path: `/api/${path}`, method: 'POST', body });
  const checks = [[ownId, who.id], [who.id], [ownId, ownId, who.id]].flatMap((ids) => [
    post('placement-checks', {
      ...{ unitId, kind: 'planned' },
      stays: ids.map((youngPersonId) => ({ youngPersonId, ...dates, roomId: laid.rooms[0]?.id })),
    }),
    post('date-searches', { ...window, youngPersonIds: ids }),
    post('requests', { ...window, youngPersonIds: ids, reason: 'A rest', urgency: 'soon' }),
    post('requests', {
      ...window,
      youngPersonIds: [ownId],
      mayLeaveOut: ids,
      reason: 'A rest',
      urgency: 'soon',
    }),
    post('request-series', { unitId, youngPersonIds: ids, ...series, reason: 'A rest', urgency: 'soon' }),
  ]);
  return [
    ...checks,
    ...forms(laid, who.familyId, [ownId, who.id]),
    ...forms(laid, own[0]?.familyId ?? '', [who.id]),
    post('assessment-requests', { pairs: [{ youngPersonIds: [ownId, who.id] }] }),
    post('assessment-requests', { unitId, youngPersonIds: [ownId, who.id], ...dates }),
    post('young-people', { familyId: who.familyId, ...child }),
    post('cas-plans', { familyId: who.familyId, ...plans }),
    post('short-break-plans', { casPlanId: which.id, youngPersonId: who.id, ...terms }),
    post('short-break-plans', { casPlanId: plan?.id, youngPersonId: who.id, ...terms }),
    post('short-break-plans', { casPlanId: which.id, youngPersonId: ownId, ...terms }),
    post('compatibility-assessments', {
      youngPersonIds: [ownId, who.id],
      outcome: 'compatible',
      reasons: 'A',
    }),
    post('stays', { unitId, kind: 'planned', stays: [{ youngPersonId: who.id, ...dates }] }),
  ];
}

/** The forms a worker asks for breaks with, at every step but the last. */
function forms(laid: Laid, familyId: string, youngPersonIds: readonly string[]): Ask[] {
  const child = {
    unitId: laid.unitId,
    familyId,
    youngPersonIds,
    reason: 'A rest',
    urgency: 'soon',
    nights: '3',
  };
  const dates = { earliest: '2026-03-13', latest: '2026-06-30', weekdays: ['5'] };
  const series = { weekday: '5', everyWeeks: '1', from: '2026-03-13', until: '2026-06-30' };
  return ['find', 'dates', 'change'].flatMap((step) =>
    ['/requests/new', '/request-series/new'].map((path): Ask => {
      const body = {
        ...child,
        ...dates,
        ...series,
        weekday: path === '/requests/new' ? '5' : 'friday',
        step,
      };
      return { path, method: 'POST', body };
    }),
  );
}

/** Of their own alone: what stands in the way is other young people. */
export function ownAsks(laid: Laid, reader: User): Ask[] {
  const own = laid.people.filter(({ keyWorker }) => keyWorker === reader);
  const post = (path: string, body: object): Ask => ({ path: `/api/${path}`, method: 'POST', body });
  const window = { unitId: laid.unitId, nights: 3, earliest: '2026-03-13', latest: '2026-06-30' };
  const weekend = { arrivesOn: '2026-03-13', departsOn: '2026-03-16' };
  return [90, 92, 95, 96, 4].flatMap((index) => {
    const youngPersonId = own[index]?.id;
    const fridays = ['2026-03-13', '2026-03-20', '2026-06-26', '2026-09-11'];
    return [
      ...forms(laid, own[index]?.familyId ?? '', [youngPersonId ?? '']),
      post('date-searches', { ...window, youngPersonIds: [youngPersonId] }),
      post('assessment-requests', { unitId: laid.unitId, youngPersonIds: [youngPersonId], ...weekend }),
      ...['planned', 'emergency'].flatMap((kind) =>
        fridays.map((arrivesOn) => {
          const departsOn = `${arrivesOn.slice(0, 8)}${Number(arrivesOn.slice(8)) + 3}`;
          const stays = [{ youngPersonId, arrivesOn, departsOn, roomId: laid.rooms[3]?.id }];
          return post('placement-checks', { unitId: laid.unitId, kind, stays });
        }),
      ),
    ];
  });
}
