import type { Room } from './diary';

/** `Room 2, Ocean`; a room called by its number only is not said twice. */
export function roomName({ number, name }: Pick<Room, 'number' | 'name'>): string {
  return name === `Room ${number}` ? name : `Room ${number}, ${name}`;
}
