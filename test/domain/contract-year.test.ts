import { contractYearSoFar } from '../../src/domain/contract-year';

const contract = {
  startsOn: '2025-04-01',
  endsOn: '2027-04-01',
  nightsPerYear: 1440,
  costPencePerYear: 67_275_000,
  spotPricePencePerNight: 70_000,
};

it('reaches from the first night of the contract’s year to last night', () => {
  expect(contractYearSoFar([contract], '2026-03-11')).toEqual({ from: '2025-04-01', to: '2026-03-11' });
  expect(contractYearSoFar([contract], '2026-04-02')).toEqual({ from: '2026-04-01', to: '2026-04-02' });
});

it('is none on the day the year begins, nor without a contract', () => {
  expect(contractYearSoFar([contract], '2026-04-01')).toBeUndefined();
  expect(contractYearSoFar([contract], '2027-04-01')).toBeUndefined();
  expect(contractYearSoFar([], '2026-03-11')).toBeUndefined();
});

it('is whole where the year asked about is over', () => {
  const year = contractYearSoFar([contract], '2026-11-30', '2025-08-01');
  expect(year).toEqual({ from: '2025-04-01', to: '2026-04-01' });
});

it('is none of a year still to come', () => {
  expect(contractYearSoFar([contract], '2026-03-11', '2026-06-01')).toBeUndefined();
});
