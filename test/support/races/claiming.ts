import { londonDate } from '../../../src/domain/london';
import { AUTHORISED_MIX, claimTold } from '../emergencies';
import type { Ground, LaidUnit } from '../ground';
import { bodyOf, type Answer } from '../keep-alive';
import { won, type Start } from './race';

export const AUTHORISED = ['not-assessed', 'kept-for-planned', 'protected'].map((code) => ({
  code,
  reason: 'Nowhere else tonight.',
}));

/** A claim is for tonight and nobody stays twice in a night, so every round has a unit and children of its own. */
export async function aUnitTonight(
  ground: Ground,
  rooms: number,
): Promise<LaidUnit & { readonly tonight: string }> {
  const unit = await ground.unit(rooms);
  await ground.sql.query(`UPDATE unit_settings SET night_rolls_at = '00:00' WHERE unit_id = $1`, [unit.id]);
  return { ...unit, tonight: londonDate(new Date()) };
}

export function claiming(unitId: string, index: number, told: object = AUTHORISED_MIX): Start {
  return {
    path: '/api/emergency-claims',
    body: claimTold(unitId, new Date(), told),
    by: index % 2 === 0 ? 'edt' : 'edt-2',
  };
}

export const displacing = (stayId: string) => ({ displace: [stayId], authorisations: AUTHORISED });

interface Told {
  readonly ways: readonly { readonly displace: readonly string[] }[];
}

export const waysIn = (answer: Answer): Told['ways'] => (bodyOf(answer) as Partial<Told>).ways ?? [];

export const lost = (answers: readonly Answer[]): Answer[] => answers.filter((answer) => !won(answer));

/** Every loser was told of as many ways that are left. */
export function losersSee(count: number, answers: readonly Answer[]): string[] {
  return lost(answers)
    .filter((answer) => (count > 0 ? waysIn(answer).length === 0 : waysIn(answer).length > 0))
    .map(({ text }) => `a loser was told of the wrong ways: ${text}`);
}
