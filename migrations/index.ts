import { TheDiary1795500000000 } from './1795500000000-the-diary';

/** In the order they run. */
export const migrations = [TheDiary1795500000000];
