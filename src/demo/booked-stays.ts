import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Person } from '../platform/actor';
import { Placements } from '../stays/placements.service';
import type { House } from './house';
import type { DemoStay } from './roster';

/** What is still to come, asked of the same rules as any booking; siblings together, all or none. */
export async function bookStays(
  app: NestExpressApplication,
  house: House,
  stays: readonly DemoStay[],
  by: Person,
): Promise<void> {
  const placements = app.get(Placements, { strict: false });
  for (const together of groupsOf(stays)) {
    const asked = together.map(({ name, room, nights }) => ({
      youngPersonId: house.idOf(name),
      arrivesOn: nights.from,
      departsOn: nights.to,
      roomId: house.roomId(room),
    }));
    const hold = together.some(({ fate }) => fate === 'held');
    const kind = together[0]?.kind ?? 'planned';
    await placements.place(
      { unitId: house.unitId, kind, stays: asked, acknowledged: ['controls'], hold },
      by,
    );
  }
}

function groupsOf(stays: readonly DemoStay[]): DemoStay[][] {
  const groups = new Map<string, DemoStay[]>();
  for (const stay of stays) {
    const key = stay.together ?? `${stay.name} ${stay.nights.from}`;
    groups.set(key, [...(groups.get(key) ?? []), stay]);
  }
  return [...groups.values()];
}
