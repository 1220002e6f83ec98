import { hasEveryWord } from '../domain/words-in';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import { placesFor, type Place } from '../platform/navigation';
import { MORE_PAGES } from './more-pages';

/** Pages this person may open that go by these words; those called so come first. */
export function pagesNamed(asked: string, person: Person): Place[] {
  const places = placesFor(person).map((place) => ({ ...place, also: '' }));
  const more = MORE_PAGES.filter(({ needs }) => needs === undefined || may(person.role, needs));
  const found = [...places, ...more].filter(({ text, about, also = '' }) =>
    hasEveryWord(`${text} ${about} ${also}`, asked),
  );
  const isCalledSo = ({ text }: Place) => hasEveryWord(text, asked);
  return [...found.filter(isCalledSo), ...found.filter((page) => !isCalledSo(page))];
}
