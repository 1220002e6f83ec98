import type { UnitSettings } from './diary';

type RingFence = Pick<UnitSettings, 'keptForPlanned' | 'keptForEmergency' | 'displacement'>;

const MAKING_WAY: Readonly<Record<RingFence['displacement'], string>> = {
  never: 'No planned stay may lose its bed to an emergency.',
  'with-authority': 'A planned stay may lose its bed to an emergency only with a manager’s authority.',
  freely: 'A planned stay that has not arrived may lose its bed to an emergency.',
};

/** The ring-fence in force, a sentence for each thing it says. */
export function sayRingFence({ keptForPlanned, keptForEmergency, displacement }: RingFence): string[] {
  return [
    ...(keptForPlanned > 0 ? [`${beds(keptForPlanned)} kept for planned breaks.`] : []),
    ...(keptForEmergency > 0 ? [`${beds(keptForEmergency)} kept for emergencies.`] : []),
    MAKING_WAY[displacement],
  ];
}

function beds(count: number): string {
  return count === 1 ? '1 bed is' : `${count} beds are`;
}
