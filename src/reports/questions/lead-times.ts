import { leadTimes, type LeadTimes } from '../../domain/lead-times';
import { sayCount } from '../../domain/say-numbers';
import { counted } from './counted';
import type { Answer, Facts, Question } from './question';

export const LEAD_TIMES: Question = {
  key: 'lead-times',
  title: 'How long before a stay was it asked for?',
  about: 'Days from the request to the first night, planned stays and emergencies apart.',
  answer,
};

function answer({ ledger, records, period }: Facts): Answer {
  const times = leadTimes(ledger.stays, records.stays, period);
  const { bands, planned, emergency } = times;
  return {
    sentence: sentence(times),
    picture: {
      kind: 'bars',
      text: 'A bar for each length of time from request to first night, of planned stays and emergencies.',
      bars: bands.map((band) => ({
        name: band.name,
        parts: [
          { name: 'Planned', tone: 'planned', value: band.planned },
          { name: 'Emergency', tone: 'emergency', value: band.emergency },
        ],
        says: sayCount(band.planned + band.emergency),
      })),
    },
    columns: [
      { name: 'Asked for before the first night', as: 'text' },
      { name: 'Planned stays', as: 'count' },
      { name: 'Emergency stays', as: 'count' },
      { name: 'All stays', as: 'count' },
    ],
    rows: [
      ...bands.map((band) => ({
        cells: [band.name, band.planned, band.emergency, band.planned + band.emergency],
      })),
      {
        cells: ['In all', planned.stays, emergency.stays, planned.stays + emergency.stays],
        is: 'total' as const,
      },
    ],
    note: 'Stays whose first night is in this period and that took place, or are to.',
  };
}

function sentence({ planned, emergency }: LeadTimes): string {
  const said = [saidOf('Planned', planned), saidOf('Emergency', emergency)].filter(Boolean);
  return said.length === 0 ? 'No stay began in this period.' : said.join(' ');
}

function saidOf(kind: string, { stays, days, meanDays, medianDays }: LeadTimes['planned']): string {
  if (meanDays === null || medianDays === null) return '';
  const half = medianDays === 0 ? 'on the day itself' : `${counted(medianDays, 'day')} ahead or less`;
  return `${kind} stays were asked for ${counted(meanDays, 'day')} ahead on average (${sayCount(days)} ÷ ${sayCount(stays)}), half of them ${half}.`;
}
