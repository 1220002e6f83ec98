import fc from 'fast-check';
import { ageOn } from '../../src/domain/calendar-date';
import { bornAbout } from '../../src/domain/emergency';
import { retentionOf } from '../../src/domain/retention';

const A_DAY = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

describe('how long a child’s record is kept', () => {
  it('is 75 years from birth', () => {
    expect(retentionOf('2012-05-06')).toEqual({
      class: 'childs-case-record',
      keptUntil: '2087-05-06',
      isProvisional: false,
    });
  });

  it('ends on 1 March for whoever was born on 29 February', () => {
    expect(retentionOf('2012-02-29').keptUntil).toBe('2087-03-01');
    expect(retentionOf('2025-02-28').keptUntil).toBe('2100-02-28');
  });

  it('is never a day short, whenever they were born', () => {
    fc.assert(fc.property(A_DAY, (born) => ageOn(born, retentionOf(born).keptUntil) === 75));
  });

  it('runs from the latest they can have been born while only an age is known', () => {
    const standIn = bornAbout(15, '2026-03-11');
    expect(retentionOf(standIn, '2026-03-11')).toMatchObject({
      keptUntil: '2086-03-11',
      isProvisional: true,
    });
  });

  it('is no shorter for anybody who was of the age that was told', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), A_DAY, A_DAY, (age, toldOn, born) => {
        const { keptUntil } = retentionOf(bornAbout(age, toldOn), toldOn);
        expect(ageOn(bornAbout(age, toldOn), toldOn)).toBe(age);
        return ageOn(born, toldOn) !== age || born > toldOn || retentionOf(born).keptUntil <= keptUntil;
      }),
    );
  });
});
