import { REQUEST_STATUSES, type RequestStatus } from '../../src/domain/request';
import { REQUEST_ACTIONS, requestActions, whyNot } from '../../src/domain/request-actions';

const TODAY = '2026-03-11';
const request = (status: RequestStatus, latest = TODAY) => ({ status, latest });
const allowedFrom = (status: RequestStatus, latest?: string) =>
  REQUEST_ACTIONS.filter((name) => whyNot(name, request(status, latest), TODAY) === undefined);

describe('what may be done with a request', () => {
  it.each([
    ['open', ['offer', 'placement', 'waiting', 'decline', 'withdrawal']],
    ['offered', ['placement', 'waiting', 'decline', 'acceptance', 'refusal-of-offer', 'withdrawal']],
    ['waiting', ['offer', 'placement', 'decline', 'withdrawal']],
    ['placed', []],
    ['declined', []],
    ['withdrawn', []],
  ] as const)('while it is %s', (status, allowed) => {
    expect(allowedFrom(status)).toEqual(allowed);
  });

  it('needs a day of arrival that is still to come, unless beds are held', () => {
    expect(allowedFrom('open', '2026-03-10')).toEqual(['waiting', 'decline', 'withdrawal']);
    expect(allowedFrom('offered', '2026-03-10')).toContain('placement');
    expect(whyNot('offer', request('open', '2026-03-10'), TODAY)).toBe(
      'The last day of arrival asked for, Tue 10 March 2026, is over. Decline it, or ask anew.',
    );
  });

  it('lets the family choose its dates where it lost a bed to an emergency, and nowhere else', () => {
    const lost = (status: RequestStatus) => ({ ...request(status), displacedBefore: true });
    for (const status of REQUEST_STATUSES)
      expect(whyNot('choice', lost(status), TODAY) === undefined).toBe(
        ['open', 'waiting', 'offered'].includes(status),
      );
    expect(whyNot('choice', request('waiting'), TODAY)).toMatch(/^Dates are chosen where a bed was lost/);
    expect(whyNot('choice', { ...lost('waiting'), latest: '2026-03-10' }, TODAY)).toMatch(/is over/);
  });

  it('says why whenever it says no', () => {
    for (const status of REQUEST_STATUSES)
      for (const { allowed, why } of requestActions(request(status), TODAY, {
        mayAnswer: true,
        mayAsk: true,
      }))
        expect(why === undefined).toBe(allowed);
    expect(whyNot('withdrawal', request('placed'), TODAY)).toBe(
      'The request is placed: change or cancel its stays instead.',
    );
  });

  it('is for those whose work it is', () => {
    const allowed = (rights: { mayAnswer: boolean; mayAsk: boolean }) =>
      requestActions(request('offered'), TODAY, rights)
        .filter((each) => each.allowed)
        .map(({ name }) => name);
    expect(allowed({ mayAnswer: false, mayAsk: true })).toEqual([
      'acceptance',
      'refusal-of-offer',
      'withdrawal',
    ]);
    expect(allowed({ mayAnswer: true, mayAsk: false })).toEqual(['placement', 'waiting', 'decline']);
    expect(allowed({ mayAnswer: false, mayAsk: false })).toEqual([]);
  });
});
