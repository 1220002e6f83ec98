import { DECLINE_CODES, DECLINE_WORDS, declineOf } from '../../src/domain/decline-reasons';

describe('the reason for declining a request', () => {
  it('is one of the list, with words or without', () => {
    expect(declineOf('nights-used')).toEqual({ reason: 'nights-used', words: null });
    expect(declineOf('nights-used', 'Until April.')).toEqual({
      reason: 'nights-used',
      words: 'Until April.',
    });
  });

  it('is put in words when it is another', () => {
    expect(declineOf('other')).toBeUndefined();
    expect(declineOf('other', 'The aunt takes them.')).toEqual({
      reason: 'other',
      words: 'The aunt takes them.',
    });
  });

  it('may be its own words, and loses none of them', () => {
    expect(declineOf('Too far away.')).toEqual({ reason: 'other', words: 'Too far away.' });
    expect(declineOf('Too far away.', 'An hour by bus.')).toEqual({
      reason: 'other',
      words: 'Too far away.\nAn hour by bus.',
    });
  });

  it('reads as plain English', () => {
    for (const code of DECLINE_CODES) expect(DECLINE_WORDS[code]).toMatch(/^[A-Z][a-z -]+$/i);
  });
});
