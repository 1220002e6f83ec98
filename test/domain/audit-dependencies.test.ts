import { judge } from '../../config/audit-dependencies';

const weak = (severity: string, fixAvailable: boolean | { name: string; version: string } = true) => ({
  ...{ severity, fixAvailable, range: '<2.0.1' },
  via: [{ title: 'Reads files it should not', url: 'https://advisories.example/1' }, 'deeper'],
});

it('lets nothing out with a dependency that is dangerous, and says what to do', () => {
  for (const severity of ['high', 'critical']) {
    const { passes, said } = judge({ vulnerabilities: { leaky: weak(severity), slow: weak('low') } });
    expect(passes).toBe(false);
    expect(said).toEqual([
      `leaky <2.0.1: ${severity}. Reads files it should not (https://advisories.example/1); through deeper`,
      '  Way out: npm audit fix',
      'Dependencies audited: 1 to replace at once, 1 with the next release.',
    ]);
  }
});

it.each([
  [{ name: 'parent', version: '3.0.0' }, 'Way out: npm install --save-exact parent@3.0.0'],
  [false, 'Way out: none is published. Do without leaky, or override it in package.json and say why there.'],
])('knows the way out: %p', (fix, said) => {
  expect(judge({ vulnerabilities: { leaky: weak('high', fix) } }).said[1]?.trim()).toBe(said);
});

it('lets lesser ones wait for the next release', () => {
  expect(judge({ vulnerabilities: { slow: weak('moderate'), odd: weak('low') } })).toEqual({
    passes: true,
    said: ['Dependencies audited: 0 to replace at once, 2 with the next release.'],
  });
});

it('says so when nothing is known', () => {
  expect(judge({ vulnerabilities: {} })).toEqual({
    passes: true,
    said: ['Dependencies audited: no vulnerability is known.'],
  });
});

it.each([
  [undefined, 'no answer'],
  [{ message: '405 Method Not Allowed', error: {} }, '405 Method Not Allowed'],
  [{ error: { code: 'ENOTFOUND' } }, 'no answer'],
])('never takes silence for good news: %p', (report, why) => {
  const { passes, said } = judge(report);
  expect(passes).toBe(true);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(`Dependencies not audited: the registry answers no audits (${why})`);
  expect(said[0]).not.toMatch(/no vulnerabilit/i);
});
