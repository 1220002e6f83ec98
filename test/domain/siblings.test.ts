import type { ProposedStay, StayKind } from '../../src/domain/diary';
import { mayPlace } from '../../src/domain/findings';
import { assess } from '../../src/domain/placement';
import { siblingsOnce, withoutSiblings, type Sibling } from '../../src/domain/siblings';
import { aDiary, asking, judged } from './a-diary';

const WEEKEND = { from: '2025-03-14', to: '2025-03-17' };
const annAsks = asking('ann', WEEKEND.from, WEEKEND.to);

function split(
  siblings: readonly Sibling[],
  { stay = annAsks, kind }: { stay?: ProposedStay; kind?: StayKind } = {},
) {
  const { findings } = assess([{ ...stay, siblings }], aDiary(), kind ?? 'planned');
  return findings.filter(({ code }) => code === 'siblings-split');
}

describe('a group asked for together', () => {
  it('that leaves one out is split on all its nights, for each of those who stay', () => {
    const asked = ['ann', 'ben'].map((id): ProposedStay => ({
      ...asking(id, WEEKEND.from, WEEKEND.to),
      ...withoutSiblings(['cat']),
    }));
    const { findings } = assess(asked, aDiary({ assessments: [judged('ann', 'ben')] }), 'planned');
    const facts = { code: 'siblings-split', level: 'acknowledge', siblingIds: ['cat'] };
    const nights = ['2025-03-14', '2025-03-15', '2025-03-16'];
    expect(findings).toEqual(['ann', 'ben'].map((youngPersonId) => ({ ...facts, youngPersonId, nights })));
  });

  it('may be split once whoever books has read it, and not before', () => {
    const findings = split([{ youngPersonId: 'ben', nights: null }]);
    expect(mayPlace(findings, { acknowledged: [], authorised: ['siblings-split'] })).toBe(false);
    expect(mayPlace(findings, { acknowledged: ['siblings-split'], authorised: [] })).toBe(true);
  });

  it('is split by an emergency with nothing to confirm', () => {
    const [finding] = split([{ youngPersonId: 'ben', nights: null }], { kind: 'emergency' });
    expect(finding?.level).toBe('inform');
  });

  it('is not split while all have the same nights, nor when nobody was asked for with them', () => {
    expect(split([{ youngPersonId: 'ben', nights: WEEKEND }])).toEqual([]);
    expect(split([])).toEqual([]);
    expect(withoutSiblings([])).toEqual({});
  });

  it('is split on the nights one of them has without the other, whoever that is', () => {
    const longer = { ...annAsks, nights: { ...WEEKEND, to: '2025-03-18' } };
    const shorter = { ...annAsks, nights: { ...WEEKEND, to: '2025-03-16' } };
    const ben = [{ youngPersonId: 'ben', nights: WEEKEND }];
    expect(split(ben, { stay: longer })).toMatchObject([{ nights: ['2025-03-17'], siblingIds: ['ben'] }]);
    expect(split(ben, { stay: shorter })).toMatchObject([{ nights: ['2025-03-16'], siblingIds: ['ben'] }]);
  });
});

describe('stays booked together', () => {
  const later = { from: '2025-03-21', to: '2025-03-24' };
  const ben = { stayId: 'ben-stays', youngPersonId: 'ben', nights: WEEKEND };
  const cat = { stayId: 'cat-stays', youngPersonId: 'cat', nights: later };

  it('keep the siblings who have the same nights, as they are or as they would become', () => {
    expect(siblingsOnce(new Map(), WEEKEND, [ben])).toEqual([{ youngPersonId: 'ben', nights: WEEKEND }]);
    const changed = new Map([['ben-stays', later]]);
    expect(siblingsOnce(changed, WEEKEND, [ben])).toEqual([{ youngPersonId: 'ben', nights: later }]);
  });

  it('are not parted from whoever has other nights already', () => {
    expect(siblingsOnce(new Map(), WEEKEND, [cat])).toEqual([]);
  });
});
