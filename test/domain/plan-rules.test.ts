import { addDays } from '../../src/domain/calendar-date';
import type { Diary, NightsAway, ProposedStay, StayKind } from '../../src/domain/diary';
import { assess } from '../../src/domain/placement';
import { aDiary, asking, planned, settingsFrom } from './a-diary';

const annAsks = asking('ann', '2025-03-14', '2025-03-17');
const [FRIDAY, SATURDAY, SUNDAY] = ['2025-03-14', '2025-03-15', '2025-03-16'] as const;

function findings(asked: ProposedStay, told: Partial<Diary>, kind: StayKind = 'planned') {
  return assess([asked], aDiary(told), kind).findings;
}

function away(
  from: string,
  count: number,
  kind: NightsAway['kind'] = 'planned',
  stayId = 'other',
): NightsAway {
  return { youngPersonId: 'ann', kind, stayId, nights: { from, to: addDays(from, count) } };
}

describe('an agreed short-break plan covers every planned night', () => {
  it('refuses a young person without a plan', () => {
    expect(findings(annAsks, { plans: [] })).toMatchObject([
      { code: 'no-plan', level: 'refuse', nights: [FRIDAY, SATURDAY, SUNDAY] },
    ]);
  });

  it('refuses while the plan is a draft', () => {
    expect(findings(annAsks, { plans: [planned('ann', { isAgreed: false })] })).toMatchObject([
      { code: 'plan-not-agreed', level: 'refuse', nights: [FRIDAY, SATURDAY, SUNDAY] },
    ]);
  });

  it('refuses the nights before the plan begins and from its end on', () => {
    const plan = planned('ann', { nights: { from: SATURDAY, to: SUNDAY } });
    expect(findings(annAsks, { plans: [plan] })).toMatchObject([
      { code: 'outside-plan', level: 'refuse', nights: [FRIDAY, SUNDAY], plan: plan.nights },
    ]);
  });

  it('lets one plan follow another in mid-stay', () => {
    const plans = [
      planned('ann', { nights: { from: '2025-01-01', to: SATURDAY } }),
      planned('ann', { id: 'next', nights: { from: SATURDAY, to: '2026-01-01' } }),
    ];
    expect(findings(annAsks, { plans })).toEqual([]);
  });

  it('only tells, in an emergency, that a plan falls due', () => {
    expect(findings(annAsks, { plans: [] }, 'emergency')).toMatchObject([
      { code: 'no-plan', level: 'inform' },
    ]);
  });
});

describe('the CAS plan is open', () => {
  it.each(['dormant', 'closed'] as const)('refuses while it is %s', (status) => {
    expect(findings(annAsks, { casPlans: [{ familyId: 'ash', status }] })).toMatchObject([
      { code: 'cas-plan-not-open', level: 'refuse', standing: status },
    ]);
  });

  it('takes no notice of the plans of other families', () => {
    expect(findings(annAsks, { casPlans: [{ familyId: 'family of dan', status: 'closed' }] })).toEqual([]);
  });
});

describe('somebody consented', () => {
  it('refuses without consent', () => {
    expect(findings(annAsks, { plans: [planned('ann', { consent: null })] })).toMatchObject([
      { code: 'consent', level: 'refuse', withdrawnOn: null },
    ]);
  });

  it('refuses from the night it was withdrawn', () => {
    const consent = { from: '2025-01-01', until: SATURDAY };
    expect(findings(annAsks, { plans: [planned('ann', { consent })] })).toMatchObject([
      { code: 'consent', nights: [SATURDAY, SUNDAY], withdrawnOn: SATURDAY },
    ]);
  });

  it('does not ask for the plan’s consent in an emergency, which has a basis of its own', () => {
    expect(findings(annAsks, { plans: [planned('ann', { consent: null })] }, 'emergency')).toEqual([]);
  });
});

describe('no more nights than the plan agreed for its period', () => {
  const ten = planned('ann', {
    nights: { from: '2025-01-10', to: '2026-01-10' },
    nightsAgreed: 10,
    nightsPer: 'quarter',
  });

  it('allows the last of them', () => {
    expect(findings(annAsks, { plans: [ten], away: [away('2025-02-01', 7)] })).toEqual([]);
  });

  it('has a manager authorise the nights beyond', () => {
    expect(findings(annAsks, { plans: [ten], away: [away('2025-02-01', 9)] })).toMatchObject([
      {
        code: 'nights-used',
        level: 'authorise',
        nights: [SATURDAY, SUNDAY],
        agreed: 10,
        used: 9,
        per: 'quarter',
      },
    ]);
  });

  it('counts each period on its own, from the plan’s first day', () => {
    expect(
      findings(annAsks, { plans: [ten], away: [away('2025-04-10', 10), away('2025-01-05', 5)] }),
    ).toEqual([]);
  });

  it('counts emergency nights and nights elsewhere apart', () => {
    const nights = [away('2025-02-01', 9, 'emergency'), away('2025-02-20', 9, 'elsewhere')];
    expect(findings(annAsks, { plans: [ten], away: nights })).toEqual([]);
  });

  it('does not count the stay that is changed twice', () => {
    const nights = [away('2025-02-01', 7), away('2025-03-13', 3, 'planned', 'own')];
    expect(findings({ ...annAsks, changesStayId: 'own' }, { plans: [ten], away: nights })).toEqual([]);
  });
});

describe('no more than 17 nights in one stay', () => {
  it('allows seventeen', () => {
    expect(findings(asking('ann', '2025-03-01', '2025-03-18'), {})).toEqual([]);
  });

  it('has a manager authorise the eighteenth', () => {
    expect(findings(asking('ann', '2025-03-01', '2025-03-19'), {})).toMatchObject([
      { code: 'series-17', level: 'authorise', nights: ['2025-03-18'], count: 18, most: 17 },
    ]);
  });

  it('goes by the settings in force on the first night', () => {
    const settings = [settingsFrom('2020-01-01'), settingsFrom('2025-03-14', { seriesNights: 2 })];
    expect(findings(annAsks, { settings })).toMatchObject([{ code: 'series-17', nights: [SUNDAY], most: 2 }]);
  });
});

describe('no more than 75 nights in any 12 months', () => {
  it('says nothing below sixty', () => {
    expect(findings(annAsks, { away: [away('2024-06-01', 56)] })).toEqual([]);
  });

  it('tells from the sixtieth on', () => {
    expect(findings(annAsks, { away: [away('2024-06-01', 57)] })).toMatchObject([
      { code: 'series-75', level: 'inform', count: 60, most: 75 },
    ]);
  });

  it('has a manager authorise the seventy-sixth, with nights declared elsewhere', () => {
    const nights = [away('2024-06-01', 40), away('2024-09-01', 33, 'elsewhere')];
    expect(findings(annAsks, { away: nights })).toMatchObject([
      { code: 'series-75', level: 'authorise', count: 76, nights: [FRIDAY, SATURDAY, SUNDAY] },
    ]);
  });

  it('forgets a night a year later, to the day', () => {
    const stay = asking('ann', '2025-03-14', '2025-03-15');
    expect(findings(stay, { away: [away('2024-03-14', 1), away('2024-07-01', 74)] })).toMatchObject([
      { level: 'inform', count: 75 },
    ]);
    expect(findings(stay, { away: [away('2024-03-15', 1), away('2024-07-01', 74)] })).toMatchObject([
      { level: 'authorise', count: 76 },
    ]);
  });

  it('looks at the twelve months ahead as well', () => {
    expect(findings(annAsks, { away: [away('2025-08-01', 74)] })).toMatchObject([
      { level: 'authorise', count: 77 },
    ]);
  });
});
