import { sayRingFence, sayRingFenceLine } from '../../src/domain/ring-fence-words';

describe('the ring-fence in words', () => {
  it('says what is kept for whom, and what an emergency may do', () => {
    expect(sayRingFence({ keptForPlanned: 2, keptForEmergency: 1, displacement: 'with-authority' })).toEqual([
      '2 beds kept for planned breaks',
      '1 bed kept for emergencies',
      'EDT may displace with a manager’s authority',
    ]);
  });

  it('says that nothing is kept', () => {
    expect(sayRingFence({ keptForPlanned: 0, keptForEmergency: 0, displacement: 'freely' })).toEqual([
      '0 beds kept',
      'EDT may displace freely',
    ]);
  });

  it('says it on one line', () => {
    expect(sayRingFenceLine({ keptForPlanned: 1, keptForEmergency: 0, displacement: 'never' })).toBe(
      '1 bed kept for planned breaks; EDT may not displace',
    );
  });
});
