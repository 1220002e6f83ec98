import fc from 'fast-check';
import { withoutOthers, type Known } from '../../src/domain/without-others';

let made = 0;

function known(name: string, also: Partial<Known> = {}): Known {
  const [givenName = '', ...rest] = name.split(' ');
  const id = `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`;
  const references = { caseReference: `SB-${1000 + made}`, familyReference: `FAM-${1000 + made}` };
  return {
    ...{ id, familyId: id.replace(/^0/, 'f'), givenName, familyName: rest.join(' ') },
    ...references,
    notKnown: [],
    ...also,
  };
}

const subject = known('Ash Test');

const about = (words: string, ...others: readonly (string | Known)[]) =>
  withoutOthers(
    subject,
    others.map((other) => (typeof other === 'string' ? known(other) : other)),
  )(words);

describe('words about a child', () => {
  it.each([
    ['Zebedee shouted.', 'Zebedee Peer', 'another young person shouted.'],
    ['Ash shouted at Zebedee’s door.', 'Zebedee Peer', 'Ash shouted at another young person’s door.'],
    [
      "It was zebedee's and ZEBEDEES’.",
      'Zebedee Peer',
      "It was another young person's and another young person’.",
    ],
    ['Zebedee Peer and Ash Test cooked.', 'Zebedee Peer', 'another young person and Ash Test cooked.'],
    ['Peer, Zebedee came too.', 'Zebedee Peer', 'another young person came too.'],
    [
      'Zoë and Zoe, ZOE\u0308 and zoë.',
      'Zoë Peer',
      'another young person and another young person and another young person.',
    ],
    ['Lukasz and Łukasz', 'Łukasz Peer', 'another young person and another young person'],
    ["Sean O’Brien, O'Brien, o brien", 'Seán O’Brien', 'another young person'],
    [
      'Smith-Jones, then Jones alone',
      'Zebedee Smith-Jones',
      'another young person, then another young person alone',
    ],
    ['Zeb\u00ADedee and Ze\u200Bbedee', 'Zebedee Peer', 'another young person and another young person'],
    ['Ollie and Liv', 'Oliver Peer', 'another young person and another young person'],
    ['mail zebedee.peer@example.org', 'Zebedee Peer', 'mail another young person@example.org'],
    [
      'Z.P. and Z. P. but not A.T. or U.K.',
      'Zebedee Peer',
      'another young person and another young person but not A.T. or U.K.',
    ],
  ])('%s', (words, other, left) => {
    expect(about(words, other)).toBe(left);
  });

  it('keep ordinary words that are somebody’s name, but not with a capital', () => {
    const others = [
      'Will Young',
      'Will Day',
      'Grace Park',
      'Joy Day',
      'Faith Home',
      'Mark Long',
      'May Room',
      'Jo So',
    ];
    const left = about(
      'When will young people mark the day in the park, so to stay at home in a room.',
      ...others,
    );
    expect(left).toBe('When will young people mark the day in the park, so to stay at home in a room.');
    expect(about('With Will, then Grace and JOY.', ...others)).toBe(
      'With another young person, then another young person and another young person.',
    );
    expect(about('On 3 May, in May 2026, with May.', ...others)).toBe(
      'On 3 May, in May 2026, with another young person.',
    );
  });

  it('keep the child’s own name, whoever else has it', () => {
    const sibling = known('Bryn Test', {
      familyId: subject.familyId,
      familyReference: subject.familyReference,
    });
    expect(about('Ash Test and Ash Other and Bryn Test.', 'Ash Other', sibling)).toBe(
      'Ash Test and another young person and another young person.',
    );
    expect(about('Of family Test, FAM-1001.', sibling)).toBe('Of family Test, FAM-1001.');
  });

  it('tell no other’s reference or id, and keep the child’s own', () => {
    const other = known('Zebedee Peer', { caseReference: 'CR/77 b', familyReference: 'Peer family' });
    const own = `${subject.id} ${subject.caseReference} ${subject.familyId}`;
    expect(about(own, other)).toBe(own);
    expect(
      about(`See /young-people/${other.id.toUpperCase()}, 77 CR, cr/77 B; of ${other.familyId}.`, other),
    ).toBe('See /young-people/another young person, 77 CR, another young person; of another family.');
    expect(about('Of the Peer family.', other)).toBe('Of the another family.');
  });

  it('keep numbers and stand-ins, which are nobody’s', () => {
    const unknown = known('Unknown (came Wed 11 March)', {
      caseReference: '12',
      notKnown: ['given-name', 'family-name'],
    });
    const words = 'It is unknown why 12 came on Wed 11 March.';
    expect(about(words, unknown)).toBe(words);
    expect(about(words, known(' '))).toBe(words);
  });

  it('never name anybody else, however they are written', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyzéüñçøł';
    const name = fc
      .array(fc.constantFrom(...letters), { minLength: 5, maxLength: 9 })
      .map((all) => `Q${all.join('')}`);
    const spelling = fc.constantFrom(
      (word: string) => word,
      (word: string) => word.toUpperCase(),
      (word: string) => word.toLowerCase(),
      (word: string) => word.normalize('NFD'),
    );
    const around = fc.constantFrom('(', '"', '“', '-', '/', '_', ' ', '\n', '…', '’', ',');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 20 }),
        spelling,
        around,
        (all, spell, mark) => {
          const others = all.map(([given, family]) => known(`${given} ${family}`));
          const words = others
            .flatMap(({ givenName, familyName, caseReference }) => [givenName, familyName, caseReference])
            .map((each) => `${mark}${spell(each)}${mark}`)
            .join(' and ');
          const left = withoutOthers(subject, others)(words).normalize('NFC').toLowerCase();
          return others.every(
            (other) =>
              !left.includes(other.givenName.toLowerCase().normalize('NFC')) &&
              !left.includes(other.caseReference.toLowerCase()),
          );
        },
      ),
    );
  });

  it('take no longer for thousands of others, nor for words made to be slow', () => {
    const others = Array.from({ length: 1000 }, (_, index) => known(`Q${index}x Peer${index}`));
    const take = withoutOthers(subject, others);
    const began = performance.now();
    take('A. B. '.repeat(5000));
    take('Peer1 Q1x '.repeat(5000));
    take('a'.repeat(100_000) + ' ’.’'.repeat(5000));
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
