import type { NightFilter } from '../../domain/night-sorts';
import { drawBars, isBare, keyOfBars } from './bars';
import { drawCalendar, keyOfCalendar } from './calendar';
import type { Picture } from './picture';
import { NARROW, WIDE, type Paper } from './shapes';

/** A picture as it is drawn for a desk and for a phone; `undefined` when there is nothing to see in it. */
export function pictureView(picture: Picture, hrefOf: (filter: NightFilter) => string) {
  if (picture.kind === 'bars' ? isBare(picture) : picture.most === 0) return undefined;
  const draw = (paper: Paper) =>
    picture.kind === 'bars' ? drawBars(picture, paper, hrefOf) : drawCalendar(picture, paper);
  return {
    text: `${picture.text} The same numbers are in the table.`,
    drawings: [
      { look: 'sb-picture__wide', ...draw(WIDE) },
      { look: 'sb-picture__narrow', ...draw(NARROW) },
    ],
    key: picture.kind === 'bars' ? keyOfBars(picture) : keyOfCalendar(picture),
  };
}
